import * as fc from 'fast-check';
import { decideReceipt, type CountedGoods, type OrderedLine } from './decide-receipt';
import { expectedDay } from './expected-day';
import { orderProblems } from './order-problems';
import { orderQuantity } from './order-quantity';
import { orderStatusAfter, orderTransitions, type PurchaseOrderAction, type PurchaseOrderStatus } from './order-status';
import { overLimitMilli } from './over-limit';
import { readOrderRows } from './read-order-rows';
import { shareLandedCost } from './share-landed-cost';
import { valueInMarket } from './value-in-market';

const pieces = (count: number) => count * 1000;
const ordered = (count: number, received = 0, lineId = 'a'): OrderedLine => ({ lineId, orderedMilli: pieces(count), receivedMilli: pieces(received), closedMilli: 0 });
const came = (good: number, { checked = 0, damaged = 0, lineId = 'a' } = {}): CountedGoods => ({ lineId, goodMilli: pieces(good), checkedMilli: pieces(checked), damagedMilli: pieces(damaged) });
const associate = { isFinal: false, mayDecide: false };
const sent = (...lines: OrderedLine[]) => ({ status: 'sent' as const, lines });

describe('an order', () => {
  it('PUR-1 goes from draft to its end, and nowhere from there', () => {
    const after = (from: PurchaseOrderStatus, action: PurchaseOrderAction) => { const result = orderStatusAfter(from, action); return result.ok ? result.value : result.refusal.kind; };
    expect([after('draft', 'send'), after('sent', 'receive_part'), after('partly_received', 'receive_all'), after('partly_received', 'close'), after('sent', 'cancel')]).toEqual(['sent', 'partly_received', 'received', 'closed_short', 'cancelled']);
    expect(after('partly_received', 'cancel')).toBe('transition_refused');
    expect(after('draft', 'receive_all')).toBe('transition_refused');
    for (const final of ['received', 'closed_short', 'cancelled'] as const) expect(orderTransitions[final]).toEqual({});
  });

  it('PUR-2 is in whole packs, at least the minimum', () => {
    expect(orderQuantity(pieces(20), { packMilli: pieces(12), minimumMilli: 0 })).toEqual({ quantityMilli: pieces(24), packs: 2, raisedBy: 'pack' });
    expect(orderQuantity(pieces(5), { packMilli: pieces(12), minimumMilli: pieces(30) })).toEqual({ quantityMilli: pieces(36), packs: 3, raisedBy: 'minimum' });
    expect(orderQuantity(pieces(24), { packMilli: pieces(12), minimumMilli: pieces(24) })).toEqual({ quantityMilli: pieces(24), packs: 2, raisedBy: null });
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 50_000 }), fc.nat(1_000_000), (wantedMilli, packMilli, minimumMilli) => {
      const { quantityMilli } = orderQuantity(wantedMilli, { packMilli, minimumMilli });
      expect(quantityMilli % packMilli).toBe(0);
      expect(quantityMilli).toBeGreaterThanOrEqual(Math.max(wantedMilli, minimumMilli));
      expect(quantityMilli - packMilli).toBeLessThan(Math.max(wantedMilli, minimumMilli));
    }));
    expect(() => orderQuantity(0, { packMilli: 1000, minimumMilli: 0 })).toThrow('above zero');
  });

  it('PUR-3 says what its supplier would not take, with the next quantity that they would', () => {
    const line = (orderedMilli: number, lineId = 'a') => ({ lineId, orderedMilli, unitCostMinor: 500, packMilli: pieces(12), minimumMilli: pieces(24) });
    expect(orderProblems([], { minimumOrderMinor: 0 })).toEqual([{ kind: 'no_lines' }]);
    expect(orderProblems([line(pieces(36))], { minimumOrderMinor: 18_000 })).toEqual([]);
    expect(orderProblems([line(pieces(36))], { minimumOrderMinor: 18_001 })).toEqual([{ kind: 'order_below_minimum', amountMinor: 18_000, minimumMinor: 18_001 }]);
    expect(orderProblems([line(pieces(30)), line(pieces(12), 'b')], { minimumOrderMinor: 0 })).toEqual([
      { kind: 'not_whole_packs', lineId: 'a', packMilli: pieces(12), nextMilli: pieces(36) },
      { kind: 'below_minimum', lineId: 'b', minimumMilli: pieces(24), nextMilli: pieces(24) },
    ]);
    for (const bad of [0, -1000, 1.5, 1e12]) expect(orderProblems([line(bad)], { minimumOrderMinor: -1e15 })).toEqual([{ kind: 'quantity_out_of_range', lineId: 'a' }]);
  });

  it('PUR-10 is expected after the lead time', () => {
    expect(expectedDay('2026-11-22', 14)).toBe('2026-12-06');
    expect(expectedDay('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('decideReceipt', () => {
  it('PUR-4 leaves open what is missing, or gives it up', () => {
    expect(decideReceipt(sent(ordered(10)), [came(8)], associate)).toEqual({ ok: true, value: { status: 'partly_received', lines: [{ lineId: 'a', receivedMilli: 8000, overMilli: 0, openMilli: 2000, closedMilli: 0 }] } });
    expect(decideReceipt(sent(ordered(10)), [came(8)], { ...associate, isFinal: true })).toMatchObject({ value: { status: 'closed_short', lines: [{ openMilli: 0, closedMilli: 2000 }] } });
    expect(decideReceipt({ status: 'partly_received', lines: [ordered(10, 8)] }, [came(2)], associate)).toMatchObject({ value: { status: 'received' } });
    expect(decideReceipt(sent(ordered(10)), [], { ...associate, isFinal: true })).toMatchObject({ value: { status: 'cancelled', lines: [{ closedMilli: 10_000 }] } });
    expect(decideReceipt({ status: 'partly_received', lines: [ordered(10, 8)] }, [], { ...associate, isFinal: true })).toMatchObject({ value: { status: 'closed_short' } });
    expect(decideReceipt(sent(ordered(10)), [came(0)], associate)).toEqual({ ok: false, refusal: { kind: 'nothing_received' } });
    for (const status of ['draft', 'received', 'closed_short', 'cancelled'] as const) expect(decideReceipt({ status, lines: [ordered(10)] }, [came(1)], associate)).toEqual({ ok: false, refusal: { kind: 'order_not_open', status } });
  });

  it('PUR-4 refuses what is no count, and lines of another order', () => {
    expect(decideReceipt(sent(ordered(10)), [came(1, { lineId: 'z' })], associate)).toEqual({ ok: false, refusal: { kind: 'unknown_line', lineIds: ['z'] } });
    for (const bad of [-1, 0.0005, 1e9, Number.NaN]) expect(decideReceipt(sent(ordered(10)), [came(bad)], { ...associate, mayDecide: true })).toMatchObject({ refusal: { kind: 'quantity_out_of_range', lineIds: ['a'] } });
    expect(decideReceipt(sent(ordered(10)), [came(1), came(2)], associate)).toMatchObject({ refusal: { kind: 'quantity_out_of_range' } });
  });

  it('PUR-5 takes a little more from anybody, and any amount from who may decide', () => {
    expect(overLimitMilli(pieces(25), { mayDecide: false })).toBe(2000);
    expect(decideReceipt(sent(ordered(25)), [came(27)], associate)).toMatchObject({ value: { status: 'received', lines: [{ overMilli: 2000 }] } });
    expect(decideReceipt(sent(ordered(25)), [came(28)], associate)).toEqual({ ok: false, refusal: { kind: 'over_limit', lines: [{ lineId: 'a', overMilli: 3000, limitMilli: 2000 }] } });
    expect(decideReceipt(sent(ordered(25)), [came(28)], { ...associate, mayDecide: true })).toMatchObject({ value: { lines: [{ overMilli: 3000 }] } });
    // Line a had 2 too many already; b keeps the order open.
    const before = { status: 'partly_received' as const, lines: [ordered(25, 27), ordered(5, 0, 'b')] };
    expect(decideReceipt(before, [came(1)], associate)).toMatchObject({ refusal: { kind: 'over_limit', lines: [{ overMilli: 3000 }] } });
    expect(decideReceipt(before, [came(5, { lineId: 'b' })], associate)).toMatchObject({ ok: true });
  });

  it('PUR-6 counts what is damaged or to be checked as come', () => {
    expect(decideReceipt(sent(ordered(10)), [came(8, { checked: 1, damaged: 1 })], associate)).toMatchObject({ value: { status: 'received', lines: [{ receivedMilli: 10_000 }] } });
  });

  it('PUR-4 ordered and over are received, open and closed', () => {
    const line = fc.record({ orderedMilli: fc.integer({ min: 1, max: 50 }).map(pieces), receivedMilli: fc.nat(60).map(pieces), good: fc.nat(60), damaged: fc.nat(5) });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, isFinal) => {
      const before = lines.map((each, index) => ({ lineId: `${index}`, orderedMilli: each.orderedMilli, receivedMilli: each.receivedMilli, closedMilli: 0 }));
      const result = decideReceipt({ status: 'partly_received', lines: before }, lines.map((each, index) => came(each.good, { damaged: each.damaged, lineId: `${index}` })), { isFinal, mayDecide: true });
      if (!result.ok) return expect(result.refusal.kind).toBe('nothing_received');
      for (const [index, after] of result.value.lines.entries()) {
        const one = before[index];
        const overBefore = Math.max(0, (one?.receivedMilli ?? 0) - (one?.orderedMilli ?? 0));
        expect((one?.orderedMilli ?? 0) + overBefore + after.overMilli).toBe((one?.receivedMilli ?? 0) + after.receivedMilli + after.openMilli + after.closedMilli);
      }
    }));
  });
});

