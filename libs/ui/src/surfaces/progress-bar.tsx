'use client';
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';

export type ProgressBarProps = { label: string; /** 0 to 100; left out while the end is unknown. */ percent?: number; /** "12,400 of 20,869 rows" */ valueText?: string };

/** How far a piece of work is. */
export function ProgressBar({ label, percent, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar className="os-progress" value={percent ?? 0} isIndeterminate={percent === undefined} valueLabel={valueText}>
      {({ valueText: shown }) => (
        <>
          <div className="os-progress-head">
            <Label>{label}</Label>
            <span>{shown}</span>
          </div>
          <div className="os-progress-track">
            <div className="os-progress-fill" data-indeterminate={percent === undefined || undefined} style={percent === undefined ? undefined : { width: `${percent}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
