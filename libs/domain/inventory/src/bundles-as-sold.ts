import { bundleAvailability, explodeDemand, type Recipes } from './bundle';
import type { Demand } from './demand';

/** What the bundles of a sale are made of: as it was sold, where that was said, else as they are now (INV-145). */
export function recipesAsSold(lines: readonly { variantId: string }[], said: Recipes, now: Recipes): Recipes {
  const sold = new Set(lines.map(({ variantId }) => variantId));
  return new Map([...now, ...[...said].filter(([bundleId]) => sold.has(bundleId))]);
}

/** What is there after these sales, each with the components that it was sold with; of a bundle, what its components make (INV-146). */
export function stockAfterSales(there: ReadonlyMap<string, number>, sales: readonly { lines: readonly Demand[]; recipes: Recipes }[], recipes: Recipes): Map<string, number> {
  const left = new Map(there);
  for (const { variantId, quantityMilli } of sales.flatMap((sale) => explodeDemand(sale.lines, sale.recipes))) left.set(variantId, (left.get(variantId) ?? 0) - quantityMilli);
  for (const [bundleId, recipe] of recipes) left.set(bundleId, bundleAvailability(recipe, (variantId) => left.get(variantId) ?? 0).availableMilli);
  return left;
}