describe('what goods cost', () => {
  const line = (lineId: string, valueMinor: number, { quantityMilli = 1000, weightGrams = null }: { quantityMilli?: number; weightGrams?: number | null } = {}) => ({ lineId, valueMinor, quantityMilli, weightGrams });

  it('PUR-7 landed cost is shared to the last penny', () => {
    expect(shareLandedCost(1000, [line('a', 500), line('b', 500), line('c', 500)], 'value')).toEqual({ ok: true, value: [{ lineId: 'a', amountMinor: 334 }, { lineId: 'b', amountMinor: 333 }, { lineId: 'c', amountMinor: 333 }] });
    expect(shareLandedCost(900, [line('a', 500), line('b', 500, { quantityMilli: 2000 })], 'quantity')).toMatchObject({ value: [{ amountMinor: 300 }, { amountMinor: 600 }] });
    expect(shareLandedCost(900, [line('a', 500, { quantityMilli: 2000, weightGrams: 500 }), line('b', 500, { weightGrams: 8000 })], 'weight')).toMatchObject({ value: [{ amountMinor: 100 }, { amountMinor: 800 }] });
    expect(shareLandedCost(900, [line('a', 500, { weightGrams: 500 }), line('b', 500)], 'weight')).toEqual({ ok: false, refusal: { kind: 'no_basis', basis: 'weight', lineIds: ['b'] } });
    expect(shareLandedCost(900, [line('a', 0)], 'value')).toMatchObject({ refusal: { kind: 'no_basis' } });
    fc.assert(fc.property(fc.nat(1_000_000), fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 }), (amount, values) => {
      const shared = shareLandedCost(amount, values.map((value, index) => line(`${index}`, value)), 'value');
      expect(shared.ok && shared.value.reduce((sum, share) => sum + share.amountMinor, 0)).toBe(amount);
    }));
  });

  it('PUR-8 is converted in one rounding', () => {
    expect(valueInMarket(499, pieces(100), { rateMillionths: 854_310, from: 'EUR', to: 'GBP' })).toBe(42_630);
    expect(valueInMarket(1500, pieces(10), { rateMillionths: 5200, from: 'JPY', to: 'GBP' })).toBe(7800);
    expect(valueInMarket(1234, 333, { rateMillionths: 1_000_000, from: 'GBP', to: 'GBP' })).toBe(411);
  });
});

describe('readOrderRows', () => {
  it('PUR-9 reads what a spreadsheet gives, and says what is wrong with a row', () => {
    expect(readOrderRows('SKU\tQuantity\nBOOT-1\t12\n\nSOCK-2\t1,5\r\n')).toEqual([{ row: 2, sku: 'BOOT-1', quantityMilli: 12_000, problem: null }, { row: 4, sku: 'SOCK-2', quantityMilli: 1500, problem: null }]);
    expect(readOrderRows('BOOT-1;0\nBOOT-2;-1\nBOOT-3;1000000000\nBOOT-4;\n;5\nBOOT-5,"3"\nBOOT-5,4').map(({ problem }) => problem)).toEqual(['quantity_out_of_range', 'quantity_out_of_range', 'quantity_out_of_range', 'no_quantity', 'no_sku', null, 'twice']);
    expect(readOrderRows('')).toEqual([]);
  });
});
