import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { shelfBuckets } from './count';
import { isStockBucket, type Bucket, type OutsideBucket, type StockBucket } from './stock-level';

/**
 * Where a piece is. On the shelf lies what is for sale and what is kept for orders and registers: a promise names a
 * quantity, not a piece, so it does not move a serial.
 */
export type SerialState = 'shelf' | 'quality_control' | 'damaged' | 'refurbish' | 'quarantine' | OutsideBucket;

export interface SerialPlace {
  state: SerialState;
  /** Where it is, or, outside, the place that it left or was about to reach. */
  locationId: string;
}

/** One piece leaves a bucket and enters another, at a location. */
export interface SerialMove {
  locationId: string;
  from: Bucket;
  to: Bucket;
}

export type SerialRefusal =
  | { kind: 'serial_elsewhere'; believed: SerialPlace }
  /** Nobody has seen it, and all pieces at the place have serials of their own. */
  | { kind: 'serial_unknown' };

export const serialStateOf = (bucket: Bucket): SerialState => (isStockBucket(bucket) ? insideState(bucket) : bucket);

/** The buckets whose pieces lie in a state; none for the outside. */
export const bucketsOfState = (state: SerialState): readonly StockBucket[] =>
  state === 'shelf' ? shelfBuckets : (['quality_control', 'damaged', 'refurbish', 'quarantine'] as const).filter((bucket) => bucket === state);

/** Where a piece is after a move, whatever was believed before: one place. */
export const placeAfter = ({ locationId, to }: SerialMove): SerialPlace => ({ state: serialStateOf(to), locationId });

/**
 * May a piece make this move? It must be where it leaves from. A piece that nobody has seen may come from a supplier, a
 * customer or be found; out of a place it may go only where `unnamed` pieces lie there, whose serials nobody wrote down.
 */
export function moveSerial(at: SerialPlace | null, move: SerialMove, { unnamed = 0 }: { unnamed?: number } = {}): Result<SerialPlace, SerialRefusal> {
  const leaves = serialStateOf(move.from);
  if (at === null) return leaves === 'transit' || (isStockBucket(move.from) && unnamed <= 0) ? refuse({ kind: 'serial_unknown' }) : ok(placeAfter(move));
  const isThere = at.state === leaves && (!isStockBucket(move.from) || at.locationId === move.locationId);
  return isThere || isFresh(at, leaves) ? ok(placeAfter(move)) : refuse({ kind: 'serial_elsewhere', believed: at });
}

/** What went back to the supplier may be delivered again; what was written off may be found, or come in a delivery or from a customer. */
const isFresh = (at: SerialPlace, leaves: SerialState): boolean => at.state === 'shrink' && (leaves === 'supplier' || leaves === 'customer');

const MOST_CHARACTERS = 40;

/**
 * A serial as it is kept: without blanks, in capitals. Labels are printed in groups and typed in small letters, and no maker
 * tells two pieces apart by that. Null: nothing is left, or more than a label has.
 */
export function normaliseSerial(text: string): string | null {
  // eslint-disable-next-line no-control-regex -- scanners send separators along
  const kept = text.normalize('NFKC').replaceAll(/[\s\u0000-\u001f\u007f]+/gu, '').toUpperCase();
  return kept === '' || kept.length > MOST_CHARACTERS ? null : kept;
}

/** Serials that are named more than once, each once. */
export const serialsTwice = (serials: readonly string[]): string[] => [...new Set(serials.filter((serial, index) => serials.indexOf(serial) !== index))];

const insideState = (bucket: StockBucket): SerialState => (shelfBuckets.includes(bucket) ? 'shelf' : (bucket as Extract<SerialState, StockBucket>));
