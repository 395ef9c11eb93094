import { piecesToName } from './serials-of-line';
import { isStockBucket, type Bucket } from './stock-level';

/** How many pieces of a move by hand are named: what comes names each, what leaves all but those without a serial (INV-137). */
export const handPiecesToName = (from: Bucket, pieces: number, unnamed: number): number => (isStockBucket(from) ? piecesToName(pieces, unnamed) : pieces);

/** Whether the lots of a move by hand are not said as they must be: of what is found each unit, of what leaves all or none (INV-137). */
export const lacksLots = (from: Bucket, { quantityMilli, namedMilli }: { quantityMilli: number; namedMilli: number }): boolean => (namedMilli === 0 ? from === 'shrink' : namedMilli !== quantityMilli);

/** Pieces that arrive and are not among those that were sent (INV-136). */
export const piecesNotSent = (sent: readonly string[], arrived: readonly string[]): string[] => arrived.filter((serial) => !sent.includes(serial));
