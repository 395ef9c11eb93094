import type { ReactNode } from 'react';
import type { Tone } from '../tone';

export type TimelineEntry = {
  id: string;
  /** ISO instant for machines. */
  occurredAt: string;
  /** The same for people, in the store's zone: 14:31. */
  timeText: string;
  title: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
};

/** Everything that happened to one thing, newest first as given. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className="os-timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} data-tone={entry.tone}>
          <time dateTime={entry.occurredAt}>{entry.timeText}</time>
          <div className="os-timeline-body">
            <strong>{entry.title}</strong>
            {entry.detail === undefined ? null : <span className="os-timeline-detail">{entry.detail}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
