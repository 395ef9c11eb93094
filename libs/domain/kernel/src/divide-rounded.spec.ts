import * as fc from 'fast-check';
import { divideRounded, scaleRounded } from './divide-rounded';

describe('divideRounded', () => {
  it('KRN-2 breaks ties as the mode says, mirrored below zero', () => {
    const modes = ['half_up', 'half_even', 'down'] as const;
    expect(modes.map((mode) => divideRounded(5, 2, mode))).toEqual([3, 2, 2]);
    expect(modes.map((mode) => divideRounded(7, 2, mode))).toEqual([4, 4, 3]);
    expect(modes.map((mode) => divideRounded(-5, 2, mode))).toEqual([-3, -2, -2]);
    expect(modes.map((mode) => divideRounded(-1, 3, mode))).toEqual([0, 0, 0]);
    expect(modes.map((mode) => divideRounded(2, 3, mode))).toEqual([1, 1, 0]);
  });

  it('KRN-2 [L-34] numbers and bigints give one answer', () => {
    const any = { numerator: fc.integer({ min: -1e15, max: 1e15 }), denominator: fc.integer({ min: 1, max: 1e9 }) };
    fc.assert(
      fc.property(any.numerator, any.denominator, fc.constantFrom('half_up', 'half_even', 'down'), (numerator, denominator, mode) => {
        const answer = divideRounded(numerator, denominator, mode);
        expect(answer).toBe(divideRounded(BigInt(numerator), BigInt(denominator), mode));
        const twice = 2n * (BigInt(answer) * BigInt(denominator) - BigInt(numerator));
        const bound = BigInt(mode === 'down' ? 2 * denominator : denominator);
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
