import { invariant } from '@oneshelf/domain-kernel';
import type { PostedSale } from '@oneshelf/domain-payments';
import { shippingByRate, type UnitShare } from '@oneshelf/domain-pricing';
import type { Order, OrderLine } from '../order';

/** All that was handed over, at the shares frozen when it was sold: fulfilled units from the first, and the shipping once anything was. 2 of 3 units of 3.34, 3.33, 3.33 → 6.67. */
export const soldSale = (order: Order): PostedSale =>
  withShipping(saleOf(order, (line) => unitsUpTo(line, line.fulfilledMilli)), order, order.lines.some((line) => line.fulfilledMilli > 0));

/** What of it came back before the card was charged. Returns take the first units that left, so what is kept are the last; who keeps nothing pays no shipping (RET-10). */
export const returnedSale = (order: Order): PostedSale =>
  withShipping(saleOf(order, (line) => unitsUpTo(line, line.returnedMilli)), order, order.lines.some((line) => line.fulfilledMilli > 0) && order.lines.every((line) => line.returnedMilli === line.fulfilledMilli));

/** What the card is charged for: handed over, less what came back before. */
export const amountToCapture = (order: Order): number => totalOf(soldSale(order)) - totalOf(returnedSale(order));

/** What a hold has to be for: handed over and still open, less what came back; what was cancelled is the last of its line. */
export const amountToHold = (order: Order): number =>
  totalOf(withShipping(saleOf(order, (line) => unitsUpTo(line, line.quantityMilli - line.cancelledMilli)), order, order.lines.some((line) => line.quantityMilli > line.cancelledMilli))) - totalOf(returnedSale(order));

export const totalOf = (sale: PostedSale): number => sale.lines.reduce((total, line) => total + line.totalMinor, 0);

const withShipping = (sale: PostedSale, order: Order, isCounted: boolean): PostedSale => (isCounted ? { ...sale, lines: [...sale.lines, ...shippingByRate({ ...order.quote, lines: order.lines })] } : sale);

function saleOf(order: Order, unitsOf: (line: OrderLine) => UnitShare[]): PostedSale {
  return {
    country: order.basket.taxCountry,
    taxInclusive: order.quote.taxInclusive,
    lines: order.lines.flatMap((line) => {
      const units = unitsOf(line);
      if (units.length === 0) return [];
      const sum = (amount: 'totalMinor' | 'taxMinor' | 'discountMinor') => units.reduce((total, unit) => total + unit[amount], 0);
      return [{ totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor'), discountMinor: sum('discountMinor'), taxRateBasisPoints: line.taxRateBasisPoints }];
    }),
  };
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
