import fc from 'fast-check';
import { adjustAmount, parsePercent, type PriceEnding } from './adjust-rule';

it.each([
  ['+4%', 400], ['+4 %', 400], ['4', 400], ['-10%', -1000], ['−10 %', -1000], ['–2,5 %', -250], ['+0.05%', 5], ['2.5', 250], ['0', 0],
])('reads %s as %d basis points', (text, basisPoints) => {
  expect(parsePercent(text)).toBe(basisPoints);
});

it.each(['', '%', 'four', '1.234%', '-100%', '-250%', '+-4%', '4%%'])('does not read %j', (text) => {
  expect(parsePercent(text)).toBeNull();
});

it('raises by the percentage and rounds half up', () => {
  expect(adjustAmount(4979, { percentBasisPoints: 400, ending: null }, 2)).toBe(5178);
  expect(adjustAmount(50, { percentBasisPoints: 100, ending: null }, 2)).toBe(51);
  expect(adjustAmount(10_000, { percentBasisPoints: -1000, ending: null }, 2)).toBe(9000);
});

it.each<[number, PriceEnding, number]>([
  [5178, 99, 5199], [5149, 99, 5199], [5148, 99, 5099], [5199, 99, 5199], [5150, 0, 5200], [5149, 0, 5100], [5145, 95, 5195], [5144, 95, 5095],
  [30, 99, 99], [30, 0, 100], [1, 95, 95],
])('takes %d to the nearest ending .%d: %d', (amount, ending, expected) => {
  expect(adjustAmount(amount, { percentBasisPoints: 0, ending }, 2)).toBe(expected);
});

it('has endings only where the currency has hundredths', () => {
  expect(adjustAmount(5178, { percentBasisPoints: 0, ending: 99 }, 0)).toBe(5178);
  expect(adjustAmount(51_784, { percentBasisPoints: 0, ending: 99 }, 3)).toBe(51_990);
});

it('leaves what is no price above zero', () => {
  expect(adjustAmount(0, { percentBasisPoints: 400, ending: 99 }, 2)).toBe(0);
  expect(adjustAmount(-100, { percentBasisPoints: 400, ending: 99 }, 2)).toBe(-100);
});

const amounts = fc.integer({ min: 1, max: 1_000_000_000_000 });
const percents = fc.integer({ min: -9_999, max: 100_000 });

it('answers whole amounts above zero that are within half a minor unit of the exact one', () => {
  fc.assert(fc.property(amounts, percents, (amount, percentBasisPoints) => {
    const adjusted = adjustAmount(amount, { percentBasisPoints, ending: null }, 2);
    expect(Number.isSafeInteger(adjusted)).toBe(true);
    expect(adjusted).toBeGreaterThan(0);
    const off = BigInt(adjusted) * 10_000n - BigInt(amount) * BigInt(10_000 + percentBasisPoints);
    expect(off <= 5_000n || adjusted === 1).toBe(true);
    expect(off > -5_000n).toBe(true);
  }));
});

it('ends as asked and never moves by a whole unit for it', () => {
  fc.assert(fc.property(amounts, fc.constantFrom<PriceEnding>(99, 95, 0), (amount, ending) => {
    const adjusted = adjustAmount(amount, { percentBasisPoints: 0, ending }, 2);
    expect(adjusted % 100).toBe(ending);
    expect(Math.abs(adjusted - amount)).toBeLessThanOrEqual(amount < 100 ? 99 : 50);
  }));
});
