import type { ReactNode } from 'react';

/** A working surface with its heading; `aside` stands at the right of the heading. */
export function Panel({ title, icon, aside, children }: { title?: ReactNode; icon?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="os-panel">
      {title === undefined ? null : (
        <div className="os-panel-head">
          {icon}
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
