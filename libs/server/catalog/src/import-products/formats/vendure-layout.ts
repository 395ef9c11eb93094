import type { FileLayout, ImportContext } from '../import-model';
import { inLanguage } from './in-language';
import { presentFields } from './present-fields';

/**
 * Vendure's product import file: a row with a name starts a product, rows below without one are its variants; option
 * names and values of a row stand in one cell, divided by |. Columns may carry a language ("name:en").
 */
export function vendureLayout(columns: string[], context: ImportContext): FileLayout | null {
  const stems = new Set(columns.map((column) => column.split(':')[0]));
  if (!['name', 'slug', 'facets', 'optionGroups', 'optionValues', 'sku', 'price'].every((stem) => stems.has(stem))) return null;
  const column = (stem: string): string => inLanguage(columns, stem, context.locale);
  return {
    format: 'vendure',
    fields: presentFields(columns, {
      title: column('name'), handle: column('slug'), description: column('description'), imageUrl: column('assets'), sku: 'sku', price: 'price',
      taxClass: 'taxCategory', stock: 'stockOnHand',
    }),
    options: [{ name: { column: column('optionGroups') }, value: column('optionValues') }],
    optionSeparator: '|', pricesByCurrency: [], facets: column('facets'), attributes: [], grouping: 'title-starts', machineNumbers: true,
  };
}
