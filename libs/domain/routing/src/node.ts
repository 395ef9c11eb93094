import { greatCircleKm } from '@oneshelf/domain-kernel';
import type { Demand } from '@oneshelf/domain-inventory';
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
export function toNodes({ locations, destination }: RouteRequest, demand: readonly Demand[]): Node[] {
  return locations.map((location): Node => {
    const held = demand.map(({ variantId, quantityMilli }) => Math.min(quantityMilli, Math.max(0, Object.hasOwn(location.available, variantId) ? (location.available[variantId] ?? 0) : 0)));
    const covers = held.map((quantity, index) => (location.excluded?.includes(demand[index]?.variantId ?? '') ? 0 : quantity));
    return {
      location, covers,
      distanceKm: destination ? greatCircleKm(location, destination) : null,
      coversAll: covers.every((quantity, index) => quantity === demand[index]?.quantityMilli),
      coversSome: covers.some((quantity) => quantity > 0),
      couldNotFind: held.some((quantity, index) => quantity > (covers[index] ?? 0)),
    };
  }).sort(byDistance);
}

export const byDistance = (a: Node, b: Node): number => (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || (a.location.code < b.location.code ? -1 : a.location.code > b.location.code ? 1 : 0);

/** What a set of locations has together, summed per variant. */
export const pooled = (nodes: readonly Node[], demand: readonly Demand[]): number[] =>
  demand.map((_, index) => nodes.reduce((total, node) => total + (node.covers[index] ?? 0), 0));

export const coverAll = (nodes: readonly Node[], demand: readonly Demand[]): boolean =>
  pooled(nodes, demand).every((quantity, index) => quantity >= (demand[index]?.quantityMilli ?? 0));
