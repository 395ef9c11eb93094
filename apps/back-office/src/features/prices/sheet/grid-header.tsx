import { useRef, type PointerEvent } from 'react';
import type { GridGeometry } from './grid-geometry';
import type { SheetStore } from './sheet-store';
import styles from './price-grid.module.css';

interface GridHeaderProps {
  readonly store: SheetStore;
  readonly geometry: GridGeometry;
  onSelectColumn(column: number): void;
  onSortColumn(column: number): void;
  onResize(column: number, width: number): void;
}

/** The header row: a click selects the column, a double click sorts by it, the right edge resizes it. Keys do the same from the cells. */
export function GridHeader(props: GridHeaderProps) {
  const { store, geometry } = props;
  const headers = store.columns.map((column, index) => <HeaderCell key={column.columnId} {...props} column={index} />);
  return (
    <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.header}`}>
      <div role="presentation" className={styles.frozen} style={{ width: geometry.frozenWidth }}>{headers.slice(0, store.frozenCount)}</div>
      {headers.slice(store.frozenCount)}
    </div>
  );
}

function HeaderCell({ store, geometry, column, onSelectColumn, onSortColumn, onResize }: GridHeaderProps & { readonly column: number }) {
  const start = useRef<number | null>(null);
  const found = store.columns[column];
  if (!found) return null;
  const width = geometry.widths[column] ?? 0;
  const textual = found.kind === 'sku' || found.kind === 'title';
  const sorted = store.sort?.columnId === found.columnId ? store.sort.direction : undefined;
  const begin = (event: PointerEvent): void => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = event.clientX - width;
  };
  const drag = (event: PointerEvent): void => {
    if (start.current !== null) onResize(column, event.clientX - start.current);
  };
  return (
    <div
      role="columnheader" aria-colindex={column + 1} aria-sort={sorted} title={found.note ? `${found.title}, ${found.note}` : found.title}
      className={`${styles.cell} ${textual ? '' : styles.number}`} style={{ left: geometry.lefts[column], width }}
      onPointerDown={() => onSelectColumn(column)} onDoubleClick={() => onSortColumn(column)}
    >
      {sorted ? <span aria-hidden="true" className={styles.sortMark}>{sorted === 'ascending' ? '▲' : '▼'}</span> : null}
      {found.title}
      {found.note ? <small className={styles.note}> {found.note}</small> : null}
      <span
        data-resize={found.columnId} aria-hidden="true" className={styles.resizer} onDoubleClick={(event) => event.stopPropagation()}
        onPointerDown={begin} onPointerMove={drag} onPointerUp={() => { start.current = null; }} onPointerCancel={() => { start.current = null; }}
      />
    </div>
  );
}
