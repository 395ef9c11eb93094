import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { DraftEditRepository } from './draft-edit.repository';
import type { PriceChange } from './price-change';

export interface DraftVersion {
  id: string;
  bookId: string;
  number: number;
  revision: number;
}

export interface DraftEdits {
  changes: PriceChange[];
  changedBy: string;
  /** The open sheet that sent them. */
  editorId?: string | undefined;
}

interface DraftAuthor {
  bookId: string;
  authorId: string;
  authorName: string;
}

/** The open draft of a book and its changes. Who needs both locks takes the book's row before the version's. */
@Injectable()
export class DraftRepository {
  constructor(@Inject(DATABASE) private readonly database: Database, private readonly edits: DraftEditRepository) {}

  async book(bookId: string) {
    return this.database.selectFrom('price_book').selectAll().where('id', '=', bookId).executeTakeFirst();
  }

  /** The market's book for everyone and everywhere, with prices of its own; of several the one with the lowest priority, which the others override. */
  async baseBook(tx: Tx, market: { marketCode: string; currency: string }): Promise<string | null> {
    const row = await tx
      .selectFrom('price_book')
      .select('id')
      .where('market_code', '=', market.marketCode)
      .where('currency', '=', market.currency)
      .where((where) => where.and((['channel_code', 'location_id', 'customer_id', 'customer_group', 'price_zone', 'region', 'formula'] as const).map((part) => where(part, 'is', null))))
      .where('is_event', '=', false)
      .orderBy('priority')
      .orderBy('code')
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** The book's open draft, locked; null where there is none. Nobody opens another until this transaction ends. */
  async current(tx: Tx, bookId: string): Promise<DraftVersion | null> {
    await tx.selectFrom('price_book').select('id').where('id', '=', bookId).forNoKeyUpdate().execute();
    const row = await tx.selectFrom('price_book_version').select(['id', 'number', 'revision']).where('book_id', '=', bookId).where('status', '=', 'draft').forUpdate().executeTakeFirst();
    return row ? { ...row, bookId } : null;
  }

  /** The open draft of the book, made where there is none. Two editors who start at once get the same. */
  async open(tx: Tx, { bookId, authorId, authorName }: DraftAuthor): Promise<DraftVersion> {
    const current = await this.current(tx, bookId);
    if (current) return current;
    const { rows } = await sql<{ id: string; number: number; revision: number }>`
      INSERT INTO price_book_version (id, book_id, number, status, based_on, author_id, author_name)
      SELECT ${newId()}::uuid, ${bookId}::uuid, coalesce(max(number), 0) + 1, 'draft',
             coalesce(max(number) FILTER (WHERE status = 'live'), 0), ${authorId}, ${authorName}
      FROM price_book_version WHERE book_id = ${bookId}::uuid
      RETURNING id, number, revision`.execute(tx);
    const [made] = rows;
    if (!made) throw new Error('the database gave no draft');
    return { ...made, bookId };
  }

  /** Writes the changes; one that equals the live price set by hand is no change and goes away. Answers how many are left. */
  async save(tx: Tx, draft: DraftVersion, { changes, changedBy, editorId }: DraftEdits): Promise<{ changes: number; revision: number }> {
    const variantIds = changes.map((change) => change.variantId);
    const tiers = changes.map((change) => change.fromMilli ?? 0);
    const amounts = changes.map((change) => change.amountMinor);
    await sql`
      INSERT INTO price_draft_change (version_id, variant_id, from_milli, amount_minor, changed_by)
      SELECT ${draft.id}::uuid, c.variant_id, c.from_milli, c.amount_minor, ${changedBy}
      FROM unnest(${variantIds}::uuid[], ${tiers}::int4[], ${amounts}::int8[]) AS c(variant_id, from_milli, amount_minor)
      ON CONFLICT (version_id, variant_id, from_milli) DO UPDATE SET amount_minor = excluded.amount_minor, changed_by = excluded.changed_by, changed_at = now()`.execute(tx);
    await sql`
      DELETE FROM price_draft_change d
      WHERE d.version_id = ${draft.id}::uuid AND d.variant_id = ANY(${variantIds}::uuid[])
        AND d.amount_minor IS NOT DISTINCT FROM
          (SELECT p.amount_minor FROM price p
           WHERE p.book_id = ${draft.bookId}::uuid AND p.variant_id = d.variant_id AND p.from_milli = d.from_milli AND p.to_release IS NULL AND NOT p.is_derived)`.execute(tx);
    await this.edits.note(tx, draft, { changes, changedBy, editorId });
    return this.nextRevision(tx, draft.id);
  }

  /** Writes into the draft all that differs between now and a release of the past, so that a publish brings it back. */
  async bringBack(tx: Tx, draft: DraftVersion, { release, changedBy }: { release: number; changedBy: string }): Promise<{ changes: number; revision: number }> {
    await sql`
      INSERT INTO price_draft_change (version_id, variant_id, from_milli, amount_minor, changed_by)
      SELECT ${draft.id}::uuid, variant_id, from_milli, past.amount_minor, ${changedBy}
      FROM (SELECT variant_id, from_milli, amount_minor FROM price
            WHERE book_id = ${draft.bookId}::uuid AND from_release <= ${release} AND (to_release IS NULL OR to_release > ${release}) AND NOT is_derived) past
      FULL JOIN (SELECT variant_id, from_milli, amount_minor FROM price WHERE book_id = ${draft.bookId}::uuid AND to_release IS NULL AND NOT is_derived) live USING (variant_id, from_milli)
      WHERE past.amount_minor IS DISTINCT FROM live.amount_minor`.execute(tx);
    return this.nextRevision(tx, draft.id);
  }

  async discard(tx: Tx, bookId: string): Promise<string | null> {
    const row = await tx.updateTable('price_book_version').set({ status: 'discarded' }).where('book_id', '=', bookId).where('status', '=', 'draft').returning('id').executeTakeFirst();
    return row?.id ?? null;
  }

  /** How the draft stands. */
  async state(tx: Tx, versionId: string): Promise<{ changes: number; revision: number }> {
    const { rows } = await sql<{ changes: number; revision: number }>`
      SELECT revision, (SELECT count(*) FROM price_draft_change WHERE version_id = v.id) AS changes FROM price_book_version v WHERE v.id = ${versionId}::uuid`.execute(tx);
    const [state] = rows;
    if (!state) throw new Error('the draft is gone although it is locked');
    return state;
  }

  private async nextRevision(tx: Tx, versionId: string): Promise<{ changes: number; revision: number }> {
    const { rows } = await sql<{ changes: number; revision: number }>`
      UPDATE price_book_version SET revision = revision + 1 WHERE id = ${versionId}::uuid
      RETURNING revision, (SELECT count(*) FROM price_draft_change WHERE version_id = ${versionId}::uuid) AS changes`.execute(tx);
    const [state] = rows;
    if (!state) throw new Error('the draft is gone although it is locked');
    return state;
  }
}
