import { invariant } from '@oneshelf/domain-kernel';
import type { PostedSale } from '@oneshelf/domain-payments';
import type { UnitShare } from '@oneshelf/domain-pricing';
import type { Order, OrderLine } from '../order';

/**
 * What the customer kept of an order, at the shares frozen when it was sold: fulfilled units from the first, less those
 * that came back before the card was charged. 2 of 3 units of 3.34, 3.33, 3.33 → 6.67.
 */
export function keptSale(order: Order): PostedSale {
  return {
    country: order.basket.taxCountry,
    taxInclusive: order.quote.taxInclusive,
    lines: order.lines.flatMap((line) => {
      const units = keptUnits(line);
      if (units.length === 0) return [];
      const sum = (amount: 'totalMinor' | 'taxMinor' | 'discountMinor') => units.reduce((total, unit) => total + unit[amount], 0);
      return [{ totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor'), discountMinor: sum('discountMinor'), taxRateBasisPoints: line.taxRateBasisPoints }];
    }),
  };
}

export const totalOf = (sale: PostedSale): number => sale.lines.reduce((total, line) => total + line.totalMinor, 0);

/** Returns take the first units that left, so what is kept are the last of them. */
function keptUnits(line: OrderLine): UnitShare[] {
  return unitsUpTo(line, line.fulfilledMilli).slice(unitsUpTo(line, line.returnedMilli).length);
}

function unitsUpTo(line: OrderLine, quantityMilli: number): UnitShare[] {
  let sum = 0;
  const units: UnitShare[] = [];
  for (const unit of line.units) {
    if (sum >= quantityMilli) break;
    units.push(unit);
    sum += unit.quantityMilli;
  }
  invariant(sum === quantityMilli, `line ${line.id}: ${quantityMilli} thousandths are not whole units of its quote`);
  return units;
}
