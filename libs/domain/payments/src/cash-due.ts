import { divideRounded, invariant, type RoundingMode } from '@oneshelf/domain-kernel';

export interface CashDue {
  /** What is to be paid in cash: a multiple of the smallest coin. */
  cashDueMinor: number;
  /** Cash due − cash share, for the account ROUNDING: never part of a price, a tax or another tender. */
  roundingMinor: number;
}

/**
 * What is left to pay in cash where the smallest coin is `stepMinor` (PAY-11). Only the cash share is rounded: what was paid
 * by card, gift card or points stays as it is. A refund in cash, below zero, rounds as its mirror image.
 */
export function cashDue(sale: { totalMinor: number; paidOtherwiseMinor: number; stepMinor: number }, rounding: RoundingMode = 'half_up'): CashDue {
  invariant(Number.isInteger(sale.stepMinor) && sale.stepMinor > 0, `cashDue: the smallest coin must be above zero, not ${sale.stepMinor}`);
  const share = sale.totalMinor - sale.paidOtherwiseMinor;
  const cashDueMinor = divideRounded(share, sale.stepMinor, rounding) * sale.stepMinor;
  return { cashDueMinor, roundingMinor: cashDueMinor - share };
}
