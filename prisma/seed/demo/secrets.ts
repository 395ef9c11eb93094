import { createHash, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const PIN_ITERATIONS = 120_000;
const PIN_BYTES = 32;

/** SHA-256 in hex: how API keys and enrolment codes are kept. */
export const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex');

/** A PIN as tills check it without a network: PBKDF2-SHA256 over the salt's 16 bytes (not over its hex text). */
export async function hashPin(pin: string): Promise<{ pin_salt: string; pin_hash: string }> {
  const salt = randomBytes(16);
  const hash = await promisify(pbkdf2)(pin, salt, PIN_ITERATIONS, PIN_BYTES, 'sha256');
  return { pin_salt: salt.toString('hex'), pin_hash: hash.toString('hex') };
}
