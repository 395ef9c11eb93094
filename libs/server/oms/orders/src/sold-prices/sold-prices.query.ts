import { Inject, Injectable } from '@nestjs/common';
import type { BasketInput } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';

/** A line that was sold at a price that may be another than the book's of that moment. */
export interface SoldPrice {
  orderId: string;
  lineId: string;
  number: string;
  channelCode: string;
  locationId: string | null;
  placedAt: Date;
  bookVersion: string;
  basket: BasketInput;
  variantId: string;
  /** Of one unit, before promotions. */
  unitMinor: number;
  /** Who set it by hand and why; null: the book of `bookVersion` did. */
  byHand: { by: string; reason: string } | null;
  /** The release that was live when it was sold; null: none was. */
  liveRelease: number | null;
}

export interface SoldRange {
  marketCode: string;
  from: Date;
  to: Date;
  /** At most so many, the latest first. */
  take: number;
}

/** The releases of a market, as the caller read them: orders do not know when prices went live. */
export interface ReleaseMoments {
  numbers: number[];
  at: Date[];
}

/** Lines of our own channels whose price a person set, or whose till sold by an older book than was live. */
@Injectable()
export class SoldPricesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run({ marketCode, from, to, take }: SoldRange, releases: ReleaseMoments): Promise<SoldPrice[]> {
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
