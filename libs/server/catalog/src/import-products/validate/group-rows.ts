import type { RowDraft } from '../import-model';
import type { LayoutReader } from './layout-reader';

/** Rows that make one product, in the order of the file. Rows of one handle belong together wherever they stand. */
export function groupRows(rows: RowDraft[], reader: LayoutReader): RowDraft[][] {
  switch (reader.layout.grouping) {
    case 'row':
      return rows.map((row) => [row]);
    case 'title-starts':
      return groupBelowTitles(rows, reader);
    case 'handle':
      return groupByHandle(rows, reader);
  }
}

function groupBelowTitles(rows: RowDraft[], reader: LayoutReader): RowDraft[][] {
  const groups: RowDraft[][] = [];
  for (const row of rows) {
    const current = groups.at(-1);
    if (reader.text(row, 'title') !== '' || !current) groups.push([row]);
    else current.push(row);
  }
  return groups;
}

function groupByHandle(rows: RowDraft[], reader: LayoutReader): RowDraft[][] {
  const byHandle = new Map<string, RowDraft[]>();
  for (const row of rows) {
    const handle = reader.text(row, 'handle');
    // A row without a handle cannot be joined to anything; by itself it is refused for that.
    const key = handle === '' ? ` row ${row.row}` : handle;
    const group = byHandle.get(key);
    if (group) group.push(row);
    else byHandle.set(key, [row]);
  }
  return [...byHandle.values()];
}
