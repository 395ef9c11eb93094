import * as fc from 'fast-check';
import { setAside } from './set-aside';

const line = (lineId: string, units: number, variantId = 'boot') => ({ lineId, variantId, quantityMilli: units * 1000 });
const total = (all: readonly { quantityMilli: number }[]) => all.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);

describe('setAside', () => {
  it('INV-46 sets aside what is not there, from the last lines of a variant on', () => {
    expect(setAside([line('1', 2), line('2', 3), line('3', 1, 'sock')], [{ variantId: 'boot', quantityMilli: 4000 }])).toEqual({
      there: [line('1', 1), line('3', 1, 'sock')], short: [line('1', 1), line('2', 3)],
    });
  });

  it('INV-46 [L-29] [L-30] loses and doubles nothing: both parts sum to the lines', () => {
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('boot', 'sock')), { maxLength: 6 });
    fc.assert(fc.property(lines, fc.nat(9), (asked, gone) => {
      const all = asked.map(([units, variantId], index) => line(String(index), units, variantId));
      const { there, short } = setAside(all, [{ variantId: 'boot', quantityMilli: gone * 1000 }]);
      for (const { lineId, quantityMilli } of all) expect(total([...there, ...short].filter((one) => one.lineId === lineId))).toBe(quantityMilli);
      expect(total(short)).toBe(Math.min(gone * 1000, total(all.filter(({ variantId }) => variantId === 'boot'))));
    }));
  });
});
