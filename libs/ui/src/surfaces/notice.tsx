import type { ReactNode } from 'react';
import type { Tone } from '../tone';

/** A sentence that a person must see before going on, with what they can do about it. */
export function Notice({ tone = 'info', icon, actions, children }: { tone?: Tone; icon?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="os-notice" data-tone={tone}>
      {icon}
      <div className="os-notice-text">{children}</div>
      {actions === undefined ? null : <div className="os-notice-actions">{actions}</div>}
    </div>
  );
}
