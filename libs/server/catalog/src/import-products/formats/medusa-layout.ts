import type { FileLayout } from '../import-model';
import { presentFields } from './present-fields';

/** Medusa's product export: a row a variant, a column a currency ("Variant Price EUR"); prices of a region are left out. */
export function medusaLayout(columns: string[]): FileLayout | null {
  if (!['Product Handle', 'Product Title', 'Variant Title'].every((column) => columns.includes(column))) return null;
  return {
    format: 'medusa',
    fields: presentFields(columns, {
      handle: 'Product Handle', title: 'Product Title', description: 'Product Description', status: 'Product Status', imageUrl: 'Product Thumbnail',
      sku: 'Variant Sku', barcode: ['Variant Barcode', 'Variant Ean', 'Variant Upc'].find((column) => columns.includes(column)) ?? '',
      stock: 'Variant Inventory Quantity', weight: 'Variant Weight',
    }),
    options: columns
      .filter((column) => /^Variant Option \d+ Value$/.test(column))
      .map((value) => ({ name: { column: value.replace('Value', 'Name') }, value })),
    optionSeparator: null,
    pricesByCurrency: columns.flatMap((column) => {
      const [, currency] = /^Variant Price ([A-Z]{3})$/.exec(column) ?? [];
      return currency ? [{ currency, column }] : [];
    }),
    facets: null, attributes: columns.includes('Product Material') ? [{ name: 'material', column: 'Product Material', separator: null }] : [], grouping: 'handle', machineNumbers: true,
  };
}
