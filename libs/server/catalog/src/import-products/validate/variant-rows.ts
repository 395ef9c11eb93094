import type { Cell, RowDraft } from '../import-model';
import type { LayoutReader } from './layout-reader';

/** One variant and the rows that speak of it: more than one where a row a currency adds prices. */
export interface VariantRows {
  rows: [RowDraft, ...RowDraft[]];
  options: { name: string; value: Cell }[];
}

/**
 * The rows of a product that are variants. Where some rows carry option values, rows without are not sold: Spree's
 * master, Shopify's rows of images. Where none does, a further row counts only if it has a SKU or a price.
 */
export function variantRows(group: RowDraft[], reader: LayoutReader): VariantRows[] {
  const rows = group.map((draft) => ({ draft, options: realOptions(reader.optionsOf(draft)) }));
  const hasOptions = rows.some(({ options }) => options.length > 0);
  const sold = rows.filter(({ draft, options }, index) => (hasOptions ? options.length > 0 : index === 0 || reader.text(draft, 'sku') !== '' || reader.pricesOf(draft).length > 0));
  if (reader.layout.fields.currency === undefined) return sold.map(({ draft, options }) => ({ rows: [draft], options }));
  const byKey = new Map<string, VariantRows>();
  for (const { draft, options } of sold) {
    const key = reader.text(draft, 'sku') || JSON.stringify(options.map(({ value }) => value.text));
    const known = byKey.get(key);
    const isFurtherPrice = known && !known.rows.some((other) => reader.text(other, 'currency') === reader.text(draft, 'currency'));
    if (isFurtherPrice) known.rows.push(draft);
    else byKey.set(known ? `${key} row ${draft.row}` : key, { rows: [draft], options });
  }
  return [...byKey.values()];
}

/** Shopify writes "Title: Default Title" for a product without options. */
const realOptions = (options: VariantRows['options']): VariantRows['options'] => (options.length === 1 && options[0]?.value.text === 'Default Title' ? [] : options);
