import { setAside } from '@oneshelf/domain-inventory';
import { route, type RouteLocation, type RoutePlan } from '@oneshelf/domain-routing';
import type { Difference } from './rules';

type Counts = Record<string, number>;

/** What is wanted of each product, taken from places in the order of the list; a place may owe what it has not. */
export interface AllocationCase {
  locations: { id: string; backorderable: boolean; onHand: Counts }[];
  wanted: Counts;
  expected: { onHand: Record<string, Counts>; backordered: Record<string, Counts>; leftover: Counts };
}

export const isAllocationCase = (given: object): given is AllocationCase => 'locations' in given && 'wanted' in given && 'expected' in given;

export function judgeAllocation({ locations, wanted, expected }: AllocationCase): Difference[] {
  const lines = Object.entries(wanted).filter(([, units]) => units > 0).map(([sku, units]) => ({ lineId: sku, variantId: sku, quantityMilli: units * 1000 }));
  const ask = { kind: 'delivery' as const, locations: locations.map(placeOf) };
  const whole = route({ ...ask, lines });
  // As an order is planned: what is missing is set aside, the rest is routed, and what is set aside is promised where it may be.
  const { there, short } = setAside(lines, whole.ok ? [] : whole.refusal.missing);
  const rest = whole.ok ? whole : route({ ...ask, lines: there });
  const plan = rest.ok ? rest.value : null;
  const owing = locations.find(({ backorderable }) => backorderable)?.id;
  const places = { ours: plan?.parts.length ?? 0, theirs: Object.values(expected.onHand).filter((counts) => Object.values(counts).some((units) => units > 0)).length };
  return Object.keys(wanted).flatMap((sku) => {
    const missing = short.filter(({ variantId }) => variantId === sku).reduce((sum, line) => sum + line.quantityMilli, 0) / 1000;
    const ours = { onHand: unitsAt(plan, sku), backordered: owing !== undefined && missing > 0 ? { [owing]: missing } : {} };
    const leftover = owing === undefined ? missing : 0;
    const differences: Difference[] = (['onHand', 'backordered'] as const)
      .map((what) => ({ kind: 'places' as const, what, sku, ours: ours[what], theirs: nonZero(expected[what], sku), places }))
      .filter(({ ours: mine, theirs }) => sorted(mine) !== sorted(theirs));
    const theirs = expected.leftover[sku] ?? 0;
    return leftover === theirs ? differences : [...differences, { kind: 'leftover' as const, sku, ours: leftover, theirs }];
  });
}

/** The order of the list stands in the codes: by them places of one distance are ranked. */
const placeOf = ({ id, onHand }: AllocationCase['locations'][number], index: number): RouteLocation => ({
  locationId: id, code: String(index).padStart(6, '0'), latitude: 0, longitude: 0, canShip: true, canPickup: false, available: Object.fromEntries(Object.entries(onHand).map(([sku, units]) => [sku, units * 1000])),
});

function unitsAt(plan: RoutePlan | null, sku: string): Counts {
  const units: Counts = {};
  for (const { locationId, lines } of plan?.parts ?? []) {
    for (const line of lines) if (line.variantId === sku) units[locationId] = (units[locationId] ?? 0) + line.quantityMilli / 1000;
  }
  return units;
}

const nonZero = (places: Record<string, Counts>, sku: string): Counts => Object.fromEntries(Object.entries(places).flatMap(([id, counts]) => (counts[sku] ? [[id, counts[sku]]] : [])));
const sorted = (counts: Counts): string => JSON.stringify(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
