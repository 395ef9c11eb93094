import type { StockBucket } from '@oneshelf/domain-inventory';
import type { StockEntry } from './stock-entry';

/** What entries together ask of one level: by what each touched bucket will change. */
export type StockDemand = { variant_id: string; location_id: string } & { [Column in `${StockBucket}_milli`]?: number };

/** All entries of a level summed, so that two lines of one variant are compared with the level as one (L-21). */
export function stockDemand(entries: readonly StockEntry[], touched: readonly StockBucket[]): StockDemand[] {
  const byLevel = new Map<string, StockDemand>();
  for (const { variantId, locationId, from, to, quantityMilli } of entries) {
    const key = `${variantId}@${locationId}`.toLowerCase();
    const demand = byLevel.get(key) ?? { variant_id: variantId, location_id: locationId };
    for (const bucket of touched) {
      const change = (to === bucket ? quantityMilli : 0) - (from === bucket ? quantityMilli : 0);
      demand[`${bucket}_milli`] = (demand[`${bucket}_milli`] ?? 0) + change;
    }
    byLevel.set(key, demand);
  }
  return [...byLevel.values()];
}
