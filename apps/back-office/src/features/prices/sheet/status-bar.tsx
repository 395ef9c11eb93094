import { useSyncExternalStore } from 'react';
import type { GridLabels, StatusLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import { sheetSummary } from './sheet-summary';
import styles from './price-grid.module.css';

interface StatusBarProps {
  readonly store: SheetStore;
  readonly labels: StatusLabels;
  /** Says what is wrong with the active cell. */
  readonly errorLabel: GridLabels['error'];
  /** Says how a formula came to the price of the active cell. */
  readonly derivedLabel: GridLabels['derived'];
}

const FIRST_VERSION = (): number => 0;

/** Sum and average of the selection, what is wrong with the active cell, and how much changed. */
export function StatusBar({ store, labels, errorLabel, derivedLabel }: StatusBarProps) {
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const summary = sheetSummary(store);
  const { column } = summary;
  const active = store.cellAt(store.selection.focus);
  const error = store.cells.errorAt(active);
  const activeColumn = store.columns[store.selection.focus.column];
  const derived = activeColumn?.derivation && store.rows.length > 0 ? store.cells.derivedAt(active) : null;
  return (
    <div className={styles.status}>
      <span>{labels.selected(summary.selectedCount)}</span>
      {column && summary.sumMinor !== null ? <span>{labels.sum(store.text.formatMoney(summary.sumMinor, column))}</span> : null}
      {column && summary.averageMinor !== null ? <span>{labels.average(store.text.formatMoney(summary.averageMinor, column))}</span> : null}
      {derived && activeColumn?.derivation ? <span className={styles.steps}>{derivedLabel(derived, activeColumn.derivation, (amountMinor) => store.text.formatMoney(amountMinor, activeColumn))}</span> : null}
      <span className={styles.problem}>{error === null ? null : errorLabel(error, store.textOf(active))}</span>
      <span>{labels.changed(summary.changedCount)}</span>
      {summary.toFixCount > 0 ? <span className={styles.toFix}>{labels.toFix(summary.toFixCount)}</span> : null}
    </div>
  );
}
