import { Inject, Injectable } from '@nestjs/common';
import type { BasketInput, Quote } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type RawBuilder, sql } from 'kysely';
import type { ReleaseMoments, SoldPrice, SoldRange } from './sold-price';

/** What was bought, without what it came to. */
export interface StoredBasket {
  orderId: string;
  number: string;
  channelCode: string;
  placedAt: Date;
  basket: BasketInput;
}

export interface StoredQuote extends StoredBasket {
  quote: Quote;
}

/** Which orders; null is open. `number` is one order's own. */
export interface ReplayRange {
  from?: Date | undefined;
  to?: Date | undefined;
  number?: string | undefined;
  /** Of one market only. */
  marketCode?: string | undefined;
  /** Without what was never paid or is cancelled as a whole. */
  onlySold?: boolean | undefined;
}

const PAGE = 500;

/** Orders that our engine priced, oldest first; what a marketplace priced is left out. */
@Injectable()
export class StoredQuotes {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async count(range: ReplayRange): Promise<number> {
    const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM sales_order o WHERE ${await this.within(range)}`.execute(this.database);
    return rows[0]?.count ?? 0;
  }

  /** When the so many newest of them begin; null: there are not more. */
  async startOfNewest(range: ReplayRange, newest: number): Promise<Date | null> {
    const { rows } = await sql<{ placedAt: Date }>`SELECT o.placed_at AS "placedAt" FROM sales_order o WHERE ${await this.within(range)} ORDER BY o.placed_at DESC OFFSET ${newest} LIMIT 1`.execute(this.database);
    // The first that is too many: what was placed at the very same moment is left out with it.
    return rows[0] ? new Date(rows[0].placedAt.getTime() + 1) : null;
  }

  /** In pages, so that a year of orders needs no more memory than a day. */
  pages(range: ReplayRange): AsyncGenerator<StoredQuote[]> {
    return this.read<StoredQuote>(range, sql`, o.quote`);
  }

  /** The same without the quotes, which are most of what is stored. */
  baskets(range: ReplayRange): AsyncGenerator<StoredBasket[]> {
    return this.read<StoredBasket>(range, sql``);
  }

  private async *read<Row extends StoredBasket>(range: ReplayRange, more: RawBuilder<unknown>): AsyncGenerator<Row[]> {
    const wanted = await this.within(range);
    let after = sql`true`;
    for (;;) {
      const { rows } = await sql<Row>`
        SELECT o.id AS "orderId", o.number, o.channel_code AS "channelCode", o.placed_at AS "placedAt", o.basket${more} FROM sales_order o
        WHERE ${wanted} AND ${after} ORDER BY o.placed_at, o.id LIMIT ${PAGE}`.execute(this.database);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = sql`(o.placed_at, o.id) > (${last.placedAt}, ${last.orderId}::uuid)`;
    }
  }

  /** The last baskets of a market, the latest first. Statements: 1. */
  async latestBaskets(marketCode: string, take: number): Promise<StoredBasket[]> {
    const { rows } = await sql<StoredBasket>`
      SELECT o.id AS "orderId", o.number, o.channel_code AS "channelCode", o.placed_at AS "placedAt", o.basket FROM sales_order o
      WHERE o.market_code = ${marketCode} AND ${await this.within({})} ORDER BY o.placed_at DESC, o.id DESC LIMIT ${take}`.execute(this.database);
    return rows;
  }

  /** The order or till sale of this number or receipt; null where there is none that our engine priced. */
  async byNumber(number: string): Promise<StoredQuote | null> {
    const { rows } = await sql<StoredQuote>`
      SELECT o.id AS "orderId", o.number, o.channel_code AS "channelCode", o.placed_at AS "placedAt", o.basket, o.quote FROM sales_order o
      WHERE ${await this.within({ number })} LIMIT 1`.execute(this.database);
    return rows[0] ?? null;
  }

  private async within({ from, to, number, marketCode, onlySold }: ReplayRange) {
    const { channels } = await this.organisation.read();
    const ours = [...channels.values()].filter((channel) => channel.kind !== 'marketplace').map((channel) => channel.code);
    return sql`o.channel_code = ANY(${ours}) AND ${from ? sql`o.placed_at >= ${from}` : sql`true`} AND ${to ? sql`o.placed_at < ${to}` : sql`true`} AND ${number === undefined ? sql`true` : sql`o.number = ${number}`}
      AND ${marketCode === undefined ? sql`true` : sql`o.market_code = ${marketCode}`} AND ${onlySold ? sql`o.status = 'placed'` : sql`true`}`;
  }

  /** Lines of our own channels whose price a person set, or whose till sold by another book than was live. */
  async soldOtherwise({ marketCode, from, to, take }: SoldRange, releases: ReleaseMoments): Promise<SoldPrice[]> {
    const channels = (await this.organisation.channels()).filter((channel) => channel.marketCode === marketCode && channel.kind !== 'marketplace').map((channel) => channel.code);
    const { rows } = await sql<SoldPrice>`
      SELECT o.id AS "orderId", line->>'lineId' AS "lineId", o.number, o.basket, o.channel_code AS "channelCode", o.sold_at_location_id AS "locationId", o.placed_at AS "placedAt", o.book_version AS "bookVersion",
        line->>'variantId' AS "variantId", (line->>'listUnitMinor')::int8 AS "unitMinor", line->'trace'->'override' AS "byHand", live.number AS "liveRelease"
      FROM sales_order o
      LEFT JOIN LATERAL (SELECT number FROM unnest(${releases.numbers}::int4[], ${releases.at}::timestamptz[]) AS r (number, at) WHERE r.at <= o.placed_at ORDER BY number DESC LIMIT 1) live ON true
      CROSS JOIN LATERAL jsonb_array_elements(o.quote->'lines') AS line
      WHERE o.placed_at >= ${from} AND o.placed_at < ${to} AND o.market_code = ${marketCode} AND o.channel_code = ANY(${channels})
        AND (line->'trace' ? 'override' OR split_part(split_part(o.book_version, ':', 2), '.', 1) <> live.number::text)
      ORDER BY o.placed_at DESC, o.id, line->>'lineId' LIMIT ${take}`.execute(this.database);
    return rows.map((row) => ({ ...row, byHand: row.byHand && { by: row.byHand.by, reason: row.byHand.reason } }));
  }
}
