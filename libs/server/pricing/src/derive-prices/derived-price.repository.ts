import { Injectable } from '@nestjs/common';
import type { Database, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { forEachPrice, type PriceColumns, priceColumns } from '../price-columns';
import { type BookPrices, type PriceKey, priceKey } from './derive-market';

/** Rows of `price` that a formula made. */
@Injectable()
export class DerivedPriceRepository {
  /** What is live in the market's books: set by hand, and derived. */
  async live(database: Database | Tx, marketCode: string): Promise<{ own: Map<string, Map<PriceKey, number>>; derived: Map<string, Map<PriceKey, number>> }> {
    const { rows } = await sql<PriceColumns & { bookId: string; isDerived: boolean }>`
      SELECT p.book_id AS "bookId", p.is_derived AS "isDerived", ${priceColumns} FROM price p JOIN price_book b ON b.id = p.book_id
      WHERE b.market_code = ${marketCode} AND p.to_release IS NULL GROUP BY p.book_id, p.is_derived`.execute(database);
    const of = (isDerived: boolean) => new Map(rows.filter((row) => row.isDerived === isDerived).map((row) => [row.bookId, pricesIn(row)]));
    return { own: of(false), derived: of(true) };
  }

  /** By version id: the prices of its book, derived ones too, in the release that made it live. */
  async pinned(database: Database | Tx, versionIds: string[]): Promise<Map<string, BookPrices>> {
    if (versionIds.length === 0) return new Map();
    const { rows } = await sql<PriceColumns & { versionId: string }>`
      SELECT v.id AS "versionId", ${priceColumns} FROM price p JOIN price_book_version v ON v.book_id = p.book_id
      WHERE v.id = ANY(${versionIds}::uuid[]) AND p.from_release <= v.release_number AND (p.to_release IS NULL OR p.to_release > v.release_number) GROUP BY v.id`.execute(database);
    return new Map(rows.map((row) => [row.versionId, pricesIn(row)]));
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

function pricesIn(columns: PriceColumns): Map<PriceKey, number> {
  const prices = new Map<PriceKey, number>();
  forEachPrice<number>(columns, (variantId, fromMilli, amountMinor) => prices.set(priceKey(variantId, fromMilli), amountMinor));
  return prices;
}
