import * as fc from 'fast-check';
import { chooseLots, freeOfLots, type LotOnHand, lotPlaceOf, lotsOfLeaving, lotState, mayGo, remainingDays, shareOverLots } from './lots';

const day = '2026-11-22';
const lot = (code: string, expiresOn: string | null, units: number): LotOnHand => ({ lotId: code, code, expiresOn, quantityMilli: units * 1000 });
const anyLot = fc.tuple(fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-25', '2026-12-30', null), fc.integer({ min: -3, max: 9 }));
const anyLots = fc.array(anyLot, { maxLength: 6 }).map((all) => all.map(([expiresOn, units], index) => lot(`L${index}`, expiresOn, units)));

describe('lots', () => {
  it('INV-80 leave first expired first out: the earliest day, what keeps last, then by code', () => {
    const lots = [lot('B', null, 5), lot('D', '2026-12-01', 5), lot('C', '2026-12-01', 2), lot('A', '2027-01-01', 5)];
    expect(chooseLots(lots, 13_000, { day, minimumDays: 0 })).toEqual({
      parts: [{ lotId: 'C', quantityMilli: 2000 }, { lotId: 'D', quantityMilli: 5000 }, { lotId: 'A', quantityMilli: 5000 }, { lotId: 'B', quantityMilli: 1000 }], missingMilli: 0,
    });
  });

  it('INV-80 a choice conserves the quantity, takes no more than a lot has, and never from a lot that may not go', () => {
    fc.assert(fc.property(anyLots, fc.integer({ min: 1, max: 40 }), fc.constantFrom(0, 3, 30), (lots, units, minimumDays) => {
      const { parts, missingMilli } = chooseLots(lots, units * 1000, { day, minimumDays });
      expect(parts.reduce((sum, part) => sum + part.quantityMilli, missingMilli)).toBe(units * 1000);
      for (const part of parts) {
        const from = lots.find(({ lotId }) => lotId === part.lotId);
        expect(part.quantityMilli).toBeLessThanOrEqual(from?.quantityMilli ?? 0);
        expect(from && mayGo(from, { day, minimumDays })).toBe(true);
      }
    }));
  });

  it('INV-81 what leaves without a word is of lots that may go, then of no lot, then of the others, and is never lost', () => {
    const lots = [lot('OLD', '2026-11-20', 3), lot('NEW', '2026-12-20', 2)];
    expect(lotsOfLeaving({ lots, unsaidMilli: 1000 }, 7000, { day, minimumDays: 0 })).toEqual([{ lotId: 'NEW', quantityMilli: 2000 }, { lotId: 'OLD', quantityMilli: 3000 }, { lotId: null, quantityMilli: 2000 }]);
    fc.assert(fc.property(anyLots, fc.integer({ min: -3, max: 9 }), fc.integer({ min: 1, max: 60 }), (some, unsaid, units) => {
      const parts = lotsOfLeaving({ lots: some, unsaidMilli: unsaid * 1000 }, units * 1000, { day, minimumDays: 3 });
      expect(parts.reduce((sum, part) => sum + part.quantityMilli, 0)).toBe(units * 1000);
      const barred = parts.filter((part) => some.some((one) => one.lotId === part.lotId && !mayGo(one, { day, minimumDays: 3 })));
      // Others give only when nothing else has any more.
      if (barred.length > 0) expect(chooseLots(some, units * 1000, { day, minimumDays: 3 }).missingMilli).toBeGreaterThan(Math.max(0, unsaid * 1000));
    }));
  });

  it('INV-81 the buckets of the shelf are one place, each other bucket is one, and outside there is none', () => {
    expect((['sellable', 'committed', 'allotted', 'safety', 'quarantine', 'damaged', 'customer', 'transit'] as const).map(lotPlaceOf)).toEqual(['shelf', 'shelf', 'shelf', 'shelf', 'quarantine', 'damaged', null, null]);
  });

  it('INV-85 lots of a line are shared over its states in order; none is lost', () => {
    expect(shareOverLots([3000, 2000], [{ lotId: 'A', quantityMilli: 4000 }])).toEqual([{ index: 0, lotId: 'A', quantityMilli: 3000 }, { index: 1, lotId: 'A', quantityMilli: 1000 }, { index: 1, lotId: null, quantityMilli: 1000 }]);
  });

  it('INV-82 the day is the last on which it is sold: short before it, expired after it', () => {
    const state = (expiresOn: string | null) => lotState({ expiresOn }, day, 14);
    expect(['2026-11-21', '2026-11-22', '2026-12-06', '2026-12-07', null].map(state)).toEqual(['expired', 'short', 'short', 'fresh', 'fresh']);
    expect(remainingDays({ expiresOn: '2026-11-21' }, day)).toBe(-1);
  });

  it('INV-83 goes to a channel only with the days that it asks for after the day of the sale', () => {
    expect(['2026-11-28', '2026-11-29', null].map((expiresOn) => mayGo({ expiresOn }, { day, minimumDays: 7 }))).toEqual([false, true, true]);
    expect(mayGo({ expiresOn: day }, { day, minimumDays: 0 })).toBe(true);
  });

  it('INV-84 what may be promised is what is free less what lies in lots that may not go', () => {
    expect([freeOfLots(5000, 2000), freeOfLots(1000, 2000), freeOfLots(-1000, 2000), freeOfLots(5000, -1000)]).toEqual([3000, 0, -1000, 5000]);
  });

  it('INV-139 what comes back is of the lots that left, in their order', () => {
    const left = [{ lotId: 'SOON', quantityMilli: 3000 }, { lotId: 'LATE', quantityMilli: 1000 }];
    expect(shareOverLots([2000, 2000], left)).toEqual([{ index: 0, lotId: 'SOON', quantityMilli: 2000 }, { index: 1, lotId: 'SOON', quantityMilli: 1000 }, { index: 1, lotId: 'LATE', quantityMilli: 1000 }]);
  });
});
