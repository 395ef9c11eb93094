import type { FileLayout, Finding, ImportContext, ProductDraft, RowDraft } from './import-model';
import type { ProductFile } from './read-file/open-product-file';
import { readRecords } from './read-file/read-records';
import { FileIndex } from './validate/file-index';
import { Findings } from './validate/findings';
import { groupRows } from './validate/group-rows';
import { LayoutReader } from './validate/layout-reader';
import { validateProduct } from './validate/validate-product';

export interface ReadProducts {
  products: ProductDraft[];
  findings: Finding[];
  productsRejected: number;
  columnsNotUsed: string[];
}

const BREATH = 500;

/** All products of a file with what is wrong in it, by itself: nothing is asked of the database. */
export async function readProducts(file: Pick<ProductFile, 'content' | 'delimiter' | 'columns'>, layout: FileLayout, context: ImportContext): Promise<ReadProducts> {
  const reader = new LayoutReader(layout, file.columns);
  const findings = new Findings();
  const { rows, crowdedRows } = await readRows(file, reader);
  const scope = { reader, context, findings, crowdedRows, index: new FileIndex() };
  const products: ProductDraft[] = [];
  const groups = groupRows(rows, reader);
  for (const [index, group] of groups.entries()) {
    const product = validateProduct(group as [RowDraft, ...RowDraft[]], scope);
    if (product) products.push(product);
    if (index % BREATH === 0) await new Promise((resolve) => { setImmediate(resolve); }); // others of this process get their turn
  }
  return { products, findings: findings.all, productsRejected: groups.length - products.length, columnsNotUsed: reader.columnsNotUsed };
}

/** The rows below the header, and for rows with more cells than it what stands beyond its last column. */
async function readRows(file: Pick<ProductFile, 'content' | 'delimiter' | 'columns'>, reader: LayoutReader): Promise<{ rows: RowDraft[]; crowdedRows: Map<number, string> }> {
  const rows: RowDraft[] = [];
  const crowdedRows = new Map<number, string>();
  let isHeader = true;
  for await (const { row, cells } of readRecords(file.content, file.delimiter)) {
    if (!isHeader) {
      rows.push(reader.draft(row, cells));
      const extra = cells.slice(file.columns.length).find((cell) => cell !== '');
      if (extra !== undefined) crowdedRows.set(row, extra);
    }
    isHeader = false;
  }
  return { rows, crowdedRows };
}
