import * as fc from 'fast-check';
import { hasDifference, inTransitOf, isSettled, moveTransfer, receiptMoves, receiveTransfer, type TransferLine } from './transfer';

const line = (lineId: string, shippedMilli: number): TransferLine => ({ lineId, requestedMilli: shippedMilli, shippedMilli, receivedMilli: 0, damagedMilli: 0, missingMilli: 0, surplusMilli: 0 });
const given = (lineId: string, [receivedMilli, damagedMilli = 0, missingMilli = 0, surplusMilli = 0]: number[]) => ({ lineId, receivedMilli: receivedMilli ?? 0, damagedMilli, missingMilli, surplusMilli });

describe('transfer', () => {
  it('INV-30 goes from requested to received, and is cancelled only before it is shipped', () => {
    expect(moveTransfer('requested', 'approve')).toEqual({ ok: true, value: 'approved' });
    expect(moveTransfer('approved', 'ship')).toEqual({ ok: true, value: 'shipped' });
    expect(moveTransfer('shipped', 'close')).toEqual({ ok: true, value: 'received' });
    for (const from of ['requested', 'approved'] as const) expect(moveTransfer(from, 'cancel')).toEqual({ ok: true, value: 'cancelled' });
    for (const from of ['shipped', 'received', 'cancelled'] as const) expect(moveTransfer(from, 'cancel').ok).toBe(false);
    expect(moveTransfer('requested', 'ship').ok).toBe(false);
  });

  it('INV-31 settles what is on the road, and no more', () => {
    const sent = [line('boot', 10_000)];
    const first = receiveTransfer(sent, [given('boot', [7000, 1000])]);
    expect(first).toMatchObject({ ok: true, value: [{ receivedMilli: 7000, damagedMilli: 1000 }] });
    if (!first.ok) return;
    expect(isSettled(first.value)).toBe(false);
    expect(receiveTransfer(first.value, [given('boot', [3000])])).toEqual({ ok: false, refusal: { kind: 'received_too_many', lineId: 'boot', inTransitMilli: 2000 } });
    const closed = receiveTransfer(first.value, [given('boot', [0, 0, 2000])]);
    expect(closed.ok && isSettled(closed.value) && hasDifference(closed.value)).toBe(true);
    expect(receiveTransfer(sent, [given('sock', [1000])])).toEqual({ ok: false, refusal: { kind: 'unknown_line', lineId: 'sock' } });
    expect(receiveTransfer(sent, [given('boot', [0])])).toEqual({ ok: false, refusal: { kind: 'nothing_received' } });
    expect(hasDifference([line('boot', 1000)])).toBe(false);
  });

  it('INV-31 whatever receipts come, the moves out of transit are what is not on the road any more', () => {
    const receipts = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4)).map((units) => units.map((unit) => unit * 1000)), { maxLength: 8 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), receipts, (units, parts) => {
      let lines = [line('boot', units * 1000)];
      let out = 0;
      for (const part of parts) {
        const result = receiveTransfer(lines, [given('boot', part)]);
        if (!result.ok) continue;
        lines = result.value;
        out += receiptMoves(given('boot', part)).reduce((sum, move) => sum + (move.from === 'transit' ? move.quantityMilli : 0), 0);
      }
      expect(inTransitOf(lines[0] as TransferLine)).toBe(units * 1000 - out);
      expect(inTransitOf(lines[0] as TransferLine)).toBeGreaterThanOrEqual(0);
    }));
  });
});
