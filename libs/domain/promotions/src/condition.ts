import { selects, type LineSelector } from './line-selector';
import type { PromotionBasket, PromotableLine } from './promotion-basket';

/** What must be true of the basket or its buyer. Amounts in minor units, quantities in thousandths. */
export type Condition =
  /** Sum of the matching lines: at list price, or of what the lanes before left. */
  | { kind: 'spend_at_least'; on: LineSelector; amountMinor: number; of: 'list' | 'left' }
  | { kind: 'quantity_at_least'; on: LineSelector; quantityMilli: number }
  /** On one line alone. */
  | { kind: 'line_quantity_at_least'; on: LineSelector; quantityMilli: number }
  | { kind: 'loyalty_tier'; tiers: string[] }
  /** The how-manieth order of this customer it is, by the orders before it: 1 is the first. */
  | { kind: 'order_number'; from: number; to: number | null }
  | { kind: 'bought_before'; amountMinor: number }
  | { kind: 'payment_method'; methods: string[] }
  | { kind: 'destination'; countries: string[] };

/** An unmet condition, with the figures where it is a matter of more: what the basket has, what it needs. */
export interface Unmet {
  because: UnmetReason;
  have?: number;
  need?: number;
}

export type UnmetReason = 'spend_too_low' | 'quantity_too_low' | 'other_loyalty_tier' | 'other_order_number' | 'bought_too_little' | 'other_payment_method' | 'other_destination';

/** The first condition that does not hold, or nothing (PRM-9). `leftMinor`: what is left to pay of a line. */
export function unmetCondition(conditions: readonly Condition[], basket: PromotionBasket, leftMinor: (line: PromotableLine) => number): Unmet | undefined {
  for (const condition of conditions) {
    const unmet = check(condition, basket, leftMinor);
    if (unmet) return unmet;
  }
  return undefined;
}

function check(condition: Condition, { lines, buyer }: PromotionBasket, leftMinor: (line: PromotableLine) => number): Unmet | undefined {
  switch (condition.kind) {
    case 'spend_at_least': {
      const have = sumOver(lines, condition.on, condition.of === 'list' ? (line) => line.amountMinor : leftMinor);
      return have >= condition.amountMinor ? undefined : { because: 'spend_too_low', have, need: condition.amountMinor };
    }
    case 'quantity_at_least': {
      const have = sumOver(lines, condition.on, (line) => line.quantityMilli);
      return have >= condition.quantityMilli ? undefined : { because: 'quantity_too_low', have, need: condition.quantityMilli };
    }
    case 'line_quantity_at_least': {
      const have = lines.reduce((greatest, line) => (selects(condition.on, line) ? Math.max(greatest, line.quantityMilli) : greatest), 0);
      return have >= condition.quantityMilli ? undefined : { because: 'quantity_too_low', have, need: condition.quantityMilli };
    }
    case 'loyalty_tier':
      return buyer.loyaltyTier !== undefined && condition.tiers.includes(buyer.loyaltyTier) ? undefined : { because: 'other_loyalty_tier' };
    case 'order_number': {
      const have = buyer.ordersBefore === undefined ? undefined : buyer.ordersBefore + 1;
      const fits = have !== undefined && have >= condition.from && (condition.to === null || have <= condition.to);
      return fits ? undefined : { because: 'other_order_number', ...(have === undefined ? {} : { have }), need: condition.from };
    }
    case 'bought_before': {
      const have = buyer.boughtBeforeMinor ?? 0;
      return have >= condition.amountMinor ? undefined : { because: 'bought_too_little', have, need: condition.amountMinor };
    }
    case 'payment_method':
      return buyer.paymentMethod !== undefined && condition.methods.includes(buyer.paymentMethod) ? undefined : { because: 'other_payment_method' };
    case 'destination':
      return buyer.country !== undefined && condition.countries.includes(buyer.country) ? undefined : { because: 'other_destination' };
  }
}

const sumOver = (lines: readonly PromotableLine[], on: LineSelector, value: (line: PromotableLine) => number): number =>
  lines.reduce((sum, line) => (selects(on, line) ? sum + value(line) : sum), 0);
