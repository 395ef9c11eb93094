'use client';
import { formatQuantity } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, memo, type RefObject, useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './stock-grid.module.css';
import { cellKey, type GridRow, parseUnits } from './sheet-edits';

const ROW = 30;
const OVERSCAN = 10;
const PAGE = 15;

interface StockGridProps {
  label: string;
  columns: readonly { id: string; name: string }[];
  rows: readonly GridRow[];
  /** New numbers by cell, in thousandths. */
  edits: ReadonlyMap<string, number>;
  onEdit?: ((key: string, milli: number | null) => void) | undefined;
  /** The rows so far are nearly all seen. */
  onNearEnd: () => void;
  onOpen: (row: GridRow) => void;
}
interface Cell { row: number; column: number }

/** SKUs by locations as an ARIA grid: only the rows on the screen are in the document; arrows move, typing edits, Enter commits. */
export function StockGrid({ label, columns, rows, edits, onEdit, onNearEnd, onOpen }: StockGridProps) {
  const t = useTranslations('stock-work.sheet');
  const pane = useRef<HTMLDivElement>(null);
  const id = useId();
  const { first, last, onScroll } = useWindow(pane, rows.length, onNearEnd);
  const [active, setActive] = useState<Cell>({ row: 0, column: 1 });
  const [typed, setTyped] = useState<string | null>(null);
  const at: Cell = { row: Math.max(0, Math.min(active.row, rows.length - 1)), column: Math.min(active.column, columns.length) };
  const go = (cell: Cell): void => {
    const next = { row: Math.max(0, Math.min(rows.length - 1, cell.row)), column: Math.max(0, Math.min(columns.length, cell.column)) };
    setActive(next);
    reveal(pane.current, next.row);
    if (next.row > rows.length - 100) onNearEnd();
  };
  const commit = (text: string): void => {
    const row = rows[at.row];
    const column = columns[at.column - 1];
    const milli = parseUnits(text);
    if (row && column && onEdit && milli !== undefined) onEdit(cellKey(row.variantId, column.id), milli === row.levels[at.column - 1] ? null : milli);
    setTyped(null);
    pane.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (typed !== null) return;
    const step = moves(event)[event.key];
    if (step) {
      event.preventDefault();
      go({ row: at.row + step[0], column: at.column + step[1] });
    } else if (at.column === 0 && event.key === 'Enter') {
      const row = rows[at.row];
      if (row) onOpen(row);
    } else if (onEdit && at.column > 0 && (/^[\d-]$/.test(event.key) || event.key === 'Enter' || event.key === 'F2') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      setTyped(event.key.length === 1 ? event.key : '');
    } else if (onEdit && event.key === 'Escape') {
      const [row, column] = [rows[at.row], columns[at.column - 1]];
      if (row && column) onEdit(cellKey(row.variantId, column.id), null);
    }
  };
  const template = `minmax(260px, 340px) repeat(${columns.length}, minmax(96px, 1fr))`;
  return (
    <div ref={pane} role="grid" tabIndex={0} className={styles.pane} aria-label={label} aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at.row}-${at.column}`} onScroll={onScroll} onKeyDown={onKeyDown}>
      <div role="presentation" className={styles.canvas} style={{ height: (rows.length + 1) * ROW, minWidth: 260 + columns.length * 96 }}>
        <div role="row" aria-rowindex={1} className={styles.head} style={{ gridTemplateColumns: template }}>
          <span role="columnheader" className={styles.name}>{t('product')}</span>
          {columns.map((column) => <span key={column.id} role="columnheader" title={column.name}>{column.name}</span>)}
        </div>
        {rows.slice(first, last).map((row, index) => (
          <Row key={row.variantId} row={row} index={first + index} id={id} template={template} columns={columns} edits={edits} activeColumn={first + index === at.row ? at.column : -1} typed={first + index === at.row ? typed : null}
            onPick={(column) => { setTyped(null); setActive({ row: first + index, column }); }} onBegin={() => { if (onEdit) setTyped(''); }} onCommit={commit} onCancel={() => { setTyped(null); pane.current?.focus({ preventScroll: true }); }} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  row: GridRow; index: number; id: string; template: string; columns: readonly { id: string; name: string }[]; edits: ReadonlyMap<string, number>; activeColumn: number; typed: string | null;
  onPick: (column: number) => void; onBegin: () => void; onCommit: (text: string) => void; onCancel: () => void;
}

const Row = memo(function Row({ row, index, id, template, columns, edits, activeColumn, typed, onPick, onBegin, onCommit, onCancel }: RowProps) {
  const t = useTranslations('stock-work.sheet');
  const locale = useLocale();
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${(index + 1) * ROW}px)`, gridTemplateColumns: template }}>
      <span role="rowheader" id={`${id}-${index}-0`} className={styles.name} data-active={activeColumn === 0 || undefined} onPointerDown={() => onPick(0)}><a href={`/stock/${row.variantId}`} tabIndex={-1}>{row.sku}</a> <small>{row.title}</small></span>
      {columns.map((column, place) => {
        const edited = edits.get(cellKey(row.variantId, column.id));
        const level = row.levels[place] ?? null;
        const isActive = activeColumn === place + 1;
        if (isActive && typed !== null) {
          return <span key={column.id} role="gridcell" id={`${id}-${index}-${place + 1}`} className={styles.editing}><input ref={(input) => { if (input && document.activeElement !== input) { input.focus(); if (typed === '') input.select(); } }} aria-label={t('cell', { sku: row.sku, place: column.name })} defaultValue={typed === '' ? formatPlain(edited ?? level) : typed} inputMode="decimal"
            onKeyDown={(event) => { if (event.key === 'Enter' || event.key === 'Tab') { event.preventDefault(); event.stopPropagation(); onCommit(event.currentTarget.value); } else if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }} onBlur={(event) => onCommit(event.currentTarget.value)} /></span>;
        }
        return <span key={column.id} role="gridcell" id={`${id}-${index}-${place + 1}`} data-active={isActive || undefined} data-changed={edited !== undefined || undefined} data-below={(edited ?? level ?? 0) < 0 || undefined} data-empty={level === null || undefined} onPointerDown={() => onPick(place + 1)} onDoubleClick={onBegin}>{edited !== undefined ? formatQuantity(edited, locale) : level === null ? '–' : formatQuantity(level, locale)}</span>;
      })}
    </div>
  );
});

