import { Inject, Injectable } from '@nestjs/common';
import { isClash } from '@oneshelf/domain-pricing';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface FoundClash {
  versionId: string;
  bookName: string;
  variantId: string;
  fromMilli: number;
  begunMinor: number | null;
  theirsMinor: number | null;
  mineMinor: number | null;
  byNumber: number | null;
  byName: string | null;
  byAt: Date | null;
  isScheduled: boolean;
}

export interface ClashChoice {
  versionId: string;
  variantId: string;
  fromMilli: number;
  theirsMinor: number | null;
}

/** Prices of drafts that meet what went live, or goes live, before them. */
@Injectable()
export class ClashRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /**
   * Of these drafts if they went live at that time (PRC-81). A draft of the version that is still live, with nothing scheduled
   * before it, can meet nothing but what its author said to have seen: its other prices are not looked at one by one.
   */
  async find(versionIds: string[], at: Date, database: Database | Tx = this.database): Promise<FoundClash[]> {
    if (versionIds.length === 0) return [];
    const { rows } = await sql<FoundClash>`
      WITH mine AS (
        SELECT v.id, v.book_id, b.name, c.variant_id, c.from_milli, c.amount_minor, c.has_seen, c.seen_minor,
          -- A book that no version had made live yet: what was there when the draft began.
          coalesce(base.release_number, (SELECT max(r.number) FROM price_release r WHERE r.market_code = b.market_code AND r.released_at <= v.created_at)) AS base_release
        FROM price_book_version v JOIN price_book b ON b.id = v.book_id JOIN price_draft_change c ON c.version_id = v.id
        LEFT JOIN price_book_version base ON base.book_id = v.book_id AND base.number = v.based_on
        WHERE v.id = ANY(${versionIds}::uuid[]) AND (c.has_seen
          OR v.based_on <> coalesce((SELECT live.number FROM price_book_version live WHERE live.book_id = v.book_id AND live.status = 'live'), 0)
          OR EXISTS (SELECT 1 FROM price_book_version s WHERE s.book_id = v.book_id AND s.status = 'scheduled' AND s.goes_live_at <= ${at}))
      ), ahead AS (
        SELECT DISTINCT ON (s.book_id, c.variant_id, c.from_milli) s.book_id, c.variant_id, c.from_milli, c.amount_minor, s.number, s.author_name, s.goes_live_at
        FROM price_book_version s JOIN price_draft_change c ON c.version_id = s.id
        WHERE s.status = 'scheduled' AND s.goes_live_at <= ${at} AND s.book_id IN (SELECT book_id FROM mine) AND s.id <> ALL(${versionIds}::uuid[])
        ORDER BY s.book_id, c.variant_id, c.from_milli, s.goes_live_at DESC, s.id DESC
      )
      SELECT m.id AS "versionId", m.name AS "bookName", m.variant_id AS "variantId", m.from_milli AS "fromMilli", m.amount_minor AS "mineMinor",
        CASE WHEN m.has_seen THEN m.seen_minor ELSE began.amount_minor END AS "begunMinor",
        CASE WHEN ahead.book_id IS NULL THEN live.amount_minor ELSE ahead.amount_minor END AS "theirsMinor",
        coalesce(ahead.number, maker.number) AS "byNumber", coalesce(ahead.author_name, maker.author_name) AS "byName", coalesce(ahead.goes_live_at, maker.published_at) AS "byAt", ahead.book_id IS NOT NULL AS "isScheduled"
      FROM mine m
      LEFT JOIN ahead ON ahead.book_id = m.book_id AND ahead.variant_id = m.variant_id AND ahead.from_milli = m.from_milli
      LEFT JOIN price live ON live.book_id = m.book_id AND live.variant_id = m.variant_id AND live.from_milli = m.from_milli AND live.to_release IS NULL AND NOT live.is_derived
      LEFT JOIN price began ON began.book_id = m.book_id AND began.variant_id = m.variant_id AND began.from_milli = m.from_milli AND NOT began.is_derived
        AND began.from_release <= m.base_release AND (began.to_release IS NULL OR began.to_release > m.base_release)
      LEFT JOIN price_book_version maker ON maker.book_id = m.book_id AND maker.release_number = live.from_release
      WHERE CASE WHEN m.has_seen THEN m.seen_minor ELSE began.amount_minor END IS DISTINCT FROM CASE WHEN ahead.book_id IS NULL THEN live.amount_minor ELSE ahead.amount_minor END
      ORDER BY m.name, m.id, m.variant_id, m.from_milli`.execute(database);
    return rows.filter(isClash);
  }

  /** From now on the author has seen that price. */
  async see(tx: Tx, choices: readonly ClashChoice[]): Promise<void> {
    const { versions, variants, tiers } = columnsOf(choices);
    await sql`
      UPDATE price_draft_change d SET has_seen = true, seen_minor = c.theirs_minor
      FROM unnest(${versions}::uuid[], ${variants}::uuid[], ${tiers}::int4[], ${choices.map((choice) => choice.theirsMinor)}::int8[]) AS c(version_id, variant_id, from_milli, theirs_minor)
      WHERE d.version_id = c.version_id AND d.variant_id = c.variant_id AND d.from_milli = c.from_milli`.execute(tx);
  }

  /** The draft changes these prices no more. */
  async giveWay(tx: Tx, choices: readonly ClashChoice[]): Promise<void> {
    const { versions, variants, tiers } = columnsOf(choices);
    await sql`
      DELETE FROM price_draft_change d USING unnest(${versions}::uuid[], ${variants}::uuid[], ${tiers}::int4[]) AS c(version_id, variant_id, from_milli)
      WHERE d.version_id = c.version_id AND d.variant_id = c.variant_id AND d.from_milli = c.from_milli`.execute(tx);
  }

  async nextRevisions(tx: Tx, versionIds: string[]): Promise<{ versionId: string; revision: number }[]> {
    return tx.updateTable('price_book_version').set((version) => ({ revision: version('revision', '+', 1) })).where('id', 'in', versionIds).returning(['id as versionId', 'revision']).execute();
  }
}

const columnsOf = (choices: readonly ClashChoice[]) => ({
  versions: choices.map((choice) => choice.versionId), variants: choices.map((choice) => choice.variantId), tiers: choices.map((choice) => choice.fromMilli),
});
