import { v7 } from 'uuid';
import { pooledRandom } from './pooled-random';

const ID_BYTES = 16;
let last = { msecs: 0, seq: 0 };

/** A new UUIDv7: made by the sender, sorted by time and, within a millisecond, by the order in which this process made them; never a sequence of the database. */
export function newId(): string {
  const [now, random] = [Date.now(), pooledRandom(ID_BYTES)];
  last = now > last.msecs ? { msecs: now, seq: startOf(random) } : { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random, ...last });
}

/** Of 32 bits, the highest left free, so that no millisecond makes enough ids to run over. */
const startOf = (random: Uint8Array): number => new DataView(random.buffer, random.byteOffset).getUint32(0) & 0x7fffffff;
