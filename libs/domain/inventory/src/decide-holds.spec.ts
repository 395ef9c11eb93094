import * as fc from 'fast-check';
import { decideHolds, type HoldAsk, type HoldLine, levelKey } from './decide-holds';

const line = (units: number, variantId = 'boot', lineId = 'a'): HoldLine => ({ lineId, variantId, locationId: 's1', quantityMilli: units * 1000 });
const whole = (...lines: HoldLine[]): HoldAsk => ({ lines, mode: 'all' });
const shelf = (units: Record<string, number>) => new Map(Object.entries(units).map(([variantId, count]) => [levelKey({ variantId, locationId: 's1' }), count * 1000]));
const units = (verdicts: ReturnType<typeof decideHolds>) => verdicts.map(({ kept }) => kept.reduce((sum, { quantityMilli }) => sum + quantityMilli / 1000, 0));

describe('decideHolds', () => {
  it('INV-11 serves in turn, and who is refused takes nothing', () => {
    const verdicts = decideHolds([whole(line(1)), whole(line(2)), whole(line(1)), whole(line(1))], shelf({ boot: 2 }));
    expect(units(verdicts)).toEqual([1, 0, 1, 0]);
    expect(verdicts[1]?.short).toEqual([{ variantId: 'boot', locationId: 's1', requestedMilli: 2000, availableMilli: 1000 }]);
  });

  it('INV-11 [L-21] [L-27] two lines of one variant are summed', () => {
    expect(units(decideHolds([whole(line(1), line(1, 'boot', 'b'))], shelf({ boot: 1 })))).toEqual([0]);
    expect(units(decideHolds([{ mode: 'part', lines: [line(1), line(1, 'boot', 'b')] }], shelf({ boot: 1 })))).toEqual([1]);
  });

  it('INV-11 keeps all lines or none, or of each what is there', () => {
    const wanted = [line(2), line(3, 'sock', 'b'), line(1, 'hat', 'c')];
    expect(decideHolds([{ mode: 'all', lines: wanted }], shelf({ boot: 5, sock: 1 }))[0]).toMatchObject({ kept: [], short: [{ variantId: 'sock', availableMilli: 1000 }, { variantId: 'hat', availableMilli: 0 }] });
    expect(decideHolds([{ mode: 'part', lines: wanted }], shelf({ boot: 5, sock: 1 }))[0]?.kept).toEqual([line(2), line(1, 'sock', 'b')]);
    expect(units(decideHolds([whole(line(1))], shelf({ boot: -3 })))).toEqual([0]);
  });

  it('INV-40 [L-31] what a hold brings along is nobody else\'s before its turn, and free after it', () => {
    const mine = { ...whole(line(1)), brought: [line(1)] };
    expect(units(decideHolds([whole(line(1)), mine, whole(line(1))], shelf({ boot: 0 })))).toEqual([0, 1, 0]);
    const smaller = { ...whole(line(1)), brought: [line(2)] };
    expect(units(decideHolds([smaller, whole(line(1)), whole(line(1))], shelf({ boot: 0 })))).toEqual([1, 1, 0]);
    const elsewhere = { ...whole(line(1, 'sock')), brought: [line(1)] };
    expect(units(decideHolds([elsewhere, whole(line(1))], shelf({ boot: 0, sock: 1 })))).toEqual([1, 1]);
  });

  it('INV-11 never keeps more than there was, and decides together as it would one by one', () => {
    const ask = fc.record({ mode: fc.constantFrom('all' as const, 'part' as const), lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('boot', 'sock')).map(([count, variantId]) => line(count, variantId)), { minLength: 1, maxLength: 3 }) });
    fc.assert(fc.property(fc.array(ask, { maxLength: 12 }), fc.nat(9), fc.nat(9), (asks, boot, sock) => {
      const start = shelf({ boot, sock });
      const together = decideHolds(asks, start);
      const left = new Map(start);
      for (const [index, verdict] of together.entries()) {
        expect(decideHolds(asks.slice(index, index + 1), left)).toEqual([verdict]);
        for (const kept of verdict.kept) left.set(levelKey(kept), (left.get(levelKey(kept)) ?? 0) - kept.quantityMilli);
      }
      expect(Math.min(...left.values())).toBeGreaterThanOrEqual(0);
      expect(start).toEqual(shelf({ boot, sock }));
    }));
  });
});
