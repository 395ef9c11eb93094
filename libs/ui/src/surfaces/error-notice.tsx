'use client';
import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../controls/button';

export type ErrorNoticeProps = {
  /** What happened: "No product has barcode 999." */
  happened: ReactNode;
  /** What was not done because of it: "Nothing was added." */
  notDone: ReactNode;
  /** The next act: one or two buttons. */
  next?: ReactNode;
  /** The trace id, for the person who helps. */
  support?: { id: string; label: string; copyLabel: string; copiedLabel: string };
};

/** An error in the order in which a person needs it: what happened, what was not done, what to do next. */
export function ErrorNotice({ happened, notDone, next, support }: ErrorNoticeProps) {
  return (
    <div className="os-notice" data-tone="blocked" role="alert">
      <TriangleAlert size={20} aria-hidden="true" />
      <p className="os-notice-text">
        <strong>{happened}</strong> {notDone}
      </p>
      {next === undefined ? null : <div className="os-notice-actions">{next}</div>}
      {support === undefined ? null : <SupportId {...support} />}
    </div>
  );
}

function SupportId({ id, label, copyLabel, copiedLabel }: NonNullable<ErrorNoticeProps['support']>) {
  const [isCopied, setCopied] = useState(false);
  // The clipboard is missing on plain http; the id stays selectable then.
  const copy = () => navigator.clipboard?.writeText(id).then(() => setCopied(true), () => setCopied(false));
  return (
    <div className="os-notice-support">
      {label} <code>{id}</code>
      <Button variant="quiet" size="small" onPress={() => void copy()}>{isCopied ? copiedLabel : copyLabel}</Button>
    </div>
  );
}
