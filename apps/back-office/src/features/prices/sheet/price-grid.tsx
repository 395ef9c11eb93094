import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { CellEditor } from '../../../sheet/cell-editor';
import { FindBar } from './find-bar';
import { clampWidth, columnWidths, gridGeometry, HEADER_HEIGHT, revealCell, ROW_HEIGHT } from './grid-geometry';
import { GridHeader } from './grid-header';
import { cellId, GridRow } from './grid-row';
import type { GridLabels } from './sheet-labels';
import type { SheetStore } from './sheet-store';
import type { CellPosition } from '../../../sheet/cell-position';
import { useCellEditing } from './use-cell-editing';
import { selectColumn, sortBy, useGridCommands } from './use-grid-commands';
import { useGridPointer } from './use-grid-pointer';
import { useRowWindow } from './use-row-window';
import styles from './price-grid.module.css';

interface PriceGridProps {
  readonly store: SheetStore;
  readonly labels: GridLabels;
  /** Widths that a person has chosen, by column id. */
  readonly widths?: Readonly<Record<string, number>>;
  onWidths?(widths: Readonly<Record<string, number>>): void;
  /** Opens the list of keys (`?`). */
  readonly onHelp?: () => void;
  /** Stands under the rows inside the frame, as the status bar does. */
  readonly children?: ReactNode;
}

const NO_WIDTHS: Readonly<Record<string, number>> = {};

/** React's snapshot on the server, where no store changes; without it the build of the page fails. */
const FIRST_VERSION = (): number => 0;

/**
 * The price sheet as an ARIA grid: only the rows on the screen are in the document, the pane holds the focus and
 * names the active cell, whose row stays rendered wherever it is scrolled to. Give it another `key` with another store,
 * and labels that keep their identity: new labels render every row.
 */
export function PriceGrid({ store, labels, widths: kept, onWidths, onHelp, children }: PriceGridProps) {
  useSyncExternalStore(store.subscribe, store.getVersion, FIRST_VERSION);
  const pane = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const { columns } = store;
  const [chosen, setChosen] = useState<Readonly<Record<string, number>>>(kept ?? NO_WIDTHS);
  const [paneWidth, setPaneWidth] = useState(0);
  useLayoutEffect(() => setPaneWidth(pane.current?.clientWidth ?? 0), []);
  const widths = useMemo(() => columnWidths(columns, chosen, paneWidth), [columns, chosen, paneWidth]);
  const [isFinding, setFinding] = useState(false);
  const [spoken, setSpoken] = useState({ text: '', turn: 0 });
  const geometry = useMemo(() => gridGeometry(widths, store.frozenCount), [widths, store.frozenCount]);
  const rowWindow = useRowWindow(pane, store.size.rows);
  // A new element for each message, so that the same words twice are spoken twice.
  const announce = useCallback((text: string) => setSpoken(({ turn }) => ({ text, turn: turn + 1 })), []);
  const reveal = useCallback((position: CellPosition) => {
    if (pane.current) revealCell(pane.current, geometry, position);
  }, [geometry]);
  const resize = useCallback((column: number, width: number) => {
    const columnId = columns[column]?.columnId;
    if (columnId === undefined) return;
    const next = { ...chosen, [columnId]: clampWidth(width) };
    setChosen(next);
    onWidths?.(next);
  }, [columns, chosen, onWidths]);
  const resizeBy = (column: number, pixels: number): void => {
    const width = clampWidth((widths[column] ?? 0) + pixels);
    resize(column, width);
    announce(labels.resized(store.columns[column]?.title ?? '', width));
  };
  const editing = useCellEditing({ store, labels, pane, announce, reveal });
  const pointer = useGridPointer({ store, labels, pane, geometry, announce, reveal });
  const commands = useGridCommands({
    store, labels, pageRows: rowWindow.pageRows, announce, reveal, startEdit: editing.startEdit, resizeBy, cancelFill: pointer.cancelFill, openFind: () => setFinding(true), onHelp,
  });
  const { edit } = editing;
  const { range, selection: { focus } } = store;
  const { filling } = pointer;
  const editor = edit === null ? null : (
    <CellEditor
      label={labels.editor(store.columns[edit.column]?.title ?? '', store.rows[edit.dataRow]?.sku ?? '')} className={styles.editor}
      initialText={edit.text} selectAll={!edit.typed} onCommit={editing.commit} onCancel={editing.cancel}
    />
  );
  const rows = rowsToRender(rowWindow, store.size.rows, [focus.row, edit?.row ?? focus.row]).map((row) => {
    const dataRow = store.rowAt(row);
    const selected = row >= range.top && row <= range.bottom;
    const filled = filling !== null && row >= filling.top && row <= filling.bottom;
    const underEdit = edit !== null && edit.dataRow === dataRow;
    return (
      <GridRow
        key={dataRow} store={store} labels={labels} geometry={geometry} gridId={gridId} row={row} dataRow={dataRow}
        version={store.cells.rowVersions[dataRow] ?? 0} activeColumn={row === focus.row ? focus.column : -1}
        selectedFrom={selected ? range.left : -1} selectedTo={selected ? range.right : -1}
        fillFrom={filled ? filling.left : -1} fillTo={filled ? filling.right : -1}
        handleColumn={row === range.bottom && edit === null ? range.right : -1}
        editorColumn={underEdit ? edit.column : -1} editor={underEdit ? editor : null}
      />
    );
  });
  return (
    <div className={styles.frame}>
      <div
        ref={pane} role="grid" tabIndex={0} className={styles.pane} aria-label={labels.name} aria-multiselectable="true"
        aria-rowcount={store.size.rows + 1} aria-colcount={store.size.columns}
        aria-activedescendant={store.size.rows === 0 ? undefined : cellId(gridId, focus.row, focus.column)}
        onScroll={rowWindow.onScroll} onKeyDown={commands.onKeyDown} onCopy={commands.onCopy} onCut={commands.onCut} onPaste={commands.onPaste}
        onPointerDown={pointer.onPointerDown} onPointerMove={pointer.onPointerMove} onPointerUp={pointer.onPointerUp} onPointerCancel={pointer.onPointerCancel}
        onDoubleClick={(event) => { if (!(event.target as HTMLElement).closest('[role="columnheader"]')) editing.startEdit(null); }}
      >
        <div role="presentation" className={styles.canvas} style={{ height: store.size.rows * ROW_HEIGHT + HEADER_HEIGHT, width: geometry.totalWidth }}>
          <GridHeader
            store={store} geometry={geometry} onResize={resize}
            onSelectColumn={(column) => selectColumn(store, column)} onSortColumn={(column) => sortBy({ store, labels, announce }, column, 'next')}
          />
          {rows}
        </div>
      </div>
      {isFinding ? <FindBar store={store} labels={labels.find} onFound={reveal} onClose={() => { setFinding(false); pane.current?.focus({ preventScroll: true }); }} /> : null}
      {children}
      <div role="status" className={styles.spoken}><span key={spoken.turn}>{spoken.text}</span></div>
    </div>
  );
}

/** The window and, in their place by order, rows that must stay although scrolled away: the active one and the one under edit. */
function rowsToRender({ first, last }: { readonly first: number; readonly last: number }, rowCount: number, kept: readonly number[]): number[] {
  const rows = new Set<number>(kept.filter((row) => row < rowCount));
  for (let row = first; row < last; row += 1) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
