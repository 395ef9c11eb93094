import type { ProductDraft, RowDraft, VariantDraft } from '../import-model';
import { Findings, rejectSiblings } from './findings';
import type { FileIndex } from './file-index';
import { readProductTexts } from './product-texts';
import { slug } from './text-values';
import { validateVariant, type VariantScope } from './validate-variant';
import { variantRows, type VariantRows } from './variant-rows';

const MAX_OPTIONS = 3;
const MAX_VARIANTS = 2000;

export interface ProductScope extends VariantScope {
  index: FileIndex;
  /** Rows with more cells than the header, and the first such cell. */
  crowdedRows: Map<number, string>;
}

/** A product as its rows have it, or null when one of them has an error: it is imported whole or not at all. */
export function validateProduct(group: [RowDraft, ...RowDraft[]], scope: ProductScope): ProductDraft | null {
  const findings = new Findings();
  const own: ProductScope = { ...scope, findings };
  const { reader } = scope;
  const head = group.find((row) => reader.text(row, 'title') !== '') ?? group[0];
  const texts = readProductTexts(head, reader, findings);
  const sold = variantRows(group, reader);
  const optionNames = nameOptions(sold, own);
  const read = sold.map((variant) => validateVariant(variant, optionNames, own));
  const { handle, handleMade } = nameProduct(head, { title: texts.title, firstSku: read[0]?.sku ?? '' }, own);
  const variants = nameVariants(read, handle, own);
  refuseTwins(variants, own);
  if (variants.length > MAX_VARIANTS) findings.error(head.row, keyCell(own), { code: 'too_many_variants', message: `A product has at most ${MAX_VARIANTS} variants; this has ${variants.length}.` });
  const rows = group.map(({ row }) => row);
  refuseCrowded(rows, own);
  rejectSiblings(findings, rows, reader.keyColumn);
  scope.findings.take(findings.all);
  if (findings.rowsWithErrors.size > 0) return null;
  const pricesInOtherCurrencies = read.reduce((total, variant) => total + variant.pricesInOtherCurrencies, 0);
  return { row: head.row, rows, handle, handleMade, ...texts, optionNames, variants, pricesInOtherCurrencies };
}

function refuseCrowded(rows: number[], { crowdedRows, findings, reader }: ProductScope): void {
  for (const row of rows) {
    const text = crowdedRows.get(row);
    if (text !== undefined) findings.error(row, { column: reader.keyColumn, text }, { code: 'too_many_cells', message: 'The row has more cells than the header has columns. A quotation mark or a delimiter is wrong in it.' });
  }
}

const keyCell = ({ reader }: ProductScope) => ({ column: reader.keyColumn, text: '' });

/** Shopify names an option on the product's first row only, so each place takes the first name that it finds. */
function nameOptions(sold: VariantRows[], { findings }: ProductScope): string[] {
  const most = Math.max(0, ...sold.map(({ options }) => options.length));
  if (most > MAX_OPTIONS) {
    const crowded = sold.find(({ options }) => options.length > MAX_OPTIONS);
    const cell = crowded?.options.at(-1)?.value;
    if (crowded && cell) findings.error(crowded.rows[0].row, cell, { code: 'too_many_options', message: `A product has at most ${MAX_OPTIONS} options; this has ${most}.` });
  }
  return Array.from({ length: most }, (_, index) => sold.map(({ options }) => options[index]?.name ?? '').find((name) => name !== '') ?? `Option ${index + 1}`);
}

/** The file's handle, or one made from the title: with the SKU where each row is a product, so that equal titles stay apart. */
function nameProduct(head: RowDraft, product: { title: string; firstSku: string }, { reader, findings, index }: ProductScope): { handle: string; handleMade: boolean } {
  const given = reader.cell(head, 'handle');
  const handleMade = !given || given.text === '';
  const parts = handleMade ? [product.title.slice(0, 150), reader.layout.grouping === 'row' ? product.firstSku : ''] : [given.text];
  const handle = slug(parts.join(' ')) || 'product';
  const cell = given && !handleMade ? given : (reader.cell(head, 'title') ?? { column: reader.keyColumn, text: product.title });
  const taken = index.handles.get(handle);
  if (taken === undefined) {
    index.handles.set(handle, head.row);
    return { handle, handleMade };
  }
  if (handleMade && product.firstSku !== '') return { handle: index.apart(handle, product.firstSku), handleMade };
  findings.error(head.row, cell, { code: 'duplicate_handle', message: `Row ${taken} has the same ${handleMade ? 'title' : 'handle'}, and no SKU or handle tells the two apart.` });
  return { handle, handleMade };
}

function nameVariants(read: Omit<VariantDraft, 'skuMade'>[], handle: string, { reader, findings, index }: ProductScope): VariantDraft[] {
  return read.map((variant, position) => {
    const skuMade = variant.sku === '';
    const sku = skuMade ? `${handle.slice(0, 58)}-${position + 1}`.toUpperCase() : variant.sku;
    const earlier = index.claim('skus', sku, variant.row);
    if (earlier !== undefined) findings.error(variant.row, { column: reader.layout.fields.sku ?? reader.keyColumn, text: sku }, { code: 'duplicate_sku', message: `Row ${earlier} has the same SKU.` });
    if (variant.barcode !== null) {
      const other = index.claim('barcodes', variant.barcode, variant.row);
      if (other !== undefined) findings.error(variant.row, { column: reader.layout.fields.barcode ?? '', text: variant.barcode }, { code: 'duplicate_barcode', message: `Row ${other} has the same barcode.` });
    }
    return { ...variant, sku, skuMade };
  });
}

/** Two variants that a shopper could not tell apart. */
function refuseTwins(variants: VariantDraft[], { reader, findings }: ProductScope): void {
  const rowByOptions = new Map<string, number>();
  for (const variant of variants) {
    const key = JSON.stringify(variant.optionValues);
    const earlier = rowByOptions.get(key);
    const column = reader.layout.options[0]?.value ?? reader.layout.fields.sku ?? reader.keyColumn;
    if (earlier === undefined) rowByOptions.set(key, variant.row);
    else findings.error(variant.row, { column, text: variant.title }, { code: 'duplicate_options', message: `Row ${earlier} of the same product has the same options; nothing tells the two apart.` });
  }
}
