import { Inject, Injectable } from '@nestjs/common';
import type { BasketInput, Quote } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type RawBuilder, sql } from 'kysely';

export interface StoredBasket {
  orderId: string;
  placedAt: Date;
  basket: BasketInput;
}

export interface StoredQuote extends StoredBasket {
  number: string;
  channelCode: string;
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
    return this.read<StoredQuote>(range, sql`, o.number, o.channel_code AS "channelCode", o.quote`);
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
        SELECT o.id AS "orderId", o.placed_at AS "placedAt", o.basket${more} FROM sales_order o
        WHERE ${wanted} AND ${after} ORDER BY o.placed_at, o.id LIMIT ${PAGE}`.execute(this.database);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = sql`(o.placed_at, o.id) > (${last.placedAt}, ${last.orderId}::uuid)`;
    }
  }

  private async within({ from, to, number, marketCode, onlySold }: ReplayRange) {
    const { channels } = await this.organisation.read();
    const ours = [...channels.values()].filter((channel) => channel.kind !== 'marketplace').map((channel) => channel.code);
    return sql`o.channel_code = ANY(${ours}) AND ${from ? sql`o.placed_at >= ${from}` : sql`true`} AND ${to ? sql`o.placed_at < ${to}` : sql`true`} AND ${number === undefined ? sql`true` : sql`o.number = ${number}`}
      AND ${marketCode === undefined ? sql`true` : sql`o.market_code = ${marketCode}`} AND ${onlySold ? sql`o.status = 'placed'` : sql`true`}`;
  }
}
