import { Inject, Injectable } from '@nestjs/common';
import type { PriceHistory } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';

const LIMIT = 500;

@Injectable()
export class PriceHistoryQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** What each book said of a variant from when to when, the latest first. */
  async run(variantId: string): Promise<PriceHistory> {
    const rows = await this.database
      .selectFrom('price as p')
      .innerJoin('price_book as b', 'b.id', 'p.book_id')
      .innerJoin('price_release as began', (join) => join.onRef('began.market_code', '=', 'b.market_code').onRef('began.number', '=', 'p.from_release'))
      .leftJoin('price_release as ended', (join) => join.onRef('ended.market_code', '=', 'b.market_code').onRef('ended.number', '=', 'p.to_release'))
      .select(['p.book_id', 'b.name', 'b.market_code', 'b.currency', 'p.from_milli', 'p.amount_minor', 'p.is_derived', 'p.from_release', 'began.released_at as from', 'ended.released_at as to'])
      .where('p.variant_id', '=', variantId)
      .orderBy('began.released_at', 'desc')
      .orderBy('b.code')
      .orderBy('p.from_milli')
      .limit(LIMIT)
      .execute();
    return {
      items: rows.map((row) => ({
        bookId: row.book_id, bookName: row.name, marketCode: row.market_code, currency: row.currency, fromMilli: row.from_milli, amountMinor: row.amount_minor, isDerived: row.is_derived,
        fromRelease: row.from_release, from: row.from.toISOString(), to: row.to?.toISOString() ?? null,
      })),
    };
  }
}
