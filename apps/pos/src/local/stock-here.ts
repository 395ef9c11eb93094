import type { SalePayload, TillStock } from '@oneshelf/contracts';

/** Where each product stands in this store, as far as somebody said. */
export const binsHere = (stock: TillStock | null): Map<string, string> => new Map(stock?.bins?.flatMap((bin, row) => (bin === '' ? [] : [[stock.variantIds[row] ?? '', bin] as const])));

/** Units for sale in this store as the server last said, less what this till has sold since. */
export function stockHere(stock: TillStock | null, sales: readonly Pick<SalePayload, 'soldAt' | 'basket'>[]): Map<string, number> {
  const here = new Map(stock?.variantIds.map((variantId, row) => [variantId, stock.sellableMilli[row] ?? 0]));
  for (const { soldAt, basket } of sales) {
    if (stock && soldAt <= stock.readAt) continue;
    for (const { variantId, quantityMilli } of basket.lines) here.set(variantId, (here.get(variantId) ?? 0) - quantityMilli);
  }
  return here;
}
