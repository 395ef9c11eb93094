/** "10.5" with 2 digits → 1050, exactly. What is finer than the digits is an error: nothing is rounded while reading. */
export function minorOf(value: string | number, digits = 2): number {
  const text = typeof value === 'number' ? plainNumber(value) : value.trim();
  const match = /^([-+]?)(\d*)\.?(\d*)$/.exec(text);
  if (!match || text === '') throw new Error(`"${text}" is no decimal number`);
  const [, sign, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(digits))) throw new Error(`${text} is finer than ${digits} digits`);
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return sign === '-' && minor !== 0 ? 0 - minor : minor;
}

/** Millionths of a rate in percent ("19", 5.5) or as a part of one ("0.19"). */
export const ppmOfPercent = (percent: string | number): number => minorOf(percent, 4);
export const ppmOfRate = (rate: string | number): number => minorOf(rate, 6);

/** An expectation of any precision as minor units, half away from zero: 8.1818… → 818. */
export const roundedMinor = (value: number, digits = 2): number => {
  const scaled = Math.abs(value) * 10 ** digits;
  const minor = Math.floor(scaled + 0.5 + 1e-9);
  return value < 0 && minor !== 0 ? 0 - minor : minor;
};

export const decimalOf = (minor: number, digits = 2): string => (minor / 10 ** digits).toFixed(digits);

/** 0.07 as it is written; 1e-7 does not occur in rates. Float noise behind the twelfth digit is cut off. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(12)));
