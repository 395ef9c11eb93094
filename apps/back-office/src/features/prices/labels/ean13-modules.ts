import { hasCheckDigit } from '@oneshelf/domain-barcodes';

// ISO/IEC 15420: seven modules a digit; the first digit is told by which of the left six are of set B.
const SET_A = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011'];
const PARITY = ['AAAAAA', 'AABABB', 'AABBAB', 'AABBBA', 'ABAABB', 'ABBAAB', 'ABBBAA', 'ABABAB', 'ABABBA', 'ABBABA'];
const GUARD = '101';
const CENTRE = '01010';

const inverted = (modules: string): string => [...modules].map((module) => (module === '0' ? '1' : '0')).join('');
const reversed = (modules: string): string => [...modules].reverse().join('');

/** True where the last of thirteen digits is the check digit of the others. */
export const isEan13 = (code: string): boolean => code.length === 13 && hasCheckDigit(code);

/** The 95 modules of an EAN-13 barcode, '1' is a bar. Null: the code is none. */
export function ean13Modules(code: string): string | null {
  if (!isEan13(code)) return null;
  const digits = [...code].map(Number);
  const parity = PARITY[digits[0] ?? 0] ?? '';
  // Set C is A inverted, set B is C reversed.
  const left = digits.slice(1, 7).map((digit, index) => (parity[index] === 'A' ? SET_A[digit] ?? '' : reversed(inverted(SET_A[digit] ?? ''))));
  const right = digits.slice(7).map((digit) => inverted(SET_A[digit] ?? ''));
  return `${GUARD}${left.join('')}${CENTRE}${right.join('')}${GUARD}`;
}
