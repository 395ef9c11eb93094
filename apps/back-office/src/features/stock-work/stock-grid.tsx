'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useCallback, useId, useLayoutEffect, useState } from 'react';
import { CellEditor } from '../../sheet/cell-editor';
import type { CellPosition } from '../../sheet/cell-position';
import type { CellSelection } from '../../sheet/cell-selection';
import type { ShownSheet } from './stock-block';
import type { StockDraft } from './stock-draft';
import { ROW_HEIGHT, StockGridRow } from './stock-grid-row';
import styles from './stock-grid.module.css';
import { type StockGridSaid, useStockGrid } from './use-stock-grid';

const OVERSCAN = 10;
const NEAR_END = 200;

interface StockGridProps {
  label: string;
  sheet: ShownSheet;
  onDraft: ((draft: StockDraft) => void) | undefined;
  /** The rows so far are nearly all seen. */
  onNearEnd: () => void;
  onOpen: (row: number) => void;
  onSaid: (said: StockGridSaid) => void;
  pane: RefObject<HTMLDivElement | null>;
  selection: CellSelection;
  onSelection: (selection: CellSelection) => void;
}

/** SKUs by places as an ARIA grid: only the rows on the screen are in the document. Keys, selection and clipboard are those of the price sheet. */
export function StockGrid({ label, sheet, onDraft, onNearEnd, onOpen, onSaid, pane, selection, onSelection }: StockGridProps) {
  const t = useTranslations('stock-work.sheet');
  const { rows, columns } = sheet;
  const id = useId();
  const { first, last, pageRows, onScroll } = useWindow(pane, rows.length, onNearEnd);
  const reveal = ({ row }: CellPosition): void => { if (row > rows.length - NEAR_END) onNearEnd(); };
  const grid = useStockGrid({ sheet, pane, pageRows, selection, onSelection, onDraft, onOpen, reveal, say: onSaid });
  const { range, focus, edit } = grid;
  useLayoutEffect(() => {
    revealRow(pane.current, focus.row);
    revealColumn(pane.current, document.getElementById(`${id}-${focus.row}-${focus.column}`));
  }, [pane, id, focus.row, focus.column]);
  const template = `minmax(260px, 340px) ${columns.map(({ kind }) => (kind === 'bin' ? '92px' : 'minmax(104px, 1fr)')).join(' ')}`;
  const editor = edit === null ? null : (
    <CellEditor label={t('cell', { sku: rows[edit.row]?.sku ?? '', place: columns[edit.column - 1]?.name ?? '' })} className={styles.editor} initialText={edit.text} selectAll={!edit.isTyped} onCommit={grid.commit} onCancel={grid.cancel} />
  );
  return (
    <div ref={pane} role="grid" tabIndex={0} className={styles.pane} aria-label={label} aria-multiselectable="true" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} aria-activedescendant={rows.length === 0 ? undefined : `${id}-${focus.row}-${focus.column}`}
      onScroll={onScroll} onKeyDown={grid.onKeyDown} onCopy={grid.onCopy} onPaste={grid.onPaste} onPointerDown={grid.onPointerDown} onPointerOver={grid.onPointerOver} onPointerUp={grid.onPointerUp} onPointerCancel={grid.onPointerCancel} onDoubleClick={() => grid.startEdit(null)}>
      <div role="presentation" className={styles.canvas} style={{ height: (rows.length + 1) * ROW_HEIGHT, minWidth: 260 + columns.length * 104 }}>
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
          <span role="columnheader" className={styles.name}>{t('product')}</span>
          {columns.map((column) => <span key={column.id} role="columnheader" className={column.kind === 'bin' ? styles.bin : undefined} title={column.name}>{column.name}</span>)}
        </div>
        {shownRows({ first, last }, rows.length, [focus.row, edit?.row ?? focus.row]).map((index) => {
          const row = rows[index];
          const isSelected = index >= range.top && index <= range.bottom;
          return row === undefined ? null : (
            <StockGridRow key={row.variantId} row={row} index={index} id={id} template={template} columns={columns} cells={sheet.draft.cells} activeColumn={index === focus.row ? focus.column : -1}
              selectedFrom={isSelected ? range.left : -1} selectedTo={isSelected ? range.right : -1} editorColumn={edit?.row === index ? edit.column : -1} editor={edit?.row === index ? editor : null} />
          );
        })}
      </div>
    </div>
  );
}

/** The window, and the rows that must stay although they are scrolled away: the active one and the one under edit. */
function shownRows({ first, last }: { first: number; last: number }, count: number, kept: readonly number[]): number[] {
  const rows = new Set(kept.filter((row) => row < count));
  for (let row = first; row < last; row += 1) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

function revealRow(pane: HTMLElement | null, row: number): void {
  if (!pane) return;
  const [top, bottom] = [row * ROW_HEIGHT, (row + 2) * ROW_HEIGHT];
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (bottom > pane.scrollTop + pane.clientHeight) pane.scrollTop = bottom - pane.clientHeight;
}

/** The first column stays when the pane scrolls sideways, so a cell must stand free of it. */
function revealColumn(pane: HTMLElement | null, cell: HTMLElement | null): void {
  const frozen = cell?.parentElement?.firstElementChild;
  if (!pane || !cell || !frozen || cell === frozen) return;
  const [left, right] = [cell.offsetLeft - frozen.clientWidth, cell.offsetLeft + cell.offsetWidth];
  if (left < pane.scrollLeft) pane.scrollLeft = left;
  else if (right > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = right - pane.clientWidth;
}

/** The rows to keep in the document: `first` inclusive, `last` exclusive. It moves in steps, so that most scroll events render nothing. */
function useWindow(pane: RefObject<HTMLDivElement | null>, count: number, onNearEnd: () => void) {
  const [start, setStart] = useState(0);
  const [height, setHeight] = useState(600);
  const onScroll = useCallback(() => {
    const row = Math.floor((pane.current?.scrollTop ?? 0) / ROW_HEIGHT / 5) * 5;
    setStart(row);
    if (row > count - NEAR_END) onNearEnd();
  }, [pane, count, onNearEnd]);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  const shown = Math.ceil(height / ROW_HEIGHT) + 5;
  const top = Math.max(0, Math.min(start, count - shown));
  return { first: Math.max(0, top - OVERSCAN), last: Math.min(count, top + shown + OVERSCAN), pageRows: Math.max(1, Math.floor(height / ROW_HEIGHT) - 2), onScroll };
}
