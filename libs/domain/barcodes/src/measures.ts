import type { Element } from './element';

/** What a weighed or measured item is, in whole units of the smallest measure that GS1's decimals reach. */
export interface Measure {
  of: 'weight' | 'length' | 'area' | 'litres' | 'volume';
  amount: number;
  unit: 'g' | 'mm' | 'cm2' | 'ml' | 'cm3';
}

// The third digit says what is measured; one of the unit that GS1 writes is so many of ours.
const metric: Record<string, { of: Measure['of']; unit: Measure['unit']; each: number }> = {
  310: { of: 'weight', unit: 'g', each: 1000 },
  311: { of: 'length', unit: 'mm', each: 1000 },
  312: { of: 'length', unit: 'mm', each: 1000 },
  313: { of: 'length', unit: 'mm', each: 1000 },
  314: { of: 'area', unit: 'cm2', each: 10_000 },
  315: { of: 'litres', unit: 'ml', each: 1000 },
  316: { of: 'volume', unit: 'cm3', each: 1_000_000 },
};

/** Reads 310n to 316n: net weight, length, width, height, area, volume. Null for all else, and where it is no whole number of our units. */
export function readMeasure({ ai, value }: Element): Measure | null {
  const measure = metric[ai.slice(0, 3)];
  const decimals = Number(ai.slice(3));
  if (!measure || ai.length !== 4 || decimals > 5 || !/^\d{6}$/.test(value)) return null;
  const amount = (Number(value) * measure.each) / 10 ** decimals;
  return Number.isInteger(amount) ? { of: measure.of, amount, unit: measure.unit } : null;
}

/** An amount to pay: in the market's currency (392n) or in one that is named by its number (393n). */
export interface CodedPrice {
  amount: string;
  currencyNumber: string | null;
}

/** Reads 392n and 393n, the price of a measured item; null for all else. The amount has as many decimals as the code says. */
export function readPrice({ ai, value }: Element): CodedPrice | null {
  if (!/^39[23]\d$/.test(ai) || !/^\d+$/.test(value)) return null;
  const hasCurrency = ai.startsWith('393');
  const [currencyNumber, digits] = hasCurrency ? [value.slice(0, 3), value.slice(3)] : [null, value];
  if (digits === '') return null;
  const decimals = Number(ai.slice(3));
  const padded = digits.padStart(decimals + 1, '0');
  return { amount: decimals === 0 ? String(Number(digits)) : `${Number(padded.slice(0, -decimals))}.${padded.slice(-decimals)}`, currencyNumber };
}
