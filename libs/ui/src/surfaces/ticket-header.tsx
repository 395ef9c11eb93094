import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { Tone } from '../tone';

export type TicketFact = {
  label: string;
  value: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
  /** For words and dates; numbers stand in the title face. */
  isPlain?: boolean;
};

export type TicketHeaderProps = {
  title: ReactNode;
  /** Where this page hangs; the last one is the page itself. */
  crumbs?: readonly { label: string; href?: string }[];
  crumbsLabel?: string;
  /** What this is and how it stands, in one line. */
  description?: ReactNode;
  /** Three at most: a fourth is never read. */
  facts?: readonly [TicketFact?, TicketFact?, TicketFact?];
  actions?: ReactNode;
  /** Why the act cannot be taken yet. */
  reason?: ReactNode;
};

/** The head of every office page: green spine, title, facts split by dashes, then the acts. */
export function TicketHeader({ title, crumbs, crumbsLabel, description, facts, actions, reason }: TicketHeaderProps) {
  const shown = (facts ?? []).filter((fact) => fact !== undefined);
  return (
    <header className="os-ticket">
      <div className="os-ticket-title">
        {crumbs === undefined ? null : <Crumbs crumbs={crumbs} label={crumbsLabel} />}
        <h1>{title}</h1>
        {description === undefined ? null : <p>{description}</p>}
      </div>
      {shown.length === 0 ? null : (
        <dl className="os-facts">
          {shown.map((fact) => (
            <div key={fact.label} data-tone={fact.tone}>
              <dt>{fact.label}</dt>
              <dd data-plain={fact.isPlain || undefined}>
                {fact.value}
                {fact.detail === undefined ? null : <small>{fact.detail}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {actions === undefined && reason === undefined ? null : (
        <div className="os-ticket-actions">
          {actions}
          {reason === undefined ? null : <p className="os-ticket-reason">{reason}</p>}
        </div>
      )}
    </header>
  );
}

function Crumbs({ crumbs, label }: { crumbs: readonly { label: string; href?: string }[]; label?: string }) {
  return (
    <nav aria-label={label}>
      <ol className="os-crumbs">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.href === undefined ? crumb.label : <Link href={crumb.href}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
