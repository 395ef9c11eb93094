import { createHash, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const deriveKey = promisify(pbkdf2);

/** Long random secrets (sessions, device tokens, API keys) are kept as their SHA-256: they have nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newSecret = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

export const PIN_ITERATIONS = 120_000;

/** PBKDF2-SHA256: the till checks the same hash with WebCrypto while it is offline. */
export async function hashPin(pin: string, saltHex: string): Promise<string> {
  return (await deriveKey(pin, Buffer.from(saltHex, 'hex'), PIN_ITERATIONS, 32, 'sha256')).toString('hex');
}

export const sameHash = (first: string, second: string): boolean => {
  const [a, b] = [Buffer.from(first, 'hex'), Buffer.from(second, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
};
