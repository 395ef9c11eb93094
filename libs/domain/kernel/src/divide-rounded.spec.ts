import * as fc from 'fast-check';
import { divideRounded, roundToStep, scaleRounded, type RoundingMode } from './divide-rounded';

const allModes: RoundingMode[] = ['half_up', 'half_down', 'half_even', 'half_odd', 'half_floor', 'half_ceiling', 'up', 'down', 'floor', 'ceiling'];

describe('divideRounded', () => {
  it('KRN-2 breaks ties as the mode says, mirrored below zero', () => {
    const modes = ['half_up', 'half_even', 'down'] as const;
    expect(modes.map((mode) => divideRounded(5, 2, mode))).toEqual([3, 2, 2]);
    expect(modes.map((mode) => divideRounded(7, 2, mode))).toEqual([4, 4, 3]);
    expect(modes.map((mode) => divideRounded(-5, 2, mode))).toEqual([-3, -2, -2]);
    expect(modes.map((mode) => divideRounded(-1, 3, mode))).toEqual([0, 0, 0]);
    expect(modes.map((mode) => divideRounded(2, 3, mode))).toEqual([1, 1, 0]);
  });

  it('KRN-2 [L-34] every mode by its name, on ties and beside them', () => {
    const tenths = (numerator: number): number[] => allModes.map((mode) => divideRounded(numerator, 10, mode));
    expect(tenths(25)).toEqual([3, 2, 2, 3, 2, 3, 3, 2, 2, 3]);
    expect(tenths(-25)).toEqual([-3, -2, -2, -3, -3, -2, -3, -2, -3, -2]);
    expect(tenths(35)).toEqual([4, 3, 4, 3, 3, 4, 4, 3, 3, 4]);
    expect(tenths(-24)).toEqual([-2, -2, -2, -2, -2, -2, -3, -2, -3, -2]);
    expect(tenths(26)).toEqual([3, 3, 3, 3, 3, 3, 3, 2, 2, 3]);
    expect(tenths(-20)).toEqual(Array(10).fill(-2));
    expect(allModes.map((mode) => divideRounded(-1, 10, mode))).toEqual([0, 0, 0, 0, 0, 0, -1, 0, -1, 0]);
  });

  it('KRN-2 [L-34] numbers and bigints give one answer', () => {
    const any = { numerator: fc.integer({ min: -1e15, max: 1e15 }), denominator: fc.integer({ min: 1, max: 1e9 }) };
    fc.assert(
      fc.property(any.numerator, any.denominator, fc.constantFrom(...allModes), (numerator, denominator, mode) => {
        const answer = divideRounded(numerator, denominator, mode);
        expect(answer).toBe(divideRounded(BigInt(numerator), BigInt(denominator), mode));
        const twice = 2n * (BigInt(answer) * BigInt(denominator) - BigInt(numerator));
        const bound = BigInt(mode.startsWith('half') ? denominator : 2 * denominator);
        expect(twice <= bound && -twice <= bound).toBe(true);
      }),
    );
  });

  it('KRN-2 takes no fraction and no denominator at or below zero', () => {
    expect(() => divideRounded(1.5, 2, 'down')).toThrow('not integers');
    expect(() => divideRounded(1, 0, 'down')).toThrow('above zero');
    expect(() => divideRounded(2n ** 80n, 1n, 'down')).toThrow('safe integer');
  });
});

describe('scaleRounded', () => {
  it('KRN-2 scales in one rounding, also beyond 2^53', () => {
    expect(scaleRounded(1999, { numerator: 2000, denominator: 12_000 }, 'half_up')).toBe(333);
    expect(scaleRounded(900_000_000_000_001, { numerator: 10_000, denominator: 20_000 }, 'half_up')).toBe(450_000_000_000_001);
    expect(scaleRounded(900_000_000_000_001, { numerator: 10_000, denominator: 20_000 }, 'down')).toBe(450_000_000_000_000);
  });
});

describe('roundToStep', () => {
  it('KRN-14 gives the multiple that the mode says', () => {
    expect([roundToStep(107, 5, 'half_up'), roundToStep(107, 5, 'up'), roundToStep(108, 5, 'half_up')]).toEqual([105, 110, 110]);
    expect([roundToStep(-150, 100, 'half_up'), roundToStep(-150, 100, 'down'), roundToStep(-20, 100, 'half_up')]).toEqual([-200, -100, 0]);
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(1, 5, 10, 50, 100, 500), (amount, step) => {
      const found = roundToStep(amount, step, 'half_up');
      expect(found % step === 0 && Math.abs(found - amount) * 2 <= step).toBe(true);
    }));
  });
});
