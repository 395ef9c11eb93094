import { formatQuantity } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { memo, type ReactNode } from 'react';
import { cellKey, type GridColumn, type GridRow } from './sheet-edits';
import type { DraftCell } from './stock-draft';
import styles from './stock-grid.module.css';

export const ROW_HEIGHT = 30;

interface StockGridRowProps {
  row: GridRow;
  index: number;
  id: string;
  template: string;
  columns: readonly GridColumn[];
  cells: ReadonlyMap<string, DraftCell>;
  /** -1: the active cell is in another row. */
  activeColumn: number;
  selectedFrom: number;
  selectedTo: number;
  editorColumn: number;
  editor: ReactNode;
}

/** One product of the sheet. Most rows are the same after a key press and are not drawn again. */
export const StockGridRow = memo(function StockGridRow({ row, index, id, template, columns, cells, activeColumn, selectedFrom, selectedTo, editorColumn, editor }: StockGridRowProps) {
  const t = useTranslations('stock-work.sheet');
  const isSelected = (column: number): boolean => column >= selectedFrom && column <= selectedTo;
  return (
    <div role="row" aria-rowindex={index + 2} data-row={index} className={styles.row} style={{ transform: `translateY(${(index + 1) * ROW_HEIGHT}px)`, gridTemplateColumns: template }}>
      <span role="rowheader" id={`${id}-${index}-0`} data-column={0} className={styles.name} data-active={activeColumn === 0 || undefined} data-selected={isSelected(0) || undefined} aria-selected={isSelected(0)}><a href={`/stock/${row.variantId}`} tabIndex={-1}>{row.sku}</a> <small>{row.title}</small></span>
      {columns.map((column, place) => {
        const at = { id: `${id}-${index}-${place + 1}`, 'data-column': place + 1, 'data-active': activeColumn === place + 1 || undefined, 'data-selected': isSelected(place + 1) || undefined, 'aria-selected': isSelected(place + 1) };
        if (editorColumn === place + 1) return <span key={column.id} role="gridcell" {...at} className={styles.editing}>{editor}</span>;
        if (column.kind === 'bin') return <span key={column.id} role="gridcell" aria-readonly {...at} className={styles.bin} data-empty={row.bin === null || undefined}>{row.bin ?? '–'}</span>;
        const typed = cells.get(cellKey(row.variantId, column.id));
        const problem = typed?.problem ?? null;
        return (
          <span key={column.id} role="gridcell" {...at} aria-readonly={!column.isEditable || row.isBundle || undefined} aria-invalid={problem !== null || undefined} title={problem === null ? undefined : t(`problems.${problem}`)}
            data-changed={typed !== undefined || undefined} data-bad={problem !== null || undefined} data-below={(typed?.milli ?? row.levels[column.level] ?? 0) < 0 || undefined} data-empty={(row.levels[column.level] ?? null) === null || undefined}>
            <Quantity milli={typed?.milli ?? row.levels[column.level] ?? null} text={problem === null ? null : (typed?.text ?? '')} unit={row.unit} />
          </span>
        );
      })}
    </div>
  );
});

function Quantity({ milli, text, unit }: { milli: number | null; text: string | null; unit: GridRow['unit'] }) {
  const locale = useLocale();
  return <>{text ?? (milli === null ? '–' : formatQuantity(milli, locale, unit))}</>;
}
