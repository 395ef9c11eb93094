import type { FileLayout, ImportContext } from '../import-model';
import { medusaLayout } from './medusa-layout';
import { shopifyLayout } from './shopify-layout';
import { spreeLayout } from './spree-layout';
import { vendureLayout } from './vendure-layout';

const layouts = [shopifyLayout, medusaLayout, vendureLayout, spreeLayout];

/** The layout of a product export that we know, told by its columns alone; null for every other file. */
export function recogniseLayout(columns: string[], context: ImportContext): FileLayout | null {
  for (const layoutOf of layouts) {
    const layout = layoutOf(columns, context);
    if (layout) return layout;
  }
  return null;
}

/** True for a file that only translates products that exist elsewhere (Spree's export of translations). */
export const isTranslations = (columns: string[]): boolean =>
  ['slug', 'locale', 'name'].every((column) => columns.includes(column)) && !['sku', 'price'].some((column) => columns.includes(column));
