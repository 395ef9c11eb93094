import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { type BookPrices, type PriceKey, priceKey } from './derive-market';

interface PriceRow {
  bookId: string;
  variantId: string;
  fromMilli: number;
  amountMinor: number;
  isDerived: boolean;
}

/** Rows of `price` that a formula made. */
@Injectable()
export class DerivedPriceRepository {
  /** What is live in the market's books: set by hand, and derived. */
  async live(database: Database | Tx, marketCode: string): Promise<{ own: Map<string, Map<PriceKey, number>>; derived: Map<string, Map<PriceKey, number>> }> {
    const rows = await database
      .selectFrom('price as p')
      .innerJoin('price_book as b', 'b.id', 'p.book_id')
      .select(['p.book_id as bookId', 'p.variant_id as variantId', 'p.from_milli as fromMilli', 'p.amount_minor as amountMinor', 'p.is_derived as isDerived'])
      .where('b.market_code', '=', marketCode)
      .where('p.to_release', 'is', null)
      .execute();
    return { own: byBook(rows.filter((row) => !row.isDerived)), derived: byBook(rows.filter((row) => row.isDerived)) };
  }

  /** By version id: the prices of its book, derived ones too, in the release that made it live. */
  async pinned(database: Database | Tx, versionIds: string[]): Promise<Map<string, BookPrices>> {
    if (versionIds.length === 0) return new Map();
    const rows = await database
      .selectFrom('price as p')
      .innerJoin('price_book_version as v', 'v.book_id', 'p.book_id')
      .select(['v.id as bookId', 'p.variant_id as variantId', 'p.from_milli as fromMilli', 'p.amount_minor as amountMinor', 'p.is_derived as isDerived'])
      .where('v.id', 'in', versionIds)
      .whereRef('p.from_release', '<=', 'v.release_number')
      .where((where) => where.or([where('p.to_release', 'is', null), where('p.to_release', '>', where.ref('v.release_number'))]))
      .execute();
    return byBook(rows);
  }

  /** Ends the rows that change and begins the new ones. */
  async write(tx: Tx, { bookId, release, changes }: { bookId: string; release: number; changes: readonly { variantId: string; fromMilli: number; amountMinor: number | null }[] }): Promise<void> {
    const [variantIds, tiers, amounts] = [changes.map((change) => change.variantId), changes.map((change) => change.fromMilli), changes.map((change) => change.amountMinor)];
    await sql`
      UPDATE price p SET to_release = ${release} FROM unnest(${variantIds}::uuid[], ${tiers}::int4[]) AS c(variant_id, from_milli)
      WHERE p.book_id = ${bookId}::uuid AND p.variant_id = c.variant_id AND p.from_milli = c.from_milli AND p.to_release IS NULL AND p.is_derived`.execute(tx);
    await sql`
      INSERT INTO price (book_id, variant_id, from_milli, from_release, amount_minor, is_derived)
      SELECT ${bookId}::uuid, c.variant_id, c.from_milli, ${release}, c.amount_minor, true
      FROM unnest(${variantIds}::uuid[], ${tiers}::int4[], ${amounts}::int8[]) AS c(variant_id, from_milli, amount_minor) WHERE c.amount_minor IS NOT NULL`.execute(tx);
  }
}

function byBook(rows: readonly PriceRow[]): Map<string, Map<PriceKey, number>> {
  const books = new Map<string, Map<PriceKey, number>>();
  for (const { bookId, variantId, fromMilli, amountMinor } of rows) {
    let prices = books.get(bookId);
    if (!prices) books.set(bookId, (prices = new Map()));
    prices.set(priceKey(variantId, fromMilli), amountMinor);
  }
  return books;
}
