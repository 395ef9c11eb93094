import type { FileLayout } from '../import-model';
import { presentFields } from './present-fields';

/** Shopify's product export: rows of one handle are a product, its texts stand in the first; rows of images only are skipped. */
export function shopifyLayout(columns: string[]): FileLayout | null {
  if (!['Handle', 'Title', 'Variant Price'].every((column) => columns.includes(column))) return null;
  return {
    format: 'shopify',
    fields: presentFields(columns, {
      handle: 'Handle', title: 'Title', description: 'Body (HTML)', brand: 'Vendor', department: 'Type', category: 'Product Category', collections: 'Collection',
      status: columns.includes('Status') ? 'Status' : 'Published', imageUrl: 'Image Src', sku: 'Variant SKU', barcode: 'Variant Barcode', price: 'Variant Price',
      cost: 'Cost per item', stock: 'Variant Inventory Qty', weight: 'Variant Grams', contents: 'Unit Price Total Measure', contentsUnit: 'Unit Price Total Measure Unit',
    }),
    options: [1, 2, 3]
      .filter((number) => columns.includes(`Option${number} Value`))
      .map((number) => ({ name: { column: `Option${number} Name` }, value: `Option${number} Value` })),
    optionSeparator: null, pricesByCurrency: [], facets: null, attributes: shopifyAttributes(columns), grouping: 'handle', machineNumbers: true,
  };
}

/** Tags, and metafields by their names: "Fabric (product.metafields.shopify.fabric)". */
const shopifyAttributes = (columns: string[]): FileLayout['attributes'] => [
  ...(columns.includes('Tags') ? [{ name: 'tags', column: 'Tags', separator: ',' }] : []),
  ...columns.flatMap((column) => {
    const [, name] = /^(.{1,80}) \(product\.metafields\.[^)]+\)$/.exec(column) ?? [];
    return name === undefined ? [] : [{ name, column, separator: ';' }];
  }),
];
