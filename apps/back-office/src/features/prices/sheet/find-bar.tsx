import { useState, type KeyboardEvent } from 'react';
import { findCell } from './find-cell';
import type { FindLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import type { CellPosition } from '../../../sheet/cell-position';
import styles from './find-bar.module.css';

interface FindBarProps {
  readonly store: SheetStore;
  readonly labels: FindLabels;
  /** The found cell is to be seen. */
  onFound(position: CellPosition): void;
  onClose(): void;
}

/** Finds a text in the sheet: Enter goes on, Shift Enter back, Escape returns to the cells. */
export function FindBar({ store, labels, onFound, onClose }: FindBarProps) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState('');
  const find = (step: 1 | -1): void => {
    const position = findCell(store, text, step);
    if (position === null) {
      setOutcome(labels.nothing);
      return;
    }
    store.moveTo(position);
    onFound(position);
    setOutcome(labels.found(store.rows[store.rowAt(position.row)]?.sku ?? '', store.columns[position.column]?.title ?? ''));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') find(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  return (
    <div role="search" aria-label={labels.name} className={styles.bar}>
      <input ref={focusOnce} className={styles.text} aria-label={labels.name} placeholder={labels.name} value={text} autoComplete="off" spellCheck={false} onChange={(event) => { setText(event.target.value); setOutcome(''); }} onKeyDown={onKeyDown} />
      <button type="button" className={styles.act} aria-label={labels.previous} onClick={() => find(-1)}>↑</button>
      <button type="button" className={styles.act} aria-label={labels.next} onClick={() => find(1)}>↓</button>
      <span role="status" className={styles.outcome}>{outcome}</span>
      <button type="button" className={styles.act} aria-label={labels.close} onClick={onClose}>×</button>
    </div>
  );
}

const focusOnce = (input: HTMLInputElement | null): void => {
  if (input && document.activeElement !== input) input.focus();
};
