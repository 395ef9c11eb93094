import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { changeColumns, forEachPrice, type PriceColumns } from './price-columns';
import type { TurnTime } from './schedule-prices/turn-times.query';

export interface BookVersion {
  id: string;
  bookId: string;
  bookName: string;
  marketCode: string;
  number: number;
  status: string;
  revision: number;
  releaseNumber: number | null;
  goesLiveAt: Date | null;
}

export interface VersionChange {
  versionId: string;
  bookId: string;
  bookName: string;
  variantId: string;
  fromMilli: number;
  amountMinor: number | null;
}

/** Versions of books on their way from draft to live to superseded. */
@Injectable()
export class VersionRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  read(versionIds: string[]): Promise<BookVersion[]> {
    return select(this.database).where('v.id', 'in', versionIds).orderBy('v.id').execute();
  }

  /** The same, locked for a change of status, in id order. */
  lock(tx: Tx, versionIds: string[]): Promise<BookVersion[]> {
    return select(tx).where('v.id', 'in', versionIds).orderBy('v.id').forUpdate('v').execute();
  }

  /** In the order of version, variant and quantity. */
  async changes(versionIds: string[]): Promise<VersionChange[]> {
    const { rows } = await sql<PriceColumns & { versionId: string; bookId: string; bookName: string }>`
      SELECT c.version_id AS "versionId", b.id AS "bookId", b.name AS "bookName", ${changeColumns}
      FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id JOIN price_book b ON b.id = v.book_id
      WHERE c.version_id = ANY(${versionIds}::uuid[]) GROUP BY c.version_id, b.id ORDER BY c.version_id`.execute(this.database);
    return rows.flatMap(({ versionId, bookId, bookName, ...columns }) => {
      const changes: VersionChange[] = [];
      forEachPrice<number | null>(columns, (variantId, fromMilli, amountMinor) => changes.push({ versionId, bookId, bookName, variantId, fromMilli, amountMinor }));
      return changes;
    });
  }

  /** Turns the versions' changes into prices of this release: the old rows end where the new ones begin. One version a book. Written in the order of the key: its pages are touched once each. */
  async makeLive(tx: Tx, versionIds: string[], release: number): Promise<void> {
    await sql`
      UPDATE price p SET to_release = ${release} FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id
      WHERE c.version_id = ANY(${versionIds}::uuid[]) AND p.book_id = v.book_id AND p.variant_id = c.variant_id AND p.from_milli = c.from_milli AND p.to_release IS NULL`.execute(tx);
    await sql`
      INSERT INTO price (book_id, variant_id, from_milli, from_release, amount_minor)
      SELECT v.book_id, c.variant_id, c.from_milli, ${release}, c.amount_minor FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id
      WHERE c.version_id = ANY(${versionIds}::uuid[]) AND c.amount_minor IS NOT NULL
      ORDER BY c.version_id, c.variant_id, c.from_milli`.execute(tx);
    await sql`
      UPDATE price_book_version old SET status = 'superseded' FROM price_book_version new
      WHERE new.id = ANY(${versionIds}::uuid[]) AND old.book_id = new.book_id AND old.status = 'live'`.execute(tx);
    await sql`
      UPDATE price_book_version SET status = 'live', published_at = now(), release_number = ${release} WHERE id = ANY(${versionIds}::uuid[])`.execute(tx);
  }

  async writeNote(tx: Tx, versionIds: string[], note: string): Promise<void> {
    await tx.updateTable('price_book_version').set({ note }).where('id', 'in', versionIds).execute();
  }

  async schedule(tx: Tx, versionIds: string[], { at, local }: TurnTime): Promise<void> {
    await tx.updateTable('price_book_version').set({ status: 'scheduled', goes_live_at: at, goes_live_local: local?.time ?? null, goes_live_zone: local?.timeZone ?? null }).where('id', 'in', versionIds).execute();
  }

  async unschedule(tx: Tx, versionId: string): Promise<void> {
    await tx.updateTable('price_book_version').set((version) => ({ status: 'draft', goes_live_at: null, goes_live_local: null, goes_live_zone: null, revision: version('revision', '+', 1) })).where('id', '=', versionId).execute();
  }

  /** Scheduled versions whose time has come, the earliest first, each taken by one worker. */
  due(tx: Tx, now: Date): Promise<BookVersion[]> {
    return select(tx).where('v.status', '=', 'scheduled').where('v.goes_live_at', '<=', now).orderBy('v.goes_live_at').orderBy('v.id').limit(50).forUpdate('v').skipLocked().execute();
  }
}

const select = (database: Database | Tx) =>
  database
    .selectFrom('price_book_version as v')
    .innerJoin('price_book as b', 'b.id', 'v.book_id')
    .select(['v.id', 'v.book_id as bookId', 'b.name as bookName', 'b.market_code as marketCode', 'v.number', 'v.status', 'v.revision', 'v.release_number as releaseNumber', 'v.goes_live_at as goesLiveAt']);
