import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** The one act that fills the list, or clears the filter that emptied it. */
  action?: ReactNode;
};

/** An empty list that says why it is empty. With a filter on: "0 of 412", and the way to clear it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="os-empty">
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {action === undefined ? null : <div className="os-empty-actions">{action}</div>}
    </div>
  );
}
