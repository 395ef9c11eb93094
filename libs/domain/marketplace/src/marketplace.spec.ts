import * as fc from 'fast-check';
import { exposedUnits } from './exposed-units';
import { explainIsv } from './explain-isv';
import { isv } from './isv';

const offer = (availableMilli: number, openUnsyncedMilli: number, bufferBasisPoints: number): number => exposedUnits({ availableMilli, openUnsyncedMilli, bufferBasisPoints });
const milli = fc.integer({ min: -5_000_000, max: 5_000_000_000 });
const basisPoints = fc.integer({ min: 0, max: 10_000 });

describe('exposedUnits', () => {
  it('MKT-1 holds a buffer back and rounds down', () => {
    expect([offer(10_000, 1000, 1000), offer(1000, 0, 500), offer(10_000, 0, 0), offer(20_000, 0, 500), offer(2999, 0, 0)]).toEqual([8, 0, 10, 19, 2]);
    expect([offer(-3000, 0, 0), offer(1000, 5000, 0), offer(10_000, 0, 10_000)]).toEqual([0, 0, 0]);
    expect(() => offer(1000, 0, 10_001)).toThrow('basis points');
    expect(() => offer(0.5, 0, 0)).toThrow('whole thousandths');
  });

  it('MKT-2 never offers more than is free, and less with more buffer or open orders', () => {
    fc.assert(fc.property(milli, fc.nat(9_000_000), basisPoints, (available, open, buffer) => {
      const units = offer(available, open, buffer);
      expect(units >= 0 && units * 1000 <= Math.max(0, available - open)).toBe(true);
      expect(offer(available, open + 1000, buffer)).toBeLessThanOrEqual(units);
      expect(offer(available, open, Math.min(10_000, buffer + 100))).toBeLessThanOrEqual(units);
    }));
  });
});

describe('isv', () => {
  it('MKT-3 is the distance of the shown from the real, in basis points', () => {
    expect(isv({ eposMilli: 6000, amazonMilli: 5000, physicalMilli: 10_000 })).toBe(1000);
    expect(isv({ eposMilli: 4000, amazonMilli: 5000, physicalMilli: 10_000 })).toBe(1000);
    expect(isv({ eposMilli: 5000, amazonMilli: 5000, physicalMilli: 10_000 })).toBe(0);
    expect(isv({ eposMilli: 0, amazonMilli: 0, physicalMilli: 3000 })).toBe(10_000);
    expect(isv({ eposMilli: 2000, amazonMilli: 0, physicalMilli: 3000 })).toBe(3333);
  });

  it('MKT-4 has edges at nothing', () => {
    expect(isv({ eposMilli: 0, amazonMilli: 0, physicalMilli: 0 })).toBe(0);
    expect(isv({ eposMilli: 1000, amazonMilli: 0, physicalMilli: 0 })).toBeNull();
    expect(isv({ eposMilli: -1000, amazonMilli: 0, physicalMilli: -1000 })).toBeNull();
  });
});

describe('explainIsv', () => {
  const facts = { onHandMilli: 10_000, physicalMilli: 10_000, acknowledgedUnits: 8, exposedUnits: 6, push: 'waiting' as const, countedMilli: 0, shrunkMilli: 0 };

  it('MKT-13 names why, by what became of the last push and what counts found', () => {
    expect(explainIsv(facts)).toEqual({ lagMilli: 2000, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 0, shrinkMilli: 0, totalMilli: 2000 });
    expect(explainIsv({ ...facts, push: 'failed' })).toMatchObject({ failedPushMilli: 2000, lagMilli: 0 });
    expect(explainIsv({ ...facts, push: 'acknowledged', shrunkMilli: -3000 })).toMatchObject({ bufferMilli: 2000, shrinkMilli: 3000, totalMilli: 5000 });
    expect(explainIsv({ ...facts, acknowledgedUnits: 6, countedMilli: -1000 })).toMatchObject({ miscountMilli: 1000, totalMilli: 1000 });
  });

  it('MKT-13 the parts sum to the whole', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(fc.property(fc.record({ onHandMilli: amount, physicalMilli: amount, acknowledgedUnits: fc.nat(999), exposedUnits: fc.nat(999), push: fc.constantFrom('failed' as const, 'waiting' as const, 'acknowledged' as const), countedMilli: amount, shrunkMilli: amount }), (given) => {
      const { totalMilli, ...parts } = explainIsv(given);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(totalMilli);
    }));
  });
});
