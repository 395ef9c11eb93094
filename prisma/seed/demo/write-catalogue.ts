import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { seedId } from '../seed-id';
import { demoProducts, demoSets } from './catalogue';
import { demoCollections } from './collections';
import type { DemoTimes } from './demo-times';
import { demoRecipes } from './recipes';

export async function writeCatalogue(tx: Kysely<DB>, { founded }: DemoTimes): Promise<void> {
  const products = [...demoProducts, ...demoSets];
  const kinds = new Map(demoRecipes.map(({ variantId, kind }) => [variantId, kind]));
  const stamps = { created_at: founded, updated_at: founded };
  await insertRows(tx, 'product', products.map((product) => ({
    id: product.id,
    handle: product.handle,
    title: product.title,
    description: product.description,
    brand: product.brand,
    department: product.department,
    category: product.category,
    tax_class: product.taxClass,
    option_names: product.optionNames,
    attributes: product.material === null ? {} : { material: product.material },
    ...stamps,
  })));
  await insertRows(tx, 'variant', products.flatMap((product) => product.variants.map((variant, position) => ({
    id: variant.id,
    product_id: product.id,
    sku: variant.sku,
    title: variant.title,
    option_values: variant.optionValues,
    cost_minor: variant.costGbpMinor,
    cost_currency: 'GBP',
    weight_grams: variant.weightGrams,
    contents_milli: variant.contents?.quantityMilli ?? null,
    contents_unit: variant.contents?.unit ?? null,
    unit: variant.unit,
    position,
    kind: kinds.get(variant.id) ?? 'stock',
    ...stamps,
  }))));
  await insertRows(tx, 'barcode', products.flatMap((product) => product.variants.map((variant) => ({ code: variant.barcode, variant_id: variant.id }))));
  await insertRows(tx, 'collection', demoCollections);
  await insertRows(tx, 'collection_product', products.flatMap((product) =>
    product.collections.map((handle) => ({ collection_id: seedId(`collection:${handle}`), product_id: product.id })),
  ));
  await insertRows(tx, 'bundle_component', demoRecipes.flatMap(({ variantId, components }) => components.map((component, position) => ({
    bundle_id: variantId, variant_id: component.variantId, quantity_milli: component.quantityMilli, position, changed_at: founded,
  }))));
}
