import { memo, type ReactNode } from 'react';
import { ROW_HEIGHT, HEADER_HEIGHT, type GridGeometry } from './grid-geometry';
import { differenceText } from './cell-text';
import type { GridLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import { EMPTY, isAmount, UNREADABLE } from './sheet-types';
import styles from './price-grid.module.css';

interface GridRowProps {
  readonly store: SheetStore;
  readonly labels: GridLabels;
  readonly geometry: GridGeometry;
  readonly gridId: string;
  /** Visible row. */
  readonly row: number;
  /** Its place in the data. */
  readonly dataRow: number;
  /** Rises with each change of the row's data: the only reason to look at the data again. */
  readonly version: number;
  /** Columns of the selection in this row, −1 where the row is outside. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
  readonly fillFrom: number;
  readonly fillTo: number;
  /** Column whose lower right corner carries the fill handle, −1 for none. */
  readonly handleColumn: number;
  readonly editorColumn: number;
  readonly editor: ReactNode;
}

export const cellId = (gridId: string, row: number, column: number): string => `${gridId}-${row}-${column}`;

/** One row; rendered again only when its version, its part of the selection or the columns change. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { store, geometry, row } = props;
  const cells = store.columns.map((_, index) => renderCell(props, index));
  return (
    <div role="row" aria-rowindex={row + 2} className={styles.row} style={{ transform: `translateY(${row * ROW_HEIGHT + HEADER_HEIGHT}px)` }}>
      <div role="presentation" className={styles.frozen} style={{ width: geometry.frozenWidth }}>{cells.slice(0, store.frozenCount)}</div>
      {cells.slice(store.frozenCount)}
    </div>
  );
});

/** A function, not a component: eleven components a row would double the work of a scroll. */
function renderCell(props: GridRowProps, column: number): ReactNode {
  const { store, labels, geometry, editorColumn, editor } = props;
  const cell = store.cellOf(props.dataRow, column);
  const error = store.cells.errorAt(cell);
  const text = store.textOf(cell);
  const difference = store.columns[column]?.kind === 'reference' ? differenceText(store, cell) : '';
  const isPrice = store.columns[column]?.kind === 'price';
  const problem = clashNote(props, cell) ?? (error === null ? null : labels.error(error, text));
  const mark = isPrice ? store.sync.markAt(cell) : null;
  const note = [problem ?? (isPrice ? noteOf(props, cell) : null), mark && labels.changedBy(mark)].filter(Boolean).join(', ');
  return (
    <div
      key={column} id={cellId(props.gridId, props.row, column)} role={store.columns[column]?.kind === 'sku' ? 'rowheader' : 'gridcell'} aria-colindex={column + 1}
      aria-selected={column >= props.selectedFrom && column <= props.selectedTo} aria-readonly={!store.isEditable(column) || undefined}
      aria-invalid={error !== null || undefined} title={problem ?? (mark ? labels.changedBy(mark) : derivationNote(props, cell, column)) ?? undefined} className={classOf(props, cell, column)}
      style={{ left: geometry.lefts[column], width: geometry.widths[column] }}
    >
      {column === editorColumn ? editor : store.cells.draft[cell] === UNREADABLE ? labels.notAPrice : text}
      {difference === '' ? null : <small className={styles.difference}><span className={styles.spoken}>, </span><span aria-hidden="true">{difference}</span><span className={styles.spoken}>{labels.difference(difference)}</span></small>}
      {note === '' ? null : <span className={styles.spoken}>, {note}</span>}
      {column === props.handleColumn ? <span data-fill-handle="true" className={styles.handle} /> : null}
    </div>
  );
}

/** What somebody else wrote into a cell that was changed here too. */
export function clashNote({ store, labels }: Pick<GridRowProps, 'store' | 'labels'>, cell: number): string | null {
  const clash = store.sync.clashes.get(cell);
  const column = store.allColumns[cell % store.cells.width];
  return clash && column ? labels.clash(clash, isAmount(clash.theirs) ? store.text.formatMoney(clash.theirs, column) : '') : null;
}

function noteOf(props: GridRowProps, cell: number): string | null {
  const { store, labels } = props;
  if (store.cells.isChanged(cell)) return store.cells.isLargeChange(cell) ? labels.largeChange : labels.changed;
  if (!store.allColumns[cell % store.cells.width]?.derivation) return null;
  // The steps are told on the cell's title and in the status bar: with each cell they would be said a thousand times.
  if (store.cells.draft[cell] !== EMPTY) return labels.setByHand;
  return store.cells.derivedAt(cell) ? labels.byFormula : null;
}

/** How the formula came to this price, or that it was set by hand instead. */
function derivationNote({ store, labels }: GridRowProps, cell: number, column: number): string | null {
  const found = store.columns[column];
  if (!found?.derivation) return null;
  if (store.cells.draft[cell] !== EMPTY) return labels.setByHand;
  const price = store.cells.derivedAt(cell);
  return price && labels.derived(price, found.derivation, (amountMinor) => store.text.formatMoney(amountMinor, found));
}

function classOf(props: GridRowProps, cell: number, column: number): string {
  const { store } = props;
  const { cells } = store;
  const kind = store.columns[column]?.kind;
  const isPrice = kind === 'price';
  const error = cells.errorAt(cell);
  const names = [styles.cell];
  if (kind === 'sku') names.push(styles.sku);
  else if (kind !== 'title') names.push(styles.number);
  if (kind === 'cost' || kind === 'margin' || kind === 'reference') names.push(styles.quiet);
  if (isPrice && store.columns[column]?.derivation) names.push(cells.draft[cell] === EMPTY ? styles.derived : styles.byHand);
  if (isPrice && cells.isChanged(cell)) names.push(styles.changed);
  if (error !== null) names.push(styles.error);
  else if (isPrice && cells.isLargeChange(cell)) names.push(styles.large);
  if (isPrice && store.sync.clashes.has(cell)) names.push(styles.clash);
  else if (isPrice && store.sync.markAt(cell)) names.push(styles.others);
  if (column >= props.selectedFrom && column <= props.selectedTo) names.push(styles.selected);
  if (column >= props.fillFrom && column <= props.fillTo) names.push(styles.filling);
  if (column === props.activeColumn) names.push(styles.active);
  return names.join(' ');
}
