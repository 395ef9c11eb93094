import { Inject, Injectable } from '@nestjs/common';
import type { StockMovementsAnswer, StockMovementsQuery } from '@oneshelf/contracts';
import { bucketsOfNumber, numberOf, type StockNumber } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { changeOfBuckets } from '../fold-of-buckets';
import { atOneInstant } from '../stock-as-of/at-one-instant';
import { before, type LedgerPosition, readPosition, upTo, writePosition } from '../stock-as-of/ledger-position';
import { StockAsOfQuery } from '../stock-as-of/stock-as-of.query';
import { StockNowQuery } from '../stock-as-of/stock-now.query';

interface MovementRow {
  id: string; location_id: string; from_bucket: string; to_bucket: string; quantity_milli: number; change: number;
  cause_kind: string; cause_id: string; reason: string; actor: string; occurred_at: Date; recorded_at: Date;
}

interface Page {
  variantId: string;
  number: StockNumber;
  locationId: string | null;
  cause: string | null;
  from: LedgerPosition | null;
  exclusive: boolean;
  limit: number;
}

/**
 * The movements behind a number, newest first, each with what it did to the number and what the number was after it:
 * '47 because …'. Movements that left the number as it was are not shown. A page costs the same wherever it stands: the
 * number at its top comes from the level, or from the level as of the page's marker.
 */
@Injectable()
export class ListMovementsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly asOf: StockAsOfQuery,
    private readonly now: StockNowQuery,
  ) {}

  run(variantId: string, { number, locationId, cause, at, cursor, limit }: StockMovementsQuery): Promise<StockMovementsAnswer> {
    const from = cursor !== undefined ? readPosition(cursor, 'cursor') : at !== undefined ? readPosition(at) : null;
    const page: Page = { variantId, number, locationId: locationId ?? null, cause: cause ?? null, from, exclusive: cursor !== undefined, limit };
    return atOneInstant(this.database, async (reading) => {
      const { rows } = await movements(page).execute(reading);
      const shown = rows.slice(0, limit);
      // With a filter the number after a movement would need those that are left out.
      let running = page.cause === null ? await this.top(page, reading) : null;
      const items = shown.map((row) => {
        const item = toItem(row, running);
        if (running !== null) running -= row.change;
        return item;
      });
      const last = shown.at(-1);
      return { items, nextCursor: rows.length > limit && last ? writePosition({ recordedAt: last.recorded_at.toISOString(), movementId: last.id }) : null };
    });
  }

  /** What the movements made the number where the page begins. */
  private async top({ variantId, locationId, number, from, exclusive }: Page, reading: Tx): Promise<number> {
    const levels = from === null ? await this.now.run({ variantId, locationId }, reading) : await this.asOf.run({ variantId, locationId, position: from, exclusive }, reading);
    return levels.reduce((sum, level) => sum + numberOf(number, level), 0);
  }
}

function movements({ variantId, number, locationId, cause, from, exclusive, limit }: Page) {
  const change = changeOfBuckets(bucketsOfNumber[number]);
  return sql<MovementRow>`
    SELECT m.*, ${change} AS change FROM stock_movement m
    WHERE m.variant_id = ${variantId}::uuid ${locationId === null ? sql`` : sql`AND m.location_id = ${locationId}::uuid`} ${cause === null ? sql`` : sql`AND m.cause_kind = ${cause}`}
      ${from === null ? sql`` : sql`AND ${exclusive ? before(from) : upTo(from)}`} AND ${change} <> 0
    ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${limit + 1}`;
}

const toItem = (row: MovementRow, runningMilli: number | null): StockMovementsAnswer['items'][number] => ({
  id: row.id,
  locationId: row.location_id,
  fromBucket: row.from_bucket,
  toBucket: row.to_bucket,
  quantityMilli: row.quantity_milli,
  changeMilli: row.change,
  runningMilli,
  causeKind: row.cause_kind,
  causeId: row.cause_id,
  reason: row.reason,
  actor: row.actor,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
});
