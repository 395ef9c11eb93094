export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'separator' | 'delete';

export type KeypadRules = {
  /** Digits after the separator: 2 for pounds, 0 for yen, PINs and counts. */
  fractionDigits: number;
  /** Digits in all. */
  maximumDigits: number;
  /** Leading zeros mean something in a PIN and nothing in an amount. */
  keepLeadingZeros?: boolean;
};

/**
 * The entry after one more key. Entries are plain: digits and at most one '.', whatever the reader's separator looks like.
 * A key that would break a rule changes nothing.
 */
export function pressKey(entry: string, key: KeypadKey, rules: KeypadRules): string {
  if (key === 'delete') return entry.slice(0, -1);
  if (key === 'separator') return rules.fractionDigits === 0 || entry.includes('.') ? entry : `${entry === '' ? '0' : entry}.`;
  const fraction = entry.split('.')[1];
  if (fraction !== undefined && fraction.length >= rules.fractionDigits) return entry;
  if (entry.replace('.', '').length >= rules.maximumDigits) return entry;
  if (!rules.keepLeadingZeros && entry === '0') return key;
  return entry + key;
}

/** An entry in minor units: ('40', 2) → 4000, ('0.5', 2) → 50, ('', 2) → 0. No float is involved. */
export function entryToMinor(entry: string, fractionDigits: number): number {
  const [whole = '', fraction = ''] = entry.split('.');
  return Number(`${whole}${fraction.padEnd(fractionDigits, '0').slice(0, fractionDigits)}`);
}
