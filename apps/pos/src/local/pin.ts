import { toHex } from './receipt-hash';

const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Checks a PIN against the bootstrap's PBKDF2-SHA256 hash, with no network. */
export async function isRightPin(pin: string, person: { pinSalt: string; pinHash: string }, iterations: number): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(person.pinSalt), iterations }, key, 256);
  return toHex(bits) === person.pinHash;
}

const freeTries = 5;

/** Seconds to wait after so many wrong PINs in a row: none for the first four, then 30, 60, 120 … 900. */
export const waitAfter = (wrongTries: number): number => (wrongTries < freeTries ? 0 : Math.min(900, 30 * 2 ** (wrongTries - freeTries)));
