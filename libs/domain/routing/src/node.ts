import { greatCircleKm } from '@oneshelf/domain-kernel';
import { bundleAvailability, componentMilli, type Demand, type Recipe } from '@oneshelf/domain-inventory';
import type { RouteLocation, RouteRequest } from './route-plan';

/** A location seen by one order: how far it is, and how much of the order it has. */
export interface Node {
  location: RouteLocation;
  distanceKm: number | null;
  /** Thousandths by position in the demand, never more than is wanted. */
  covers: number[];
  coversAll: boolean;
  coversSome: boolean;
  /** It would have had some, had it not failed to find it lately. */
  couldNotFind: boolean;
}

/** Nearest first, ties by code. */
export function toNodes({ lines, locations, destination }: RouteRequest, demand: readonly Demand[]): Node[] {
  const recipes = new Map(lines.flatMap(({ variantId, recipe }) => (recipe ? [[variantId, recipe] as const] : [])));
  return locations.map((location): Node => {
    const held = has(location, demand, recipes);
    const covers = location.excluded?.length ? has(location, demand.map((one) => (isExcluded(location, one, recipes) ? { ...one, quantityMilli: 0 } : one)), recipes) : held;
    return {
      location, covers,
      distanceKm: destination ? greatCircleKm(location, destination) : null,
      coversAll: covers.every((quantity, index) => quantity === demand[index]?.quantityMilli),
      coversSome: covers.some((quantity) => quantity > 0),
      couldNotFind: held.some((quantity, index) => quantity > (covers[index] ?? 0)),
    };
  }).sort(byDistance);
}

/** How much of each demand is there, never more than is wanted. What two of them share is given once: bundles take first. */
function has({ available }: RouteLocation, demand: readonly Demand[], recipes: ReadonlyMap<string, Recipe>): number[] {
  const taken = new Map<string, number>();
  const free = (variantId: string) => Math.max(0, (Object.hasOwn(available, variantId) ? (available[variantId] ?? 0) : 0) - (taken.get(variantId) ?? 0));
  const bundles = demand.map(({ variantId, quantityMilli }) => {
    const recipe = recipes.get(variantId);
    if (!recipe) return 0;
    const covered = Math.min(quantityMilli, bundleAvailability(recipe, free).availableMilli);
    for (const component of recipe) taken.set(component.variantId, (taken.get(component.variantId) ?? 0) + componentMilli(covered, component.quantityMilli));
    return covered;
  });
  return demand.map(({ variantId, quantityMilli }, index) => (recipes.has(variantId) ? (bundles[index] ?? 0) : Math.min(quantityMilli, free(variantId))));
}

/** A bundle cannot come from where one of its components was not found. */
const isExcluded = ({ excluded = [] }: RouteLocation, { variantId }: Demand, recipes: ReadonlyMap<string, Recipe>): boolean =>
  excluded.includes(variantId) || (recipes.get(variantId) ?? []).some((component) => excluded.includes(component.variantId));

export const byDistance = (a: Node, b: Node): number => (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || (a.location.code < b.location.code ? -1 : a.location.code > b.location.code ? 1 : 0);

/** What a set of locations has together, summed per variant. */
export const pooled = (nodes: readonly Node[], demand: readonly Demand[]): number[] =>
  demand.map((_, index) => nodes.reduce((total, node) => total + (node.covers[index] ?? 0), 0));

export const coverAll = (nodes: readonly Node[], demand: readonly Demand[]): boolean =>
  pooled(nodes, demand).every((quantity, index) => quantity >= (demand[index]?.quantityMilli ?? 0));
