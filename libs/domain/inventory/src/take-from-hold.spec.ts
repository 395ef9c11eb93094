import * as fc from 'fast-check';
import { takeFromHold } from './take-from-hold';

const held = (units: number, locationId: string, variantId = 'boot') => ({ variantId, locationId, quantityMilli: units * 1000 });
const wanted = (units: number, lineId: string, variantId = 'boot') => ({ lineId, variantId, quantityMilli: units * 1000 });
const sum = (lines: readonly { quantityMilli: number }[]) => lines.reduce((total, { quantityMilli }) => total + quantityMilli, 0);

describe('takeFromHold', () => {
  it('INV-41 an order takes what is held for it, wherever it lies, and looks elsewhere for the rest', () => {
    expect(takeFromHold([wanted(3, '1'), wanted(1, '2', 'sock')], [held(1, 'leeds'), held(1, 'soho')])).toEqual({
      taken: [{ lineId: '1', ...held(1, 'leeds') }, { lineId: '1', ...held(1, 'soho') }],
      rest: [wanted(1, '1'), wanted(1, '2', 'sock')],
    });
  });

  it('INV-41 two lines of one variant share its hold, and one line and place is named once', () => {
    expect(takeFromHold([wanted(2, '1'), wanted(1, '2')], [held(1, 'leeds'), held(1, 'leeds'), held(1, 'leeds')])).toEqual({
      taken: [{ lineId: '1', ...held(2, 'leeds') }, { lineId: '2', ...held(1, 'leeds') }], rest: [],
    });
  });

  it('INV-41 takes never more than is held, and nothing that is wanted is lost', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('boot', 'sock')), { maxLength: 6 });
    const holds = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('leeds', 'soho'), fc.constantFrom('boot', 'sock')), { maxLength: 6 });
    fc.assert(fc.property(lines, holds, (asked, kept) => {
      const want = asked.map(([units, variantId], index) => wanted(units, String(index), variantId));
      const have = kept.map(([units, locationId, variantId]) => held(units, locationId, variantId));
      const { taken, rest } = takeFromHold(want, have);
      expect(sum(taken) + sum(rest)).toBe(sum(want));
      for (const variantId of ['boot', 'sock']) for (const locationId of ['leeds', 'soho']) {
        const of = <Each extends { variantId: string; locationId: string }>(all: Each[]) => all.filter((each) => each.variantId === variantId && each.locationId === locationId);
        expect(sum(of(taken))).toBeLessThanOrEqual(sum(of(have)));
      }
    }));
  });
});
