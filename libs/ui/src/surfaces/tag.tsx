import type { ReactNode } from 'react';
import type { Tone } from '../tone';

/** A word with a ground. The word carries the meaning, the colour only repeats it. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="os-tag" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

/** Words and colour for each status of one machine. */
export type StatusLook<Status extends string> = Record<Status, { label: string; tone: Tone }>;

/** The tag of a status; the table must name every status, so none is ever shown as its code. */
export function StatusTag<Status extends string>({ status, looks }: { status: Status; looks: StatusLook<Status> }) {
  const look = looks[status];
  return <Tag tone={look.tone}>{look.label}</Tag>;
}
