import { apportion } from '@oneshelf/domain-kernel';
import { planReturn } from '@oneshelf/domain-returns';
import { minorOf } from './minor-of';
import type { Difference } from './rules';

/** Some units of one line come back, paid back or against the same again. */
export interface RefundCase {
  linePrice: string;
  quantity: number;
  orderAdjustment?: string;
  returned: number;
  /** The shopper gets as many again, at the same price. */
  exchange?: boolean;
  expected: string;
}

export const isRefundCase = (given: object): given is RefundCase => 'linePrice' in given && 'quantity' in given && 'returned' in given && 'expected' in given;

const NOW = '2026-11-22T12:00:00.000Z';

export function judgeRefund({ linePrice, quantity, orderAdjustment = '0', returned, exchange = false, expected }: RefundCase): Difference[] {
  const adjustmentMinor = minorOf(orderAdjustment);
  const totalMinor = minorOf(linePrice) * quantity + adjustmentMinor;
  const shares = apportion(totalMinor, Array.from({ length: quantity }, () => 1));
  const planned = planReturn({
    lines: [{ orderLineId: 'line', fulfilledMilli: quantity * 1000, returnedUnits: [], units: shares.map((share, index) => ({ unit: index + 1, quantityMilli: 1000, listMinor: minorOf(linePrice), discountMinor: minorOf(linePrice) - share, taxMinor: 0, totalMinor: share })) }],
    ask: returned > 0 ? [{ orderLineId: 'line', quantityMilli: returned * 1000, reason: 'case', disposition: 'resellable' }] : [],
    payments: [{ paymentId: 'card', kind: 'card_online', capturedMinor: totalMinor, refundedMinor: 0, capturedAt: NOW }],
    policy: { windowDays: null, boughtAt: NOW, now: NOW },
  });
  const refundMinor = planned.ok ? planned.value.refundMinor : planned.refusal.kind === 'nothing_to_return' ? 0 : Number.NaN;
  // An exchange is a return and a sale of the same value: what is paid back is what lies between them.
  const oursMinor = exchange ? refundMinor - shares.slice(0, returned).reduce((sum, share) => sum + share, 0) : refundMinor;
  const theirsMinor = minorOf(expected);
  return oursMinor === theirsMinor ? [] : [{ kind: 'refund', oursMinor, theirsMinor, adjustmentMinor }];
}
