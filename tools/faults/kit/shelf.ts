import type { Office } from './office';
import type { Product } from './product';

export interface Article {
  variantId: string;
  sku: string;
}

/** Articles that all three channels sell, in the same order at every run. */
export const articles = (product: Product, count: number): Promise<Article[]> =>
  product.query<Article>(`SELECT l.variant_id AS "variantId", l.external_sku AS sku FROM listing l WHERE l.channel_code = 'amazon-gb' ORDER BY l.external_sku LIMIT $1`, [count]);

/** Leaves exactly these pieces: what is elsewhere is written off, through the product's own adjustments. */
export async function putOnShelf(product: Product, office: Office, wanted: { variantId: string; locationId: string; pieces: number }[]): Promise<void> {
  const variantIds = [...new Set(wanted.map(({ variantId }) => variantId))];
  const levels = await product.query<{ variant_id: string; location_id: string; sellable: string }>('SELECT variant_id, location_id, sellable_milli AS sellable FROM stock_level WHERE variant_id = ANY($1)', [variantIds]);
  const deltas = new Map<string, Map<string, number>>();
  const add = (locationId: string, variantId: string, milli: number): void => {
    const at = deltas.get(locationId) ?? new Map<string, number>();
    at.set(variantId, (at.get(variantId) ?? 0) + milli);
    deltas.set(locationId, at);
  };
  for (const level of levels) add(level.location_id, level.variant_id, -Number(level.sellable));
  for (const { locationId, variantId, pieces } of wanted) add(locationId, variantId, pieces * 1000);
  for (const [locationId, byVariant] of deltas) {
    const lines = [...byVariant].filter(([, deltaMilli]) => deltaMilli !== 0).map(([variantId, deltaMilli]) => ({ variantId, deltaMilli }));
    if (lines.length > 0) await office.adjust(locationId, lines);
  }
}

/** Nobody waits for Amazon to hear of the other offers: after a first start each gets its number, five a second. */
export async function leaveOtherListings(product: Product, variantIds: string[]): Promise<void> {
  await product.query('UPDATE listing SET pushed_version = wanted_version WHERE NOT variant_id = ANY($1::uuid[])', [variantIds]);
}
