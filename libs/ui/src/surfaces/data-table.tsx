import type { ReactNode } from 'react';
import type { Tone } from '../tone';

export type DataColumn<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the right. */
  align?: 'start' | 'end';
  /** The cell that names its row for a screen reader; the first column unless told. */
  isRowHeader?: boolean;
  footer?: ReactNode;
};

export type DataTableProps<Row> = {
  /** Spoken before the table; seen only with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTone?: (row: Row) => Tone | undefined;
  isSelected?: (row: Row) => boolean;
  /** Stands in for the rows when there are none. */
  empty?: ReactNode;
};

/** A plain table: hairlines, no stripes, numbers right. Scrolls sideways inside itself on a narrow screen. */
export function DataTable<Row>({ caption, showCaption = false, columns, rows, rowKey, rowTone, isSelected, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const rowHeader = columns.find((column) => column.isRowHeader) ?? columns[0];
  return (
    <div className="os-table-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table className="os-table">
        <caption className={showCaption ? undefined : 'os-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>{column.header}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-tone={rowTone?.(row)} data-selected={isSelected?.(row) || undefined}>
              {columns.map((column) =>
                column === rowHeader
                  ? <th key={column.id} scope="row" data-align={column.align}>{column.cell(row)}</th>
                  : <td key={column.id} data-align={column.align}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.footer !== undefined) ? <TableFoot columns={columns} /> : null}
      </table>
    </div>
  );
}

function TableFoot<Row>({ columns }: { columns: readonly DataColumn<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.id} data-align={column.align}>{column.footer}</td>
        ))}
      </tr>
    </tfoot>
  );
}
