import type { PriceBookAnswer, PriceBookDeltaAnswer } from '@oneshelf/contracts';
import { applyPriceBookDelta } from '@oneshelf/domain-pricing';
import type { TillDatabase } from './database';

/** The price book of this till, and the server's tag for it. */
export interface KeptBook {
  book: PriceBookAnswer;
  etag: string | null;
  /** How many deltas stand on the disk behind the whole book. */
  deltas: number;
}

/** So many deltas are read at a start in less time than it takes to write a whole book; then the whole is written again. */
const mostDeltas = 24;

// A book of fifty thousand prices takes a tenth of a second to read from the disk: it is read once.
const atHand = new WeakMap<TillDatabase, KeptBook>();

const between = ['delta-', 'delta-\uffff'] as const;

/** The book from the disk, with what came after it. A delta that does not fit ends it: the server then gives the rest. */
export async function keptPriceBook(database: TillDatabase): Promise<KeptBook | null> {
  const known = atHand.get(database);
  if (known) return known;
  const [whole, rows] = await Promise.all([database.priceBooks.get('current'), database.priceBooks.where('slot').between(...between).sortBy('slot')]);
  if (!whole?.book) return null;
  let kept: KeptBook = { book: whole.book, etag: whole.etag, deltas: rows.length };
  for (const { delta, etag } of rows) {
    const book = delta && withDelta(kept, delta);
    if (!book) break;
    kept = { ...kept, book, etag };
  }
  atHand.set(database, kept);
  return kept;
}

/** The book after a delta; null where it does not fit, or makes another book than the server has. */
export function withDelta({ book, etag }: Pick<KeptBook, 'book' | 'etag'>, delta: PriceBookDeltaAnswer): PriceBookAnswer | null {
  const applied = applyPriceBookDelta(book, checksumOf(etag), delta);
  return applied.ok ? (applied.value as PriceBookAnswer) : null;
}

/** A tag is version and checksum: "GB:12.345-0123456789abcdef". */
const checksumOf = (etag: string | null): string => /-([0-9a-f]{16})"?$/.exec(etag ?? '')?.[1] ?? '';

/** Keeps a whole book; the one before stays as the previous. */
export async function keepWhole(database: TillDatabase, book: PriceBookAnswer, etag: string | null): Promise<void> {
  const before = await keptPriceBook(database);
  await database.transaction('rw', database.priceBooks, async () => {
    if (before) await database.priceBooks.put({ slot: 'previous', book: before.book, etag: before.etag });
    await database.priceBooks.where('slot').between(...between).delete();
    await database.priceBooks.put({ slot: 'current', book, etag });
  });
  atHand.set(database, { book, etag, deltas: 0 });
}

/** Keeps what makes the book at hand into this one. */
export async function keepDelta(database: TillDatabase, { book, delta }: { book: PriceBookAnswer; delta: PriceBookDeltaAnswer }, etag: string | null): Promise<void> {
  const deltas = (atHand.get(database)?.deltas ?? 0) + 1;
  if (deltas > mostDeltas) return keepWhole(database, book, etag);
  await database.priceBooks.put({ slot: `delta-${String(deltas).padStart(4, '0')}`, delta, etag });
  atHand.set(database, { book, etag, deltas });
}
