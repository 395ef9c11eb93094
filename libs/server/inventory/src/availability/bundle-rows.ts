import { bundleAvailability, type Recipes } from '@oneshelf/domain-inventory';
import type { AvailabilityRow } from './availability-row';

/** One row for each bundle and place that has any of its components: what whole bundles they make there. It has no stock of its own. */
export function bundleRows(recipes: Recipes, rows: readonly AvailabilityRow[]): AvailabilityRow[] {
  const sellable = new Map(rows.map((row) => [`${row.variantId}@${row.locationId}`, row.sellableMilli]));
  return [...recipes].flatMap(([variantId, recipe]) => {
    const components = new Set(recipe.map((component) => component.variantId));
    const places = new Set(rows.filter((row) => components.has(row.variantId)).map((row) => row.locationId));
    return [...places].map((locationId) => {
      const { availableMilli } = bundleAvailability(recipe, (id) => sellable.get(`${id}@${locationId}`) ?? 0);
      return { ...NOTHING, variantId, locationId, onHandMilli: availableMilli, sellableMilli: availableMilli };
    });
  });
}

const NOTHING = { committedMilli: 0, allottedMilli: 0, heldMilli: 0, unavailableMilli: 0, overrideMilli: 0 };
