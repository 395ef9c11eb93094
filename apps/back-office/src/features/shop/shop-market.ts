export const shopMarkets = ['GB', 'DE'] as const;
export type ShopMarket = (typeof shopMarkets)[number];

/** The market of a shop URL (?market=DE); without one it is Great Britain. */
export const shopMarketOf = (value: string | null): ShopMarket => shopMarkets.find((market) => market === value) ?? 'GB';

/** A page of the shop in a market: ('/shop/basket', 'DE') → /shop/basket?market=DE. The default market is left out. */
export function shopHref(path: `/shop${string}`, market: ShopMarket): string {
  if (market === 'GB') return path;
  return `${path}${path.includes('?') ? '&' : '?'}market=${market}`;
}
