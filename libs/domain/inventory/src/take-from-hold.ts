import type { HoldLine } from './decide-holds';

export interface WantedLine {
  lineId: string;
  variantId: string;
  quantityMilli: number;
}

export interface TakenFromHold {
  /** By line and location; never more than is held there. */
  taken: HoldLine[];
  /** What is not held: to be looked for elsewhere. */
  rest: WantedLine[];
}

/** What an order takes of its own hold, by variant: the lines of a basket may be others than those that were held (INV-41). */
export function takeFromHold(lines: readonly WantedLine[], held: readonly Omit<HoldLine, 'lineId'>[]): TakenFromHold {
  const left = held.map((each) => ({ ...each }));
  const result: TakenFromHold = { taken: [], rest: [] };
  for (const line of lines) {
    let open = line.quantityMilli;
    for (const place of left) {
      const quantityMilli = place.variantId === line.variantId ? Math.min(open, place.quantityMilli) : 0;
      if (quantityMilli === 0) continue;
      place.quantityMilli -= quantityMilli;
      open -= quantityMilli;
      const before = result.taken.find(({ lineId, locationId }) => lineId === line.lineId && locationId === place.locationId);
      if (before) before.quantityMilli += quantityMilli;
      else result.taken.push({ lineId: line.lineId, variantId: line.variantId, locationId: place.locationId, quantityMilli });
    }
    if (open > 0) result.rest.push({ ...line, quantityMilli: open });
  }
  return result;
}
