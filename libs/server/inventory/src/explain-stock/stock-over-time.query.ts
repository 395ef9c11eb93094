import { Inject, Injectable } from '@nestjs/common';
import type { StockSeries, StockSeriesQuery } from '@oneshelf/contracts';
import { bucketsOfNumber, numberOf } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { changeOfBuckets } from '../fold-of-buckets';
import { atOneInstant } from '../stock-as-of/at-one-instant';
import { beginOf } from '../stock-as-of/ledger-position';
import { StockAsOfQuery } from '../stock-as-of/stock-as-of.query';

const DAY_MS = 86_400_000;

/** What a number was at the end of each of the last days, by UTC; the last one is today's until now. */
@Injectable()
export class StockOverTimeQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly asOf: StockAsOfQuery,
  ) {}

  run(variantId: string, { number, days, ...asked }: StockSeriesQuery, clock: Date): Promise<StockSeries> {
    const locationId = asked.locationId ?? null;
    const today = Math.floor(clock.getTime() / DAY_MS) * DAY_MS;
    const from = new Date(today - (days - 1) * DAY_MS).toISOString();
    return atOneInstant(this.database, async (reading) => {
      const opening = (await this.asOf.run({ variantId, locationId, position: beginOf(from) }, reading)).reduce((sum, level) => sum + numberOf(number, level), 0);
      const { rows } = await sql<{ day: string; change: number }>`
        SELECT to_char(m.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, sum(${changeOfBuckets(bucketsOfNumber[number])})::int8 AS change FROM stock_movement m
        WHERE m.variant_id = ${variantId}::uuid ${locationId === null ? sql`` : sql`AND m.location_id = ${locationId}::uuid`} AND m.recorded_at >= ${from}::timestamptz GROUP BY 1`.execute(reading);
      const changes = new Map(rows.map(({ day, change }) => [day, change]));
      let quantityMilli = opening;
      const points = Array.from({ length: days }, (_, index) => {
        const day = new Date(today - (days - 1 - index) * DAY_MS).toISOString().slice(0, 10);
        quantityMilli += changes.get(day) ?? 0;
        return { day, quantityMilli };
      });
      return { number, locationId, openingMilli: opening, points };
    });
  }
}
