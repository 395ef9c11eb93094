import { bundleAvailability, type Recipes } from '@oneshelf/domain-inventory';
import type { StockShortage } from './stock-entry';

interface Line {
  variantId: string;
  locationId: string;
  quantityMilli: number;
}

/** What is short on shelves, told in what was asked for: a bundle is short where one of its components is. */
export function shortagesOfLines(shortages: readonly StockShortage[], lines: readonly Line[], recipes: Recipes): StockShortage[] {
  const plain = shortages.filter((short) => lines.some((line) => line.variantId === short.variantId && line.locationId === short.locationId));
  const bundles = new Map<string, StockShortage>();
  for (const line of lines) {
    const recipe = recipes.get(line.variantId) ?? [];
    const here = new Map(shortages.filter((short) => short.locationId === line.locationId).map((short) => [short.variantId, short.availableMilli]));
    const short = recipe.filter((component) => here.has(component.variantId));
    if (short.length === 0) continue;
    const { availableMilli, limitedBy } = bundleAvailability(short, (variantId) => here.get(variantId) ?? 0);
    const key = `${line.variantId}@${line.locationId}`;
    const requestedMilli = (bundles.get(key)?.requestedMilli ?? 0) + line.quantityMilli;
    bundles.set(key, { variantId: line.variantId, locationId: line.locationId, requestedMilli, availableMilli, ...(limitedBy === null ? {} : { componentId: limitedBy }) });
  }
  return [...plain, ...bundles.values()];
}
