import { bundleAtPlace, bundleCorrected, type Recipes } from '@oneshelf/domain-inventory';
import type { CorrectedStock, PlaceStock } from './place-stock';

export const withComponents = (variantIds: readonly string[], recipes: Recipes): string[] => [...new Set([...variantIds.filter((id) => !recipes.has(id)), ...[...recipes.values()].flat().map(({ variantId }) => variantId)])];

/** A row for each bundle at each place that has any of its components. */
export function bundlesAt(recipes: Recipes, levels: readonly PlaceStock[]): PlaceStock[] {
  const at = new Map(levels.map((row) => [`${row.variantId}@${row.locationId}`, row]));
  return [...recipes].flatMap(([variantId, recipe]) => placesOf(recipe, levels).map((locationId) => ({ variantId, locationId, ...bundleAtPlace(recipe, (id) => at.get(`${id}@${locationId}`)) })));
}

/** A row for each bundle and place where a component was corrected. */
export function bundlesCorrected(recipes: Recipes, { rows, levels }: { rows: readonly CorrectedStock[]; levels: readonly PlaceStock[] }): CorrectedStock[] {
  const [at, corrected] = [new Map(levels.map((row) => [`${row.variantId}@${row.locationId}`, row.physicalMilli])), new Map(rows.map((row) => [`${row.variantId}@${row.locationId}`, row]))];
  return [...recipes].flatMap(([variantId, recipe]) => placesOf(recipe, rows).map((locationId) => ({
    variantId, locationId, ...bundleCorrected(recipe, (id) => at.get(`${id}@${locationId}`) ?? 0, (id) => corrected.get(`${id}@${locationId}`)),
  })));
}

const placesOf = (recipe: readonly { variantId: string }[], rows: readonly { variantId: string; locationId: string }[]): string[] =>
  [...new Set(rows.filter((row) => recipe.some(({ variantId }) => variantId === row.variantId)).map(({ locationId }) => locationId))];
