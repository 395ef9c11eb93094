import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { PriceChange } from './price-change';

/** A cell of a book as it stands in its draft, else live, and who changed it last. */
export interface EditedCell {
  bookId: string;
  variantId: string;
  fromMilli: number;
  amountMinor: number | null;
  changedBy: string | null;
  changedAt: Date | null;
  editorId: string | null;
}

interface Draft {
  id: string;
  bookId: string;
}

/** Edits that drafts have seen: who, when, and in which revision. */
@Injectable()
export class DraftEditRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Notes who changed these cells, as the revision that the draft is about to have. */
  async note(tx: Tx, draft: Draft & { revision: number }, { changes, changedBy, editorId }: { changes: readonly PriceChange[]; changedBy: string; editorId?: string | undefined }): Promise<void> {
    await sql`
      INSERT INTO price_draft_edit (book_id, variant_id, from_milli, version_id, revision, changed_by, editor_id)
      SELECT ${draft.bookId}::uuid, c.variant_id, c.from_milli, ${draft.id}::uuid, ${draft.revision + 1}, ${changedBy}, ${editorId ?? null}::uuid
      FROM unnest(${changes.map((change) => change.variantId)}::uuid[], ${changes.map((change) => change.fromMilli ?? 0)}::int4[]) AS c(variant_id, from_milli)
      ON CONFLICT (book_id, variant_id, from_milli) DO UPDATE
      SET version_id = excluded.version_id, revision = excluded.revision, changed_by = excluded.changed_by, editor_id = excluded.editor_id, changed_at = now()`.execute(tx);
  }

  /** What stands in these cells now. Under the lock of the draft nobody changes it before the transaction ends. */
  async cells(tx: Tx, draft: Draft, places: readonly PriceChange[]): Promise<EditedCell[]> {
    const { rows } = await sql<EditedCell>`
      SELECT ${draft.bookId} AS "bookId", c.variant_id AS "variantId", c.from_milli AS "fromMilli", ${amount} AS "amountMinor", e.changed_by AS "changedBy", e.changed_at AS "changedAt", e.editor_id AS "editorId"
      FROM unnest(${places.map((place) => place.variantId)}::uuid[], ${places.map((place) => place.fromMilli ?? 0)}::int4[]) AS c(variant_id, from_milli)
      LEFT JOIN price_draft_edit e ON e.book_id = ${draft.bookId}::uuid AND e.variant_id = c.variant_id AND e.from_milli = c.from_milli
      LEFT JOIN price_draft_change d ON d.version_id = ${draft.id}::uuid AND d.variant_id = c.variant_id AND d.from_milli = c.from_milli
      LEFT JOIN price p ON p.book_id = ${draft.bookId}::uuid AND p.variant_id = c.variant_id AND p.from_milli = c.from_milli AND p.to_release IS NULL AND NOT p.is_derived`.execute(tx);
    return rows;
  }

  /** Cells that others than this editor changed in the drafts after the given revisions, as they stand now. */
  async since(known: readonly { versionId: string; revision: number }[], editorId: string): Promise<EditedCell[]> {
    if (known.length === 0) return [];
    const { rows } = await sql<EditedCell>`
      SELECT e.book_id AS "bookId", e.variant_id AS "variantId", e.from_milli AS "fromMilli", ${amount} AS "amountMinor", e.changed_by AS "changedBy", e.changed_at AS "changedAt", e.editor_id AS "editorId"
      FROM unnest(${known.map((draft) => draft.versionId)}::uuid[], ${known.map((draft) => draft.revision)}::int4[]) AS k(version_id, revision)
      JOIN price_draft_edit e ON e.version_id = k.version_id AND e.revision > k.revision AND e.editor_id IS DISTINCT FROM ${editorId}::uuid
      LEFT JOIN price_draft_change d ON d.version_id = e.version_id AND d.variant_id = e.variant_id AND d.from_milli = e.from_milli
      LEFT JOIN price p ON p.book_id = e.book_id AND p.variant_id = e.variant_id AND p.from_milli = e.from_milli AND p.to_release IS NULL AND NOT p.is_derived`.execute(this.database);
    return rows;
  }

  /** Everything that these drafts change. */
  async whole(versionIds: readonly string[]): Promise<EditedCell[]> {
    if (versionIds.length === 0) return [];
    return this.database
      .selectFrom('price_draft_change as d')
      .innerJoin('price_book_version as v', 'v.id', 'd.version_id')
      .select(['v.book_id as bookId', 'd.variant_id as variantId', 'd.from_milli as fromMilli', 'd.amount_minor as amountMinor', 'd.changed_by as changedBy', 'd.changed_at as changedAt', sql<null>`NULL`.as('editorId')])
      .where('d.version_id', 'in', [...versionIds])
      .execute();
  }

  /** Prices by hand of the market's books that began or ended after a release, as they are now. */
  async liveSince(marketCode: string, release: number): Promise<Pick<EditedCell, 'bookId' | 'variantId' | 'fromMilli' | 'amountMinor'>[]> {
    const { rows } = await sql<Pick<EditedCell, 'bookId' | 'variantId' | 'fromMilli' | 'amountMinor'>>`
      SELECT t.book_id AS "bookId", t.variant_id AS "variantId", t.from_milli AS "fromMilli", p.amount_minor AS "amountMinor"
      FROM (SELECT DISTINCT q.book_id, q.variant_id, q.from_milli FROM price q JOIN price_book b ON b.id = q.book_id
            WHERE b.market_code = ${marketCode} AND NOT q.is_derived AND (q.from_release > ${release} OR q.to_release > ${release})) t
      LEFT JOIN price p ON p.book_id = t.book_id AND p.variant_id = t.variant_id AND p.from_milli = t.from_milli AND p.to_release IS NULL AND NOT p.is_derived`.execute(this.database);
    return rows;
  }
}

// A change of the draft counts although it is null: it takes the price out.
const amount = sql`CASE WHEN d.version_id IS NULL THEN p.amount_minor ELSE d.amount_minor END`;
