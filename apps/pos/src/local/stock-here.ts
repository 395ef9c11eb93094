import type { SalePayload, TillStock } from '@oneshelf/contracts';
import { noRecipes, type Recipes, stockAfterSales } from '@oneshelf/domain-inventory';

/** Where each product stands in this store, as far as somebody said. */
export const binsHere = (stock: TillStock | null): Map<string, string> => new Map(stock?.bins?.flatMap((bin, row) => (bin === '' ? [] : [[stock.variantIds[row] ?? '', bin] as const])));

/**
 * Units for sale in this store as the server last said, less what this till has sold since: of a bundle, the components
 * that it was sold with. What is here of a bundle is what its components make, as the till's catalogue has them (INV-146).
 */
export function stockHere(stock: TillStock | null, sales: readonly Pick<SalePayload, 'soldAt' | 'basket' | 'recipes'>[], recipes: Recipes = noRecipes): Map<string, number> {
  const since = sales.filter(({ soldAt }) => !stock || soldAt > stock.readAt);
  const there = new Map(stock?.variantIds.map((variantId, row) => [variantId, stock.sellableMilli[row] ?? 0]));
  return stockAfterSales(there, since.map(({ basket, recipes: soldWith }) => ({ lines: basket.lines, recipes: new Map(soldWith?.map(({ bundleId, components }) => [bundleId, components])) })), recipes);
}
