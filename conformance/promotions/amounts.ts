import { divideRounded, minorUnitDigits } from '@oneshelf/domain-kernel';

/** An amount as the cases write it, in minor units of its currency, half up. Peers that do not round are compared at that. */
export function minorOf(amount: number | string, currency = 'USD'): number {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(String(amount)) ?? wrong(amount);
  const digits = minorUnitDigits(currency);
  const shown = fraction.slice(0, 9).padEnd(9, '0');
  const scaled = Number(`${whole === '' ? '0' : whole}${shown.slice(0, digits)}`) * 1000 + Number(shown.slice(digits, digits + 3).padEnd(3, '0'));
  const minor = divideRounded(scaled, 1000, 'half_up');
  return sign === '-' && minor !== 0 ? -minor : minor;
}

export const basisPointsOf = (percent: number | string): number => minorOf(percent, 'USD');

function wrong(amount: number | string): never {
  throw new Error(`${amount} is no amount`);
}

/** What is off, as lines for the report; empty where all agree. */
export const differences = (pairs: readonly (readonly [what: string, ours: unknown, theirs: unknown])[]): string[] =>
  pairs.filter(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs)).map(([what, ours, theirs]) => `${what}: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`);

/** Refuses a case with a field that nobody mapped, so that nothing of it is passed over. */
export function onlyKnown(given: object, known: readonly string[]): void {
  const strange = Object.keys(given).filter((key) => !known.includes(key));
  if (strange.length > 0) throw new Error(`no mapping for ${strange.join(', ')}`);
}
