import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface PriceDifference {
  variantId: string;
  fromMilli: number;
  beforeMinor: number | null;
  afterMinor: number | null;
}

/** Prices set by hand in a book, then and now. */
@Injectable()
export class PastPricesRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** What a version changes: against the release before its own, or, where it is not live yet, against now. */
  async changedBy(version: { id: string; bookId: string; releaseNumber: number | null }): Promise<PriceDifference[]> {
    const { id, bookId, releaseNumber: release } = version;
    const { rows } = await sql<PriceDifference>`
      SELECT c.variant_id AS "variantId", c.from_milli AS "fromMilli", p.amount_minor AS "beforeMinor", c.amount_minor AS "afterMinor"
      FROM price_draft_change c
      LEFT JOIN price p ON p.book_id = ${bookId}::uuid AND p.variant_id = c.variant_id AND p.from_milli = c.from_milli AND NOT p.is_derived
        AND ${release === null ? sql`p.to_release IS NULL` : sql`p.from_release < ${release} AND (p.to_release IS NULL OR p.to_release >= ${release})`}
      WHERE c.version_id = ${id}::uuid ORDER BY c.variant_id, c.from_milli`.execute(this.database);
    return rows;
  }

  /** What differs between now and that release: `afterMinor` is what was asked then. */
  async since(bookId: string, release: number): Promise<PriceDifference[]> {
    const { rows } = await differences(bookId, release).execute(this.database);
    return rows;
  }

  /** Nobody opens a draft of the book, and no version of it gets a number, until the transaction ends. */
  async lockBook(tx: Tx, bookId: string): Promise<void> {
    await tx.selectFrom('price_book').select('id').where('id', '=', bookId).forNoKeyUpdate().execute();
  }

  /**
   * A version that changes all that differs between now and that release. It is nobody's draft: the open draft of the book,
   * if there is one, stays open. The caller holds the locks of book and market.
   */
  async bringBack(tx: Tx, { bookId, release, author, note }: { bookId: string; release: number; author: { id: string; name: string }; note: string }): Promise<{ id: string; number: number; changes: number }> {
    const { rows } = await sql<{ id: string; number: number }>`
      INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name, note)
      SELECT ${newId()}::uuid, ${bookId}::uuid, coalesce(max(number), 0) + 1, 'scheduled', coalesce(max(number) FILTER (WHERE status = 'live'), 0), ${author.id}, ${author.name}, ${note}
      FROM price_book_version WHERE book_id = ${bookId}::uuid
      RETURNING id, number`.execute(tx);
    const [made] = rows;
    if (!made) throw new Error('the database gave no version');
    const changed = await sql`
      INSERT INTO price_draft_change (version_id, variant_id, from_milli, amount_minor, changed_by)
      SELECT ${made.id}::uuid, "variantId", "fromMilli", "afterMinor", ${author.name} FROM (${differences(bookId, release)}) difference`.execute(tx);
    return { ...made, changes: Number(changed.numAffectedRows ?? 0) };
  }
}

const differences = (bookId: string, release: number) => sql<PriceDifference>`
  SELECT variant_id AS "variantId", from_milli AS "fromMilli", live.amount_minor AS "beforeMinor", past.amount_minor AS "afterMinor"
  FROM (SELECT variant_id, from_milli, amount_minor FROM price
        WHERE book_id = ${bookId}::uuid AND from_release <= ${release} AND (to_release IS NULL OR to_release > ${release}) AND NOT is_derived) past
  FULL JOIN (SELECT variant_id, from_milli, amount_minor FROM price WHERE book_id = ${bookId}::uuid AND to_release IS NULL AND NOT is_derived) live USING (variant_id, from_milli)
  WHERE past.amount_minor IS DISTINCT FROM live.amount_minor ORDER BY 1, 2`;
