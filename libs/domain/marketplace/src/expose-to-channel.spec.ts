import * as fc from 'fast-check';
import { coverHours, MOST_COVER_HOURS } from './cover-hours';
import { type ChannelBuffer, type ChannelPool, exposeToChannel } from './expose-to-channel';
import { exposedUnits } from './exposed-units';
import { tunedBuffer } from './tuned-buffer';

const none: ChannelBuffer = { kind: 'percent', basisPoints: 0 };
const place = (locationId: string, units: number, shareBasisPoints = 10_000) => ({ locationId, freeMilli: units * 1000, shareBasisPoints });
const units = (pool: Partial<ChannelPool> & Pick<ChannelPool, 'places'>): number => exposeToChannel({ buffer: none, ...pool }).units;
const pace = { soldMilli: 280_000, days: 28, latencySeconds: 3600, targetBasisPoints: 100 };

const basisPoints = fc.integer({ min: 0, max: 10_000 });
const places = fc.array(fc.record({ locationId: fc.string(), freeMilli: fc.integer({ min: -50_000, max: 5_000_000 }), shareBasisPoints: basisPoints }), { maxLength: 5 });
const buffers: fc.Arbitrary<ChannelBuffer> = fc.oneof(
  basisPoints.map((points) => ({ kind: 'percent' as const, basisPoints: points })),
  fc.nat(500).map((amount) => ({ kind: 'units' as const, units: amount })),
  fc.record({ soldMilli: fc.nat(20_000_000), latencySeconds: fc.nat(7200) }).map((own) => ({ kind: 'tuned' as const, leastUnits: 1, pace: { ...pace, ...own } })),
);
const pools: fc.Arbitrary<ChannelPool> = fc.record({
  places, buffer: buffers, openUnsyncedMilli: fc.nat(20_000), capUnits: fc.option(fc.nat(100)), shownUnits: fc.option(fc.nat(3)), reopenAtUnits: fc.nat(5), stepMilli: fc.constantFrom(1, 1000),
});

