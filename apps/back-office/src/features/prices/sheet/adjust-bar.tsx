import { useId, useState, type FormEvent } from 'react';
import { parsePercent, type PriceEnding } from './adjust-rule';
import { adjustSelection } from './edit-cells';
import type { AdjustLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import styles from './adjust-bar.module.css';

const ENDINGS: readonly PriceEnding[] = [99, 95, 0];

interface AdjustBarProps {
  readonly store: SheetStore;
  readonly labels: AdjustLabels;
}

/** `+4 %, then end in .99` over the selection, as one undoable step. */
export function AdjustBar({ store, labels }: AdjustBarProps) {
  const [percent, setPercent] = useState('');
  const [ending, setEnding] = useState<PriceEnding | null>(null);
  const [invalid, setInvalid] = useState(false);
  const [outcome, setOutcome] = useState('');
  const percentId = useId();
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    // Only an ending: `0 %` stands in the empty box.
    const percentBasisPoints = percent.trim() === '' && ending !== null ? 0 : parsePercent(percent);
    setInvalid(percentBasisPoints === null);
    setOutcome(percentBasisPoints === null ? labels.invalid : labels.adjusted(adjustSelection(store, { percentBasisPoints, ending })));
  };
  return (
    <form className={styles.bar} onSubmit={apply}>
      <label htmlFor={percentId}>{labels.percent}</label>
      <input
        id={percentId} className={styles.percent} value={percent} placeholder={labels.percentExample} autoComplete="off" aria-invalid={invalid || undefined}
        onChange={(event) => { setPercent(event.target.value); setInvalid(false); }}
      />
      <span aria-hidden="true">{labels.then}</span>
      <select
        className={styles.ending} aria-label={labels.ending} value={ending ?? ''}
        onChange={(event) => setEnding(ENDINGS.find((value) => String(value) === event.target.value) ?? null)}
      >
        <option value="">{labels.anyEnding}</option>
        {ENDINGS.map((value) => <option key={value} value={value}>{labels.endIn(value)}</option>)}
      </select>
      <button type="submit" className={styles.apply}>{labels.apply}</button>
      <span role="status" className={invalid ? styles.invalid : styles.spoken}>{outcome}</span>
    </form>
  );
}
