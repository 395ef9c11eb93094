import { basketDiscountOn, shareOut } from './basket-discount';
import { discountOn } from './discount-on';
import type { LineState } from './line-state';
import type { ShippingReward } from './promotion';

/** What a shipping reward takes off the charges of its methods (PRM-18). */
export function shippingDiscount({ discount, methodIds, per = 'all' }: ShippingReward, charges: readonly LineState[]): [LineState, number][] {
  const members = methodIds?.length ? charges.filter(({ line }) => methodIds.includes(line.variantId)) : [...charges];
  if (per === 'charge') return members.map((state): [LineState, number] => [state, discountOn(discount, state.leftMinor, 1)]).filter(([, amountMinor]) => amountMinor > 0);
  const found = basketDiscountOn(discount, members);
  return found ? shareOut(found) : [];
}
