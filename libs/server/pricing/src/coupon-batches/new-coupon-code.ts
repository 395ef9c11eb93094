import { randomBytes } from 'node:crypto';

/** No vowels, so that no word comes about; no 0, 1, I, L, O, so that nobody types one for another. */
export const CODE_ALPHABET = 'BCDFGHJKMNPQRSTVWXYZ23456789';
const LENGTH = 12;
const GROUP = 4;
/** The greatest multiple of the alphabet's length that fits a byte: bytes above it would make some letters likelier. */
const FAIR = 256 - (256 % CODE_ALPHABET.length);

/** PREFIX-XXXX-XXXX-XXXX. 28¹² are 2 × 10¹⁷: with 100,000 codes out, one guess in 2,000,000,000,000 hits. */
export function newCouponCode(prefix: string): string {
  let code = prefix.toUpperCase();
  let letters = 0;
  while (letters < LENGTH) {
    for (const byte of randomBytes(2 * LENGTH)) {
      if (byte >= FAIR || letters === LENGTH) continue;
      code += `${letters % GROUP === 0 && code !== '' ? '-' : ''}${CODE_ALPHABET[byte % CODE_ALPHABET.length] ?? ''}`;
      letters += 1;
    }
  }
  return code;
}
