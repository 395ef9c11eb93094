import { useSyncExternalStore } from 'react';
import { clashNote } from './grid-row';
import type { GridLabels, StatusLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import { sheetSummary } from './sheet-summary';
import styles from './price-grid.module.css';

interface StatusBarProps {
  readonly store: SheetStore;
  readonly labels: StatusLabels;
  /** Says what is wrong with the active cell, how a formula came to its price, and who else changed it. */
  readonly gridLabels: GridLabels;
}

const FIRST_VERSION = (): number => 0;

/** Sum and average of the selection, what is wrong with the active cell, and how much changed. */
export function StatusBar({ store, labels, gridLabels }: StatusBarProps) {
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const summary = sheetSummary(store);
  const { column } = summary;
  const active = store.cellAt(store.selection.focus);
  const error = store.cells.errorAt(active);
  const activeColumn = store.columns[store.selection.focus.column];
  const mark = store.rows.length > 0 ? store.sync.markAt(active) : null;
  const derived = activeColumn?.derivation && store.rows.length > 0 ? store.cells.derivedAt(active) : null;
  return (
    <div className={styles.status}>
      <span>{labels.selected(summary.selectedCount)}</span>
      {column && summary.sumMinor !== null ? <span>{labels.sum(store.text.formatMoney(summary.sumMinor, column))}</span> : null}
      {column && summary.averageMinor !== null ? <span>{labels.average(store.text.formatMoney(summary.averageMinor, column))}</span> : null}
      {derived && activeColumn?.derivation ? <span className={styles.steps}>{gridLabels.derived(derived, activeColumn.derivation, (amountMinor) => store.text.formatMoney(amountMinor, activeColumn))}</span> : null}
      {mark ? <span className={styles.steps}>{gridLabels.changedBy(mark)}</span> : null}
      <span className={styles.problem}>{clashNote({ store, labels: gridLabels }, active) ?? (error === null ? null : gridLabels.error(error, store.textOf(active)))}</span>
      <span>{labels.changed(summary.changedCount)}</span>
      {summary.toFixCount > 0 ? <span className={styles.toFix}>{labels.toFix(summary.toFixCount)}</span> : null}
    </div>
  );
}
