import * as fc from 'fast-check';
import type { UnitShare } from '@oneshelf/domain-pricing';
import { cancelledUnits } from './frozen-units';
import { planReturn, type ReturnAsk, type ReturnPlan, type ReturnRequest, type SoldLine } from './plan-return';
import { splitRefund, type RefundablePayment } from './split-refund';

const units = (...totals: number[]): UnitShare[] => totals.map((totalMinor, index) => ({ unit: index + 1, quantityMilli: 1000, totalMinor, discountMinor: 0, taxMinor: Math.floor(totalMinor / 6) }));
const sold = (shares: UnitShare[], more: Partial<SoldLine> = {}): SoldLine => ({ orderLineId: 'a', fulfilledMilli: shares.length * 1000, units: shares, returnedUnits: [], ...more });
const ask = (count: number, more: Partial<ReturnAsk> = {}): ReturnAsk => ({ orderLineId: 'a', quantityMilli: count * 1000, reason: 'too_small', disposition: 'resellable', ...more });
const payment = (paymentId: string, capturedMinor: number, more: Partial<RefundablePayment> = {}): RefundablePayment => ({ paymentId, kind: 'card_online', capturedMinor, refundedMinor: 0, capturedAt: '2026-11-01T10:00:00Z', ...more });
const policy = { windowDays: 30, boughtAt: '2026-11-01T10:00:00.000Z', now: '2026-11-21T10:00:00Z' };
const request = (line: SoldLine, asked: ReturnAsk[], payments = [payment('p', 100_000)]): ReturnRequest => ({ lines: [line], ask: asked, payments, policy });
const refusal = (given: ReturnRequest): unknown => {
  const before = JSON.stringify(given);
  const result = planReturn(given);
  expect(JSON.stringify(given)).toBe(before);
  return result.ok ? result.value : result.refusal;
};
function planned(given: ReturnRequest): ReturnPlan {
  const result = planReturn(given);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

describe('planReturn', () => {
  it('RET-1 [L-40] refunds the share that the sale froze', () => {
    expect(planned(request(sold(units(334, 333, 333)), [ask(1)]))).toEqual({
      lines: [{ orderLineId: 'a', quantityMilli: 1000, reason: 'too_small', disposition: 'resellable', units: [1], refundMinor: 334, taxMinor: 55 }],
      refundMinor: 334, taxMinor: 55, shippingMinor: 0, tenders: [{ paymentId: 'p', amountMinor: 334 }],
    });
  });

  it('RET-2 takes the first units that have not come back; cancellations take the last', () => {
    expect(planned(request(sold(units(334, 333, 333), { returnedUnits: [1, 3] }), [ask(1)])).lines[0]).toMatchObject({ units: [2], refundMinor: 333 });
    const five = units(5, 4, 3, 2, 1);
    expect(cancelledUnits(five, 0, 2000)?.map(({ unit }) => unit)).toEqual([5, 4]);
    expect(cancelledUnits(five, 2000, 1000)?.map(({ unit }) => unit)).toEqual([3]);
    expect([cancelledUnits(five, 4000, 2000), cancelledUnits(five, 0, 1500), cancelledUnits(five, 6000, 1000)]).toEqual([null, null, null]);
  });

  it('RET-3 [L-38] [L-42] [L-57] all units in any steps refund exactly what was paid', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 12 });
    const cases = fc.record({ totals: shares, cancelledCount: fc.nat(12), steps: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }), onCard: fc.nat(600_000) });
    fc.assert(fc.property(cases, ({ totals, cancelledCount, steps, onCard }) => {
      const all = units(...totals);
      const cancelled = Math.min(cancelledCount, all.length);
      const paid = totals.reduce((sum, total) => sum + total, 0);
      const payments = [payment('card', Math.min(onCard, paid)), payment('cash', paid - Math.min(onCard, paid), { kind: 'cash' })];
      const backForCancelled = cancelled === 0 ? [] : (cancelledUnits(all, 0, cancelled * 1000) ?? []);
      let givenBack = backForCancelled.reduce((sum, unit) => sum + unit.totalMinor, 0);
      for (const tender of splitRefund(givenBack, payments) ?? []) payments.filter(({ paymentId }) => paymentId === tender.paymentId).forEach((one) => (one.refundedMinor += tender.amountMinor));
      const returnedUnits: number[] = [];
      for (const step of steps) {
        const count = Math.min(step, all.length - cancelled - returnedUnits.length);
        if (count === 0) break;
        const plan = planned(request(sold(all, { fulfilledMilli: (all.length - cancelled) * 1000, returnedUnits: [...returnedUnits] }), [ask(count)], payments));
        expect(plan.tenders.reduce((sum, tender) => sum + tender.amountMinor, 0)).toBe(plan.refundMinor);
        plan.tenders.forEach((tender) => payments.filter(({ paymentId }) => paymentId === tender.paymentId).forEach((one) => (one.refundedMinor += tender.amountMinor)));
        returnedUnits.push(...(plan.lines[0]?.units ?? []));
        givenBack += plan.refundMinor;
      }
      expect(new Set([...returnedUnits, ...backForCancelled.map(({ unit }) => unit)]).size).toBe(all.length);
      expect(givenBack).toBe(paid);
      expect(payments.every((one) => one.refundedMinor <= one.capturedMinor)).toBe(true);
    }));
  });

  it('RET-4 [L-42] only what left can come back, once', () => {
    const three = units(334, 333, 333);
    expect(refusal(request(sold(three, { fulfilledMilli: 1000 }), [ask(2)]))).toEqual({ kind: 'not_fulfilled', orderLineId: 'a', askedMilli: 2000, returnableMilli: 1000 });
    expect(refusal(request(sold(three, { fulfilledMilli: 0 }), [ask(1)]))).toEqual({ kind: 'not_fulfilled', orderLineId: 'a', askedMilli: 1000, returnableMilli: 0 });
    expect(refusal(request(sold(three, { returnedUnits: [1, 2, 3] }), [ask(1)]))).toEqual({ kind: 'nothing_to_return', orderLineId: 'a', askedMilli: 1000, returnableMilli: 0 });
    expect(refusal(request(sold(three), [ask(4)]))).toEqual({ kind: 'nothing_to_return', orderLineId: 'a', askedMilli: 4000, returnableMilli: 3000 });
    expect(refusal(request(sold(three), []))).toEqual({ kind: 'nothing_to_return', orderLineId: null, askedMilli: 0, returnableMilli: 0 });
  });

  it('RET-5 only whole units of a line of this order', () => {
    expect(refusal(request(sold(units(334, 333)), [ask(0.5)]))).toEqual({ kind: 'invalid_quantity', orderLineId: 'a', quantityMilli: 500 });
    expect(refusal(request(sold(units(334)), [ask(0)]))).toEqual({ kind: 'invalid_quantity', orderLineId: 'a', quantityMilli: 0 });
    expect(refusal(request(sold(units(334)), [ask(1, { orderLineId: 'b' })]))).toEqual({ kind: 'unknown_line', orderLineId: 'b' });
    const cut = sold([{ unit: 1, quantityMilli: 2500, totalMinor: 999, discountMinor: 0, taxMinor: 100 }], { fulfilledMilli: 2500 });
    expect(planned(request(cut, [ask(2.5)])).refundMinor).toBe(999);
    expect(refusal(request(cut, [ask(1)]))).toMatchObject({ kind: 'invalid_quantity' });
  });

  it('RET-6 the window ends with its last millisecond', () => {
    const at = (now: string, windowDays: number | null = 30): unknown => refusal({ ...request(sold(units(334)), [ask(1)]), policy: { ...policy, now, windowDays } });
    expect(at('2026-12-01T10:00:00.000Z')).toMatchObject({ refundMinor: 334 });
    expect(at('2026-12-01T10:00:00.001Z')).toEqual({ kind: 'outside_policy', boughtAt: policy.boughtAt, windowDays: 30 });
    expect(at('2036-01-01T00:00:00Z', null)).toMatchObject({ refundMinor: 334 });
  });

  it('RET-8 never gives back more than was taken', () => {
    const payments = [payment('a', 300, { refundedMinor: 100 }), payment('b', 100)];
    expect(refusal(request(sold(units(334)), [ask(1)], payments))).toEqual({ kind: 'exceeds_paid', refundMinor: 334, refundableMinor: 300 });
  });

  it('RET-10 gives the shipping back with the last unit that was kept, once nothing is open any more', () => {
    const shipping = { totalMinor: 495, taxMinor: 82, isOpen: false };
    const two = (returnedUnits: number[]): SoldLine[] => [sold(units(334, 333), { returnedUnits }), sold(units(100), { orderLineId: 'b', returnedUnits: [1] })];
    const back = (returnedUnits: number[], count: number, more = shipping) => planned({ ...request(sold([]), [ask(count)]), lines: two(returnedUnits), shipping: more });
    expect(back([], 1)).toMatchObject({ refundMinor: 334, shippingMinor: 0 });
    expect(back([1], 1)).toMatchObject({ refundMinor: 333 + 495, taxMinor: 55 + 82, shippingMinor: 495, tenders: [{ paymentId: 'p', amountMinor: 828 }] });
    expect(back([], 2)).toMatchObject({ refundMinor: 667 + 495, shippingMinor: 495 });
    expect(back([], 2, { ...shipping, isOpen: true })).toMatchObject({ refundMinor: 667, shippingMinor: 0 });
  });

  it('RET-9 serves several asks of one line with different units', () => {
    const plan = planned(request(sold(units(334, 333, 333)), [ask(1), ask(1, { disposition: 'quarantine', reason: 'broken' })]));
    expect(plan.lines.map(({ units: taken, disposition, refundMinor }) => [taken, disposition, refundMinor])).toEqual([[[1], 'resellable', 334], [[2], 'quarantine', 333]]);
    expect(refusal(request(sold(units(1, 2)), [ask(2), ask(1)]))).toMatchObject({ kind: 'nothing_to_return', returnableMilli: 0 });
  });
});

describe('splitRefund', () => {
  it('RET-7 cards first, the last used first, then cash', () => {
    const payments = [payment('cash', 2000, { kind: 'cash', capturedAt: '2026-11-01T10:05:00Z' }), payment('A', 3000), payment('B', 2000, { capturedAt: '2026-11-01T10:01:00Z', refundedMinor: 500, kind: 'card_present' })];
    expect(splitRefund(5000, payments)).toEqual([{ paymentId: 'B', amountMinor: 1500 }, { paymentId: 'A', amountMinor: 3000 }, { paymentId: 'cash', amountMinor: 500 }]);
    expect(splitRefund(6500, payments)?.at(-1)).toEqual({ paymentId: 'cash', amountMinor: 2000 });
    expect([splitRefund(6501, payments), splitRefund(0, payments)]).toEqual([null, []]);
  });
});
