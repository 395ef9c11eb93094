import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** The chain of releases of a market: each publish, promotion or import that changes what is live makes the next. */
@Injectable()
export class ReleaseRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Number of the release that is live now; 0 before the first. */
  async current(marketCode: string): Promise<number> {
    const row = await this.database.selectFrom('price_release').select((release) => release.fn.max('number').as('number')).where('market_code', '=', marketCode).executeTakeFirst();
    return row?.number ?? 0;
  }

  /** The live release of every market. */
  async all(): Promise<Map<string, number>> {
    const rows = await this.database.selectFrom('price_release').select((release) => ['market_code', release.fn.max('number').as('number')]).groupBy('market_code').execute();
    return new Map(rows.map((row) => [row.market_code, row.number ?? 0]));
  }

  /** When it went live; before the first release, the beginning of time. */
  async releasedAt(marketCode: string, release: number): Promise<Date> {
    const row = await this.database.selectFrom('price_release').select('released_at').where('market_code', '=', marketCode).where('number', '=', release).executeTakeFirst();
    return row?.released_at ?? new Date(0);
  }

  /** Makes the next release. Publishes of one market wait for each other, so the numbers have no gap. */
  async next(tx: Tx, release: { marketCode: string; cause: string; releasedBy: string }): Promise<number> {
    await this.lockMarket(tx, release.marketCode);
    const { rows } = await sql<{ number: number }>`
      INSERT INTO price_release (market_code, number, cause, released_by)
      SELECT ${release.marketCode}, coalesce(max(number), 0) + 1, ${release.cause}, ${release.releasedBy} FROM price_release WHERE market_code = ${release.marketCode}
      RETURNING number`.execute(tx);
    const number = rows[0]?.number;
    if (!number) throw new Error('the database gave no release number');
    return number;
  }

  /** Nobody else makes a release of this market until the transaction ends. */
  async lockMarket(tx: Tx, marketCode: string): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`price-release:${marketCode}`}))`.execute(tx);
  }
}
