import { instantMs, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { UnitShare } from '@oneshelf/domain-pricing';
import { fulfilledUnits, quantityOf, takeUnits } from './frozen-units';
import { refundableMinor, splitRefund, type RefundablePayment, type RefundTender } from './split-refund';

export type ReturnDisposition = 'resellable' | 'refurbish' | 'quarantine';

export interface SoldLine {
  orderLineId: string;
  fulfilledMilli: number;
  /** The shares frozen by the quote, in order of unit. */
  units: readonly UnitShare[];
  /** Numbers of the units that came back before. */
  returnedUnits: readonly number[];
}

export interface ReturnAsk {
  orderLineId: string;
  /** Whole units; several asks of one line are served one after the other. */
  quantityMilli: number;
  reason: string;
  disposition: ReturnDisposition;
}

export interface ReturnRequest {
  lines: readonly SoldLine[];
  ask: readonly ReturnAsk[];
  payments: readonly RefundablePayment[];
  /** What was paid for sending it; absent: nothing. `isOpen`: some of the order is still to be handed over. */
  shipping?: { totalMinor: number; taxMinor: number; isOpen: boolean };
  /** windowDays null: no limit. */
  policy: { windowDays: number | null; boughtAt: string; now: string };
}

export interface PlannedReturnLine extends ReturnAsk {
  /** Numbers of the units that are taken back. */
  units: number[];
  refundMinor: number;
  /** Contained in the refund. */
  taxMinor: number;
}

export interface ReturnPlan {
  lines: PlannedReturnLine[];
  /** Of the lines and, with the last unit, of the shipping. */
  refundMinor: number;
  taxMinor: number;
  /** The part of it that was paid for shipping. */
  shippingMinor: number;
  /** Sums to the refund. */
  tenders: RefundTender[];
}

export type ReturnRefusal =
  | { kind: 'nothing_to_return'; orderLineId: string | null; askedMilli: number; returnableMilli: number }
  | { kind: 'invalid_quantity'; orderLineId: string; quantityMilli: number }
  | { kind: 'not_fulfilled'; orderLineId: string; askedMilli: number; returnableMilli: number }
  | { kind: 'outside_policy'; boughtAt: string; windowDays: number }
  | { kind: 'exceeds_paid'; refundMinor: number; refundableMinor: number }
  | { kind: 'unknown_line'; orderLineId: string };

/**
 * What a return takes back and gives back: the first units that have left and not come back, at the shares that were
 * frozen when they were sold, to the payments that paid for them. Nothing is priced again.
 */
export function planReturn({ lines, ask, payments, shipping, policy }: ReturnRequest): Result<ReturnPlan, ReturnRefusal> {
  if (ask.length === 0) return refuse({ kind: 'nothing_to_return', orderLineId: null, askedMilli: 0, returnableMilli: 0 });
  if (policy.windowDays !== null && instantMs(policy.now) > instantMs(policy.boughtAt) + policy.windowDays * 86_400_000) {
    return refuse({ kind: 'outside_policy', boughtAt: policy.boughtAt, windowDays: policy.windowDays });
  }
  const gone = new Map(lines.map((line) => [line.orderLineId, new Set(line.returnedUnits)]));
  const planned: PlannedReturnLine[] = [];
  for (const one of ask) {
    const line = lines.find(({ orderLineId }) => orderLineId === one.orderLineId);
    const goneUnits = gone.get(one.orderLineId);
    if (!line || !goneUnits) return refuse({ kind: 'unknown_line', orderLineId: one.orderLineId });
    const taken = unitsFor(one, line, goneUnits);
    if (!taken.ok) return taken;
    taken.value.forEach(({ unit }) => goneUnits.add(unit));
    planned.push({ ...one, units: taken.value.map(({ unit }) => unit), refundMinor: sum(taken.value, 'totalMinor'), taxMinor: sum(taken.value, 'taxMinor') });
  }
  const sent = shippingBack(lines, gone, shipping);
  const refundMinor = planned.reduce((total, line) => total + line.refundMinor, sent.totalMinor);
  const tenders = splitRefund(refundMinor, payments);
  if (!tenders) return refuse({ kind: 'exceeds_paid', refundMinor, refundableMinor: payments.reduce((total, payment) => total + refundableMinor(payment), 0) });
  return ok({ lines: planned, refundMinor, taxMinor: planned.reduce((total, line) => total + line.taxMinor, sent.taxMinor), shippingMinor: sent.totalMinor, tenders });
}

/** Who keeps nothing gets the shipping back as well (RET-10): with the last unit, so that all returns together are what was paid. */
function shippingBack(lines: readonly SoldLine[], gone: ReadonlyMap<string, ReadonlySet<number>>, shipping: ReturnRequest['shipping']): { totalMinor: number; taxMinor: number } {
  const isLast = shipping !== undefined && !shipping.isOpen && lines.every((line) => fulfilledUnits(line.units, line.fulfilledMilli).every(({ unit }) => gone.get(line.orderLineId)?.has(unit)));
  return isLast ? shipping : { totalMinor: 0, taxMinor: 0 };
}

function unitsFor({ orderLineId, quantityMilli }: ReturnAsk, line: SoldLine, gone: ReadonlySet<number>): Result<UnitShare[], ReturnRefusal> {
  if (!Number.isSafeInteger(quantityMilli) || quantityMilli <= 0) return refuse({ kind: 'invalid_quantity', orderLineId, quantityMilli });
  const isHere = ({ unit }: UnitShare): boolean => !gone.has(unit);
  const returnable = fulfilledUnits(line.units, line.fulfilledMilli).filter(isHere);
  const returnableMilli = quantityOf(returnable);
  if (quantityMilli > returnableMilli) {
    const kind = quantityMilli <= quantityOf(line.units.filter(isHere)) ? 'not_fulfilled' : 'nothing_to_return';
    return refuse({ kind, orderLineId, askedMilli: quantityMilli, returnableMilli });
  }
  const taken = takeUnits(returnable, quantityMilli);
  return taken ? ok(taken) : refuse({ kind: 'invalid_quantity', orderLineId, quantityMilli });
}

const sum = (units: readonly UnitShare[], amount: 'totalMinor' | 'taxMinor'): number => units.reduce((total, unit) => total + unit[amount], 0);