const formatPlain = (milli: number | null): string => (milli === null ? '' : String(milli / 1000));

const moves = (event: KeyboardEvent): Record<string, [number, number]> => ({
  ArrowUp: [event.ctrlKey ? -1e6 : -1, 0], ArrowDown: [event.ctrlKey ? 1e6 : 1, 0], ArrowLeft: [0, event.ctrlKey ? -1e6 : -1], ArrowRight: [0, event.ctrlKey ? 1e6 : 1], PageUp: [-PAGE, 0], PageDown: [PAGE, 0], Home: [0, -1e6], End: [0, 1e6],
});

function reveal(pane: HTMLElement | null, row: number): void {
  if (!pane) return;
  const [top, bottom] = [row * ROW, (row + 2) * ROW];
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (bottom > pane.scrollTop + pane.clientHeight) pane.scrollTop = bottom - pane.clientHeight;
}

/** The rows to keep in the document: `first` inclusive, `last` exclusive. It moves in steps, so that most scroll events render nothing. */
function useWindow(pane: RefObject<HTMLDivElement | null>, count: number, onNearEnd: () => void) {
  const [start, setStart] = useState(0);
  const [height, setHeight] = useState(600);
  const onScroll = useCallback(() => {
    const row = Math.floor((pane.current?.scrollTop ?? 0) / ROW / 5) * 5;
    setStart(row);
    if (row > count - 200) onNearEnd();
  }, [pane, count, onNearEnd]);
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  const shown = Math.ceil(height / ROW) + 5;
  const top = Math.max(0, Math.min(start, count - shown));
  return { first: Math.max(0, top - OVERSCAN), last: Math.min(count, top + shown + OVERSCAN), onScroll };
}
