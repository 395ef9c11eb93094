import { createHash } from 'node:crypto';

// 2026-01-01T00:00:00Z in milliseconds, so that seeded ids sort before all that the product makes later.
const SEED_TIME_HEX = (1_767_225_600_000).toString(16).padStart(12, '0');

/**
 * The id of a seeded row: the same name always gives the same id, so tests and documents can name it.
 * It has the shape of a UUIDv7 (RFC 9562): a fixed time, and SHA-256 of the name in place of chance.
 */
export function seedId(name: string): string {
  const hash = createHash('sha256').update(`oneshelf:${name}`).digest('hex');
  const variantDigit = ((parseInt(hash.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return [
    SEED_TIME_HEX.slice(0, 8),
    SEED_TIME_HEX.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variantDigit}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-');
}

/** A number from 0 (inclusive) to 1 (exclusive) that depends on nothing but the name: chance that repeats. */
export function seedChance(name: string): number {
  return createHash('sha256').update(`chance:${name}`).digest().readUInt32BE(0) / 0x1_0000_0000;
}
