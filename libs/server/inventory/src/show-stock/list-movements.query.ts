import { Inject, Injectable } from '@nestjs/common';
import type { StockMovementsAnswer, StockMovementsQuery, StockNumber } from '@oneshelf/contracts';
import { type Database, DATABASE, Problem } from '@oneshelf/platform';
import { sql } from 'kysely';
import { buckets } from '@oneshelf/domain-inventory';

const BUCKETS_OF: Record<StockNumber, readonly string[]> = {
  on_hand: buckets,
  available: ['sellable'],
  committed: ['committed'],
  unavailable: buckets.filter((bucket) => bucket !== 'sellable' && bucket !== 'committed'),
};

interface MovementRow {
  id: string; location_id: string; from_bucket: string; to_bucket: string; quantity_milli: number; change: number; running: number;
  cause_kind: string; cause_id: string; reason: string; actor: string; occurred_at: Date; recorded_at: Date;
}

/**
 * The movements behind a number, newest first, each with what it did to the number and what the number was after it:
 * '47 because …'. Movements that left the number as it was are not shown.
 */
@Injectable()
export class ListMovementsQuery {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run(variantId: string, { number, locationId, cursor, limit }: StockMovementsQuery): Promise<StockMovementsAnswer> {
    const buckets = [...BUCKETS_OF[number]];
    const before = cursor === undefined ? null : parseCursor(cursor);
    const { rows } = await sql<MovementRow>`
      SELECT * FROM (
        SELECT *, sum(change) OVER (ORDER BY recorded_at, id)::int8 AS running FROM (
          SELECT *, CASE WHEN to_bucket = ANY(${buckets}::text[]) THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = ANY(${buckets}::text[]) THEN quantity_milli ELSE 0 END AS change
          FROM stock_movement WHERE variant_id = ${variantId}::uuid AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid)
        ) effect WHERE change <> 0
      ) history
      WHERE ${before?.recordedAt ?? null}::timestamptz IS NULL OR (recorded_at, id) < (${before?.recordedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid)
      ORDER BY recorded_at DESC, id DESC LIMIT ${limit + 1}`.execute(this.database);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: page.map(toItem), nextCursor: rows.length > limit && last ? `${last.recorded_at.toISOString()}_${last.id}` : null };
  }
}

const toItem = (row: MovementRow): StockMovementsAnswer['items'][number] => ({
  id: row.id,
  locationId: row.location_id,
  fromBucket: row.from_bucket,
  toBucket: row.to_bucket,
  quantityMilli: row.quantity_milli,
  changeMilli: row.change,
  runningMilli: row.running,
  causeKind: row.cause_kind,
  causeId: row.cause_id,
  reason: row.reason,
  actor: row.actor,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
});

function parseCursor(cursor: string): { recordedAt: string; id: string } {
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts?.[1] || !parts[2]) throw new Problem(400, 'invalid_cursor', 'This page marker was not made by us. Start from the first page.');
  return { recordedAt: parts[1], id: parts[2] };
}
