import { invariant } from '@oneshelf/domain-kernel';
import { tunedBuffer, type SalesPace } from './tuned-buffer';

/** What a channel never sees, because its number is always a little old. */
export type ChannelBuffer =
  | { kind: 'percent'; basisPoints: number }
  | { kind: 'units'; units: number }
  /** From the probability of overselling while a number is on its way; never below `leastUnits`. */
  | { kind: 'tuned'; leastUnits: number; pace: SalesPace };

export interface PoolPlace {
  locationId: string;
  /** On hand, less what is committed, held, granted to tills and not for sale. Below zero where counters sold beyond it. */
  freeMilli: number;
  /** Of what is free there, how much this channel may see: 10000 is all. */
  shareBasisPoints: number;
}

export interface ChannelPool {
  /** The first one is offered first; what is withheld is withheld at the last. */
  places: readonly PoolPlace[];
  /** Sold there and not reserved here yet. */
  openUnsyncedMilli?: number;
  buffer: ChannelBuffer;
  /** Never more than this of one listing; null: no limit. */
  capUnits?: number | null;
  /** What the channel shows now (null: nobody knows), and how many it takes to open again after it showed none. */
  shownUnits?: number | null;
  reopenAtUnits?: number;
  /** The smallest amount that the channel sells: 1000 is whole pieces. */
  stepMilli?: number;
}

export interface ChannelExposure {
  exposedMilli: number;
  units: number;
  /** Free at the pool's places before any share. */
  freeMilli: number;
  /** The channel's share of it, less what it has sold already. */
  sharedMilli: number;
  bufferMilli: number;
  /** What decided last. `closed`: it showed none, and there are too few to open again. */
  decidedBy: 'pool' | 'cap' | 'closed';
  places: { locationId: string; exposedMilli: number }[];
}

const WHOLE = 10_000;

/** What a channel sees of the one shelf (MKT-5 … MKT-11). Never above what is free; whole-number arithmetic throughout. */
export function exposeToChannel(pool: ChannelPool): ChannelExposure {
  checked(pool);
  const { places, openUnsyncedMilli = 0, capUnits = null, shownUnits = null, reopenAtUnits = 1, stepMilli = 1000 } = pool;
  const shares = places.map((place) => ({ locationId: place.locationId, sharedMilli: shareOf(place) }));
  const sharedMilli = Math.max(0, shares.reduce((sum, share) => sum + share.sharedMilli, 0) - openUnsyncedMilli);
  const afterBufferMilli = withoutBuffer(sharedMilli, pool.buffer);
  const cappedMilli = capUnits === null ? afterBufferMilli : Math.min(afterBufferMilli, capUnits * 1000);
  const offeredMilli = cappedMilli - (cappedMilli % stepMilli);
  const isClosed = shownUnits === 0 && offeredMilli > 0 && offeredMilli < reopenAtUnits * 1000;
  const exposedMilli = isClosed ? 0 : offeredMilli;
  return {
    exposedMilli, units: Math.floor(exposedMilli / 1000), sharedMilli, bufferMilli: sharedMilli - afterBufferMilli,
    freeMilli: Math.max(0, places.reduce((sum, place) => sum + place.freeMilli, 0)),
    decidedBy: isClosed ? 'closed' : cappedMilli < afterBufferMilli ? 'cap' : 'pool',
    places: spread(exposedMilli, shares),
  };
}

/** A place below zero counts whole against the others: its broken promises will be served from them. */
const shareOf = ({ freeMilli, shareBasisPoints }: PoolPlace): number => (freeMilli <= 0 ? freeMilli : partOf(freeMilli, shareBasisPoints));

const partOf = (milli: number, basisPoints: number): number => Number((BigInt(milli) * BigInt(basisPoints)) / BigInt(WHOLE));

function withoutBuffer(sharedMilli: number, buffer: ChannelBuffer): number {
  if (buffer.kind === 'percent') return partOf(sharedMilli, WHOLE - buffer.basisPoints);
  const units = buffer.kind === 'units' ? buffer.units : Math.max(buffer.leastUnits, tunedBuffer(buffer.pace));
  return Math.max(0, sharedMilli - units * 1000);
}

/** Fills from the first place on, so that what is withheld lies at the last ones. */
function spread(exposedMilli: number, shares: { locationId: string; sharedMilli: number }[]): ChannelExposure['places'] {
  let left = exposedMilli;
  return shares.map(({ locationId, sharedMilli }) => {
    const taken = Math.min(left, Math.max(0, sharedMilli));
    left -= taken;
    return { locationId, exposedMilli: taken };
  });
}

function checked({ places, openUnsyncedMilli = 0, buffer, capUnits = null, reopenAtUnits = 1, stepMilli = 1000 }: ChannelPool): void {
  const share = (basisPoints: number): boolean => Number.isSafeInteger(basisPoints) && basisPoints >= 0 && basisPoints <= WHOLE;
  const count = (units: number): boolean => Number.isSafeInteger(units) && units >= 0;
  for (const place of places) invariant(Number.isSafeInteger(place.freeMilli) && share(place.shareBasisPoints), `a place has whole thousandths and a share of 0 to 10000 basis points, not ${place.freeMilli} and ${place.shareBasisPoints}`);
  invariant(buffer.kind !== 'percent' || share(buffer.basisPoints), 'a buffer is 0 to 10000 basis points');
  invariant(count(buffer.kind === 'units' ? buffer.units : buffer.kind === 'tuned' ? buffer.leastUnits : 0), 'a buffer has whole units of 0 or more');
  invariant(count(openUnsyncedMilli) && count(capUnits ?? 0) && count(reopenAtUnits) && stepMilli > 0 && count(stepMilli), 'limits of a channel are whole numbers of 0 or more');
}
