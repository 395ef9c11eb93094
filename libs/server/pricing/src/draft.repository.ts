import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface DraftVersion {
  id: string;
  bookId: string;
  number: number;
  revision: number;
}

export interface PriceChange {
  variantId: string;
  amountMinor: number | null;
}

@Injectable()
export class DraftRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async book(bookId: string) {
    return this.database.selectFrom('price_book').selectAll().where('id', '=', bookId).executeTakeFirst();
  }

  /** The open draft of the book, made where there is none. Two editors who start at once get the same. */
  async open(tx: Tx, draft: { bookId: string; authorId: string; authorName: string }): Promise<DraftVersion> {
    await sql`
      INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name)
      SELECT ${newId()}::uuid, ${draft.bookId}::uuid, coalesce(max(number), 0) + 1, 'draft',
             coalesce(max(number) FILTER (WHERE status = 'live'), 0), ${draft.authorId}, ${draft.authorName}
      FROM price_book_version WHERE book_id = ${draft.bookId}::uuid
      ON CONFLICT (book_id) WHERE status = 'draft' DO NOTHING`.execute(tx);
    const row = await tx.selectFrom('price_book_version').select(['id', 'book_id', 'number', 'revision']).where('book_id', '=', draft.bookId).where('status', '=', 'draft').forUpdate().executeTakeFirstOrThrow();
    return { id: row.id, bookId: row.book_id, number: row.number, revision: row.revision };
  }

  /** Writes the changes; one that equals the live price is no change and goes away. Answers how many are left. */
  async save(tx: Tx, draft: DraftVersion, { changes, changedBy }: { changes: PriceChange[]; changedBy: string }): Promise<{ changes: number; revision: number }> {
    const variantIds = changes.map((change) => change.variantId);
    const amounts = changes.map((change) => change.amountMinor);
    await sql`
      INSERT INTO price_draft_change (version_id, variant_id, amount_minor, changed_by)
      SELECT ${draft.id}::uuid, c.variant_id, c.amount_minor, ${changedBy}
      FROM unnest(${variantIds}::uuid[], ${amounts}::int8[]) AS c(variant_id, amount_minor)
      ON CONFLICT (version_id, variant_id) DO UPDATE SET amount_minor = excluded.amount_minor, changed_by = excluded.changed_by, changed_at = now()`.execute(tx);
    await sql`
      DELETE FROM price_draft_change d
      WHERE d.version_id = ${draft.id}::uuid AND d.variant_id = ANY(${variantIds}::uuid[])
        AND d.amount_minor IS NOT DISTINCT FROM
          (SELECT p.amount_minor FROM price p WHERE p.book_id = ${draft.bookId}::uuid AND p.variant_id = d.variant_id AND p.to_release IS NULL)`.execute(tx);
    const { rows } = await sql<{ changes: number; revision: number }>`
      UPDATE price_book_version SET revision = revision + 1 WHERE id = ${draft.id}::uuid
      RETURNING revision, (SELECT count(*) FROM price_draft_change WHERE version_id = ${draft.id}::uuid) AS changes`.execute(tx);
    return rows[0] ?? { changes: 0, revision: draft.revision };
  }

  /** Locks these versions for a publish, in id order. */
  lock(tx: Tx, versionIds: string[]) {
    return tx
      .selectFrom('price_book_version as v')
      .innerJoin('price_book as b', 'b.id', 'v.book_id')
      .select(['v.id', 'v.book_id', 'v.number', 'v.status', 'v.revision', 'v.goes_live_at', 'v.author_name', 'b.market_code', 'b.name'])
      .where('v.id', 'in', versionIds)
      .orderBy('v.id')
      .forUpdate('v')
      .execute();
  }

  async countChanges(tx: Tx, versionIds: string[]): Promise<number> {
    const row = await tx.selectFrom('price_draft_change').select((change) => change.fn.countAll<number>().as('count')).where('version_id', 'in', versionIds).executeTakeFirst();
    return row?.count ?? 0;
  }

  /** Turns the versions' changes into prices of this release: the old rows end where the new ones begin. */
  async makeLive(tx: Tx, versionIds: string[], release: number): Promise<void> {
    await sql`
      UPDATE price p SET to_release = ${release} FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id
      WHERE c.version_id = ANY(${versionIds}::uuid[]) AND p.book_id = v.book_id AND p.variant_id = c.variant_id AND p.to_release IS NULL`.execute(tx);
    await sql`
      INSERT INTO price (book_id, variant_id, from_release, amount_minor)
      SELECT v.book_id, c.variant_id, ${release}, c.amount_minor FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id
      WHERE c.version_id = ANY(${versionIds}::uuid[]) AND c.amount_minor IS NOT NULL`.execute(tx);
    await sql`
      UPDATE price_book_version old SET status = 'superseded' FROM price_book_version new
      WHERE new.id = ANY(${versionIds}::uuid[]) AND old.book_id = new.book_id AND old.status = 'live'`.execute(tx);
    await sql`
      UPDATE price_book_version SET status = 'live', published_at = now(), release_number = ${release} WHERE id = ANY(${versionIds}::uuid[])`.execute(tx);
  }

  async schedule(tx: Tx, versionIds: string[], { at, note }: { at: Date; note: string }): Promise<void> {
    await tx.updateTable('price_book_version').set({ status: 'scheduled', goes_live_at: at, note }).where('id', 'in', versionIds).execute();
  }

  async discard(tx: Tx, bookId: string): Promise<string | null> {
    const row = await tx.updateTable('price_book_version').set({ status: 'discarded' }).where('book_id', '=', bookId).where('status', '=', 'draft').returning('id').executeTakeFirst();
    return row?.id ?? null;
  }

  /** Scheduled versions whose time has come, each taken by one worker. */
  async due(tx: Tx): Promise<{ id: string; marketCode: string; authorName: string }[]> {
    const rows = await tx
      .selectFrom('price_book_version as v')
      .innerJoin('price_book as b', 'b.id', 'v.book_id')
      .select(['v.id', 'b.market_code', 'v.author_name'])
      .where('v.status', '=', 'scheduled')
      .where('v.goes_live_at', '<=', new Date())
      .orderBy('v.id')
      .forUpdate('v')
      .skipLocked()
      .limit(50)
      .execute();
    return rows.map((row) => ({ id: row.id, marketCode: row.market_code, authorName: row.author_name }));
  }
}
