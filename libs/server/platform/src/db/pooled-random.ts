import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** Random bytes of the system, fetched many at a time: asked for sixteen, it takes as long as for four thousand. Each is given out once. */
export function pooledRandom(bytes: number): Uint8Array {
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.slice(used - bytes, used);
}