describe('exposeToChannel', () => {
  it('MKT-5 sums what is free at the places by their share, a place below zero whole', () => {
    expect(units({ places: [place('a', 10), place('b', 5)] })).toBe(15);
    expect(units({ places: [place('a', 10, 5000), place('b', 5, 2000)] })).toBe(6);
    expect(units({ places: [place('a', 10), place('b', -3, 5000)] })).toBe(7);
    expect(units({ places: [place('a', 1, 5000), place('b', 1, 5000)] })).toBe(1);
    expect([units({ places: [] }), units({ places: [place('a', 10)], openUnsyncedMilli: 4000 })]).toEqual([0, 6]);
    expect(() => units({ places: [place('a', 1, 10_001)] })).toThrow('share of 0 to 10000');
  });

  it('MKT-6 withholds a share or whole units, and says how much', () => {
    expect(exposeToChannel({ places: [place('a', 10)], buffer: { kind: 'percent', basisPoints: 1500 } })).toMatchObject({ units: 8, bufferMilli: 1500, sharedMilli: 10_000, decidedBy: 'pool' });
    expect(units({ places: [place('a', 10)], buffer: { kind: 'units', units: 3 } })).toBe(7);
    expect(units({ places: [place('a', 2)], buffer: { kind: 'units', units: 3 } })).toBe(0);
    fc.assert(fc.property(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.nat(9_000_000), basisPoints, (freeMilli, open, points) => {
      const pool = { places: [{ locationId: 'a', freeMilli, shareBasisPoints: 10_000 }], openUnsyncedMilli: open, buffer: { kind: 'percent' as const, basisPoints: points } };
      expect(exposeToChannel(pool).units).toBe(exposedUnits({ availableMilli: Math.max(0, freeMilli), openUnsyncedMilli: open, bufferBasisPoints: points }));
    }));
  });

  it('MKT-8 never shows more of a listing than its cap', () => {
    expect(exposeToChannel({ places: [place('a', 10)], buffer: none, capUnits: 4 })).toMatchObject({ units: 4, decidedBy: 'cap' });
    expect([units({ places: [place('a', 3)], capUnits: 4 }), units({ places: [place('a', 3)], capUnits: 0 })]).toEqual([3, 0]);
  });

  it('MKT-9 opens again only at the threshold after it showed none', () => {
    const at = (free: number, shownUnits: number | null) => units({ places: [place('a', free)], shownUnits, reopenAtUnits: 3 });
    expect([at(1, 0), at(2, 0), at(3, 0)]).toEqual([0, 0, 3]);
    expect([at(2, 3), at(1, 2), at(0, 1)]).toEqual([2, 1, 0]);
    expect(at(1, null)).toBe(1);
    expect(exposeToChannel({ places: [place('a', 1)], buffer: none, shownUnits: 0, reopenAtUnits: 3 }).decidedBy).toBe('closed');
    // 0 → 1 → 0 → 1 at the edge is told once: nothing.
    let shown = 0;
    const told = [1, 0, 2, 1, 3, 2, 1, 0, 1].map((free) => (shown = at(free, shown)));
    expect(told).toEqual([0, 0, 0, 0, 3, 2, 1, 0, 0]);
  });

  it('MKT-10 offers the first place first, so that what is withheld lies at the last', () => {
    const seen = exposeToChannel({ places: [place('shop', 4), place('warehouse', 6)], buffer: { kind: 'units', units: 3 } });
    expect(seen.places).toEqual([{ locationId: 'shop', exposedMilli: 4000 }, { locationId: 'warehouse', exposedMilli: 3000 }]);
    fc.assert(fc.property(pools, (pool) => {
      const { places: shown, exposedMilli } = exposeToChannel(pool);
      expect(shown.reduce((sum, one) => sum + one.exposedMilli, 0)).toBe(exposedMilli);
      for (const [index, one] of shown.entries()) expect(one.exposedMilli).toBeLessThanOrEqual(Math.max(0, pool.places[index]?.freeMilli ?? 0));
    }));
  });

  it('MKT-11 never shows more than is free, and more free never shows less', () => {
    fc.assert(fc.property(pools, fc.nat(4), fc.nat(50_000), (pool, which, more) => {
      const seen = exposeToChannel(pool);
      expect(seen.exposedMilli).toBeGreaterThanOrEqual(0);
      expect(seen.exposedMilli).toBeLessThanOrEqual(seen.freeMilli);
      const grown = { ...pool, places: pool.places.map((one, index) => (index === which ? { ...one, freeMilli: one.freeMilli + more } : one)) };
      expect(exposeToChannel(grown).exposedMilli).toBeGreaterThanOrEqual(seen.exposedMilli);
      expect(exposeToChannel({ ...pool, openUnsyncedMilli: (pool.openUnsyncedMilli ?? 0) + more }).exposedMilli).toBeLessThanOrEqual(seen.exposedMilli);
    }));
  });

  it('MKT-11 channels whose shares of each place are at most all of it never show more together than is there', () => {
    const split = fc.array(fc.record({ free: fc.nat(1_000_000), cuts: fc.tuple(basisPoints, basisPoints) }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(split, (given) => {
      const sorted = given.map(({ free, cuts }) => ({ free, low: Math.min(...cuts), high: Math.max(...cuts) }));
      const channel = (shareOf: (one: (typeof sorted)[number]) => number) => exposeToChannel({ places: sorted.map((one, index) => ({ locationId: String(index), freeMilli: one.free, shareBasisPoints: shareOf(one) })), buffer: none, stepMilli: 1 }).exposedMilli;
      const together = channel((one) => one.low) + channel((one) => one.high - one.low) + channel((one) => 10_000 - one.high);
      expect(together).toBeLessThanOrEqual(given.reduce((sum, one) => sum + one.free, 0));
    }));
  });
});

describe('tunedBuffer', () => {
  it('MKT-7 is the fewest units whose chance to be oversold is at most the target', () => {
    expect(tunedBuffer(pace)).toBe(2);
    expect(tunedBuffer({ ...pace, soldMilli: 0 })).toBe(0);
    expect(tunedBuffer({ ...pace, latencySeconds: 0 })).toBe(0);
    expect(tunedBuffer({ ...pace, targetBasisPoints: 10_000 })).toBe(0);
    expect(tunedBuffer({ ...pace, targetBasisPoints: 1 })).toBe(4);
    expect(tunedBuffer({ soldMilli: 9_000_000_000, days: 1, latencySeconds: 86_400, targetBasisPoints: 100 })).toBe(2105);
    expect(() => tunedBuffer({ ...pace, targetBasisPoints: 0 })).toThrow('1 to 10000');
  });

  it('MKT-7 agrees with the distribution, and falls with a looser target or a shorter way', () => {
    const chanceBeyond = (mean: number, buffer: number) => {
      let [weight, within] = [Math.exp(-mean), 0];
      for (let k = 0; k <= buffer; k += 1) { within += weight; weight = (weight * mean) / (k + 1); }
      return 1 - within;
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.integer({ min: 1, max: 14_400 }), fc.integer({ min: 1, max: 2000 }), (soldMilli, latencySeconds, targetBasisPoints) => {
      const own = { soldMilli, days: 28, latencySeconds, targetBasisPoints };
      const buffer = tunedBuffer(own);
      const mean = ((soldMilli / 1000) * latencySeconds) / (28 * 86_400);
      expect(chanceBeyond(mean, buffer)).toBeLessThanOrEqual(targetBasisPoints / 10_000 + 1e-9);
      if (buffer > 0) expect(chanceBeyond(mean, buffer - 1)).toBeGreaterThan(targetBasisPoints / 10_000 - 1e-9);
      expect(tunedBuffer({ ...own, targetBasisPoints: targetBasisPoints + 1 })).toBeLessThanOrEqual(buffer);
      expect(tunedBuffer({ ...own, latencySeconds: latencySeconds - 1 })).toBeLessThanOrEqual(buffer);
    }));
  });
});

describe('coverHours', () => {
  it('MKT-12 is how long the units last at their pace: the shortest is in most danger', () => {
    const cover = (amount: number, soldMilli: number) => coverHours({ units: amount, soldMilli, days: 28 });
    expect([cover(3, 84_000), cover(1, 672_000), cover(0, 0), cover(0, 5000)]).toEqual([24, 1, 0, 0]);
    expect([cover(5, 0), cover(1_000_000, 1)]).toEqual([MOST_COVER_HOURS, MOST_COVER_HOURS]);
  });
});
