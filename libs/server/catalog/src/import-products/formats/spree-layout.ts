import type { FileLayout } from '../import-model';
import { presentFields } from './present-fields';

/**
 * Spree's product export: rows of one slug; the first is the master (sold only when there are no others); a further
 * row of a SKU in another currency adds a price.
 */
export function spreeLayout(columns: string[]): FileLayout | null {
  if (!['slug', 'sku', 'name', 'price', 'currency'].every((column) => columns.includes(column))) return null;
  const options = columns.filter((column) => /^option\d+_value$/.test(column));
  return {
    format: 'spree',
    fields: presentFields(columns, {
      handle: 'slug', title: 'name', description: 'description', department: 'product_type', category: 'category1', taxClass: 'tax_category', status: 'status',
      imageUrl: 'image1_src', sku: 'sku', barcode: 'barcode', price: 'price', currency: 'currency', cost: 'cost_price', stock: 'inventory_count',
      weight: 'weight', weightUnit: 'weight_unit',
    }),
    options: options.map((value) => ({ name: { column: value.replace('_value', '_name') }, value })),
    optionSeparator: null, pricesByCurrency: [], facets: null, attributes: columns.includes('tags') ? [{ name: 'tags', column: 'tags', separator: ',' }] : [], grouping: 'handle', machineNumbers: true,
  };
}
