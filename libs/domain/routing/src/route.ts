import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { sumDemand, type Demand } from '@oneshelf/domain-inventory';
import { fewestSplits } from './fewest-splits';
import { coverAll, pooled, toNodes, type Node } from './node';
import type { CannotRoute, RouteLine, RoutePart, RoutePlan, RouteReason, RouteRequest, RouteVerdict } from './route-plan';

/**
 * Decides which locations fulfil an order, and why. Pickup: the chosen store, with everything. Delivery: the nearest
 * location that can ship everything, else the fewest splits. Pure; reserving what it says is the caller's, in one step.
 */
export function route(request: RouteRequest): Result<RoutePlan, CannotRoute> {
  const demand = sumDemand(request.lines);
  const nodes = toNodes(request, demand);
  const isPermitted = (node: Node): boolean =>
    request.kind === 'pickup' ? node.location.locationId === request.pickupLocationId && node.location.canPickup : node.location.canShip;
  const permitted = nodes.filter((node) => isPermitted(node) && node.coversSome);
  const missing = missingFrom(permitted, demand);
  if (missing.length > 0) return refuse({ kind: 'cannot_route', missing });
  const { chosen, because } = choose(request.kind, permitted, demand);
  invariant(coverAll(chosen, demand), 'routing chose locations that do not have everything');
  const verdicts = nodes.map((node) => verdictOf(node, chosen.includes(node) ? because : undefined, { request, because }));
  const trace = [...verdicts.filter(({ verdict }) => verdict === 'chosen'), ...verdicts.filter(({ verdict }) => verdict === 'rejected')];
  return ok({ parts: toParts(chosen, request.lines), trace, because });
}

function choose(kind: RouteRequest['kind'], permitted: readonly Node[], demand: readonly Demand[]): { chosen: Node[]; because: RouteReason } {
  const whole = permitted.find((node) => node.coversAll);
  if (whole) return { chosen: [whole], because: kind === 'pickup' ? 'pickup_store' : 'nearest_with_all' };
  return fewestSplits(permitted, demand);
}

function missingFrom(permitted: readonly Node[], demand: readonly Demand[]): CannotRoute['missing'] {
  const there = pooled(permitted, demand);
  return demand.map(({ variantId, quantityMilli }, index) => ({ variantId, quantityMilli: quantityMilli - (there[index] ?? 0) })).filter(({ quantityMilli }) => quantityMilli > 0);
}

function verdictOf(node: Node, chosenBecause: RouteReason | undefined, plan: { request: RouteRequest; because: RouteReason }): RouteVerdict {
  const { location: { locationId, code }, distanceKm } = node;
  if (chosenBecause) return { locationId, code, verdict: 'chosen', because: chosenBecause, distanceKm };
  return { locationId, code, verdict: 'rejected', because: rejection(node, plan.request, plan.because), distanceKm };
}

function rejection({ location, coversAll, coversSome, couldNotFind }: Node, request: RouteRequest, because: RouteReason): RouteReason {
  if (request.kind === 'pickup') return location.locationId !== request.pickupLocationId ? 'not_the_pickup_store' : 'cannot_pickup';
  if (!location.canShip) return 'cannot_ship';
  if (coversAll) return 'farther';
  if (couldNotFind) return 'could_not_find';
  if (!coversSome) return 'has_nothing';
  return because === 'nearest_with_all' ? 'has_only_part' : 'not_needed';
}

/** The nearest location gives what it has, then the next; lines of one variant are served in order of line id. */
function toParts(chosen: readonly Node[], lines: readonly RouteLine[]): RoutePart[] {
  const open = lines.map((line) => ({ ...line })).sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  const demand = sumDemand(lines);
  return chosen.map(({ location, covers, distanceKm }) => {
    const left = new Map(demand.map(({ variantId }, index) => [variantId, covers[index] ?? 0]));
    const taken = open.map((line) => {
      const quantityMilli = Math.min(line.quantityMilli, left.get(line.variantId) ?? 0);
      left.set(line.variantId, (left.get(line.variantId) ?? 0) - quantityMilli);
      line.quantityMilli -= quantityMilli;
      return { lineId: line.lineId, variantId: line.variantId, quantityMilli };
    });
    return { locationId: location.locationId, lines: taken.filter(({ quantityMilli }) => quantityMilli > 0), distanceKm };
  });
}
