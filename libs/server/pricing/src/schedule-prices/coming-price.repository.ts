import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** One price to come. */
export interface ComingPrice {
  versionId: string;
  bookId: string;
  variantId: string;
  fromMilli: number;
  amountMinor: number | null;
  isDerived: boolean;
  startsAt: Date;
  startsLocal: string | null;
  timeZone: string | null;
}

/** Rows of `price_coming`: from which release to which a scheduled price stands in the book. */
@Injectable()
export class ComingPriceRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** What was to come in the market in a release, in the order of the turns; in the latest one where none is named. */
  async of(marketCode: string, release: number | null, database: Database | Tx = this.database): Promise<ComingPrice[]> {
    return database
      .selectFrom('price_coming as c')
      .innerJoin('price_book as b', 'b.id', 'c.book_id')
      .select([
        'c.version_id as versionId', 'c.book_id as bookId', 'c.variant_id as variantId', 'c.from_milli as fromMilli', 'c.amount_minor as amountMinor', 'c.is_derived as isDerived',
        'c.starts_at as startsAt', 'c.starts_local as startsLocal', 'c.time_zone as timeZone',
      ])
      .where('b.market_code', '=', marketCode)
      .$if(release === null, (query) => query.where('c.to_release', 'is', null))
      .$if(release !== null, (query) => query.where('c.from_release', '<=', release).where((where) => where.or([where('c.to_release', 'is', null), where('c.to_release', '>', release)])))
      .orderBy('c.starts_at')
      .orderBy('c.version_id')
      .orderBy('c.variant_id')
      .orderBy('c.from_milli')
      .execute();
  }

  /** The changes of versions that are scheduled are to come from this release on. */
  async begin(tx: Tx, versionIds: string[], release: number): Promise<void> {
    await sql`
      INSERT INTO price_coming (version_id, book_id, variant_id, from_milli, amount_minor, starts_at, starts_local, time_zone, from_release)
      SELECT v.id, v.book_id, c.variant_id, c.from_milli, c.amount_minor, v.goes_live_at, v.goes_live_local, v.goes_live_zone, ${release}
      FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id WHERE c.version_id = ANY(${versionIds}::uuid[])`.execute(tx);
  }

  /** They are live, or taken back. */
  async end(tx: Tx, versionIds: string[], release: number): Promise<void> {
    await sql`UPDATE price_coming SET to_release = ${release} WHERE version_id = ANY(${versionIds}::uuid[]) AND to_release IS NULL`.execute(tx);
  }

  /** Ends derived prices to come and begins others. */
  async replaceDerived(tx: Tx, { gone, begun, release }: { gone: readonly ComingPrice[]; begun: readonly ComingPrice[]; release: number }): Promise<void> {
    const columns = (rows: readonly ComingPrice[]) => sql`unnest(${rows.map((row) => row.versionId)}::uuid[], ${rows.map((row) => row.bookId)}::uuid[], ${rows.map((row) => row.variantId)}::uuid[], ${rows.map((row) => row.fromMilli)}::int4[]`;
    if (gone.length > 0) {
      await sql`
        UPDATE price_coming c SET to_release = ${release} FROM ${columns(gone)}) AS g(version_id, book_id, variant_id, from_milli)
        WHERE c.version_id = g.version_id AND c.book_id = g.book_id AND c.variant_id = g.variant_id AND c.from_milli = g.from_milli AND c.is_derived AND c.to_release IS NULL`.execute(tx);
    }
    if (begun.length === 0) return;
    await sql`
      INSERT INTO price_coming (version_id, book_id, variant_id, from_milli, amount_minor, is_derived, starts_at, starts_local, time_zone, from_release)
      SELECT g.version_id, g.book_id, g.variant_id, g.from_milli, g.amount_minor, true, v.goes_live_at, v.goes_live_local, v.goes_live_zone, ${release}
      FROM ${columns(begun)}, ${begun.map((row) => row.amountMinor)}::int8[]) AS g(version_id, book_id, variant_id, from_milli, amount_minor)
      JOIN price_book_version v ON v.id = g.version_id`.execute(tx);
  }
}
