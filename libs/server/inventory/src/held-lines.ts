import { componentMilli, type Recipe, wholeBundles } from '@oneshelf/domain-inventory';
import { invariant } from '@oneshelf/domain-kernel';
import type { HeldReservation } from './reservation.repository';

/** What is kept for an order line at a location, in what the line sells: bundles where it sells bundles. */
export interface HeldLine {
  orderId: string;
  orderLineId: string;
  variantId: string;
  locationId: string;
  quantityMilli: number;
  /** Of a bundle: what it was made of when it was ordered. */
  recipe?: Recipe;
}

/** A line at a location with the rows that keep it: one, or one for each component. */
function byLineAndPlace(held: readonly HeldReservation[]): HeldReservation[][] {
  const groups = new Map<string, HeldReservation[]>();
  for (const row of held) {
    const key = `${row.orderLineId}@${row.locationId}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** In units of the line: components only as far as they make whole bundles. */
const unitsOf = (rows: readonly HeldReservation[]): number => (rows[0]?.bundleId == null ? (rows[0]?.quantityMilli ?? 0) : (wholeBundles(rows, rows.length) ?? 0));

/** What is held, line by line, as those see it who know lines and not shelves. */
export function heldLines(held: readonly HeldReservation[]): HeldLine[] {
  return byLineAndPlace(held).flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { orderId, orderLineId, locationId, bundleId } = first;
    const line = { orderId, orderLineId, locationId, variantId: bundleId ?? first.variantId, quantityMilli: unitsOf(rows) };
    return [bundleId === null ? line : { ...line, recipe: rows.map((row) => ({ variantId: row.variantId, quantityMilli: row.perBundleMilli })) }];
  });
}

export interface Wanted {
  orderLineId: string;
  /** Only what is held here; without it, from each location that holds the line, in their order. */
  locationId?: string;
  /** Of what the line sells. */
  quantityMilli: number;
}

/**
 * Takes wanted quantities out of what is held, of a bundle of each of its components. The orders module guards its lines,
 * so more than is held is a bug.
 * @throws InvariantError when a line holds less than is wanted
 */
export function takeHeld(held: readonly HeldReservation[], wanted: readonly Wanted[]): HeldReservation[] {
  const left = byLineAndPlace(held).map((rows) => rows.map((row) => ({ ...row })));
  const taken = new Map<HeldReservation, number>();
  for (const { orderLineId, locationId, quantityMilli } of wanted) {
    let open = quantityMilli;
    for (const rows of left) {
      if (open === 0) break;
      if (rows[0]?.orderLineId !== orderLineId || (locationId && rows[0].locationId !== locationId)) continue;
      const part = Math.min(open, unitsOf(rows));
      open -= part;
      for (const row of part === 0 ? [] : rows) {
        const milli = row.bundleId === null ? part : Math.min(row.quantityMilli, componentMilli(part, row.perBundleMilli));
        row.quantityMilli -= milli;
        taken.set(row, (taken.get(row) ?? 0) + milli);
      }
    }
    invariant(open === 0, `Order line ${orderLineId} holds ${open} thousandths less than was asked to be taken`);
  }
  return [...taken].map(([row, quantityMilli]) => ({ ...row, quantityMilli }));
}
