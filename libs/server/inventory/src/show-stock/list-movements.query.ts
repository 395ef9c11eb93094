import { Inject, Injectable } from '@nestjs/common';
import type { StockMovementsAnswer, StockMovementsQuery } from '@oneshelf/contracts';
import { bucketsOfNumber, numberOf, type StockNumber } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, type Tx } from '@oneshelf/platform';
import { type RawBuilder, sql } from 'kysely';
import { changeOfBuckets } from '../fold-of-buckets';
import { atOneInstant } from '../stock-as-of/at-one-instant';
import { before, type LedgerPosition, readPosition, upTo, writePosition } from '../stock-as-of/ledger-position';
import { StockAsOfQuery } from '../stock-as-of/stock-as-of.query';
import { StockNowQuery } from '../stock-as-of/stock-now.query';

interface MovementRow {
  id: string; location_id: string; from_bucket: string; to_bucket: string; quantity_milli: number; change: number;
  cause_kind: string; cause_id: string; reason: string; actor: string; lot_id: string | null; lot_code: string | null; occurred_at: Date; recorded_at: Date;
}

interface Page {
  variantId: string;
  number: StockNumber;
  locationId: string | null;
  cause: string | null;
  from: LedgerPosition | null;
  exclusive: boolean;
  /** What the number was where the page begins, said by the marker of the page before; null: to be found out. */
  running: number | null;
  limit: number;
}

/**
 * The movements behind a number, newest first, each with what it did to the number and what the number was after it:
 * '47 because …'. Movements that left the number as it was are not shown. A page costs the same wherever it stands: the
 * number at its top comes from the level, from the level as of an instant, or from the marker of the page before.
 */
@Injectable()
export class ListMovementsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly asOf: StockAsOfQuery,
    private readonly now: StockNowQuery,
  ) {}

  run(variantId: string, { number, locationId, cause, at, cursor, limit }: StockMovementsQuery): Promise<StockMovementsAnswer> {
    const marker = cursor === undefined ? null : readMarker(cursor);
    const from = marker?.position ?? (at === undefined ? null : readPosition(at));
    const page: Page = { variantId, number, locationId: locationId ?? null, cause: cause ?? null, from, exclusive: marker !== null, running: marker?.running ?? null, limit };
    return atOneInstant(this.database, async (reading) => {
      const rows = await this.rows(page, reading);
      const shown = rows.slice(0, limit);
      // With a filter the number after a movement would need those that are left out.
      let running = page.cause === null ? await this.top(page, reading) : null;
      const items = shown.map((row) => {
        const item = toItem(row, running);
        if (running !== null) running -= row.change;
        return item;
      });
      const last = shown.at(-1);
      return { items, nextCursor: rows.length > limit && last ? writeMarker(last, running) : null };
    });
  }

  /** The last weeks first: most pages end there, and months that are named in a statement cost it time even where nothing is found. */
  private async rows(page: Page, reading: Tx): Promise<MovementRow[]> {
    const end = page.from === null ? Date.now() + DAY_MS : Date.parse(page.from.recordedAt);
    const { rows } = await movements(page, sql`AND m.recorded_at BETWEEN ${new Date(end - WEEKS_MS).toISOString()}::timestamptz AND ${new Date(end).toISOString()}::timestamptz`).execute(reading);
    return rows.length > page.limit ? rows : (await movements(page, sql``).execute(reading)).rows;
  }

  /** What the movements made the number where the page begins. */
  private async top({ variantId, locationId, number, from, exclusive, running }: Page, reading: Tx): Promise<number> {
    if (running !== null) return running;
    const levels = from === null ? await this.now.run({ variantId, locationId }, reading) : await this.asOf.run({ variantId, locationId, position: from, exclusive }, reading);
    return levels.reduce((sum, level) => sum + numberOf(number, level), 0);
  }
}

const DAY_MS = 86_400_000;
const WEEKS_MS = 28 * DAY_MS;

function movements({ variantId, number, locationId, cause, from, exclusive, limit }: Page, within: RawBuilder<unknown>) {
  const change = changeOfBuckets(bucketsOfNumber[number]);
  return sql<MovementRow>`
    SELECT m.*, ${change} AS change, (SELECT code FROM stock_lot lot WHERE lot.id = m.lot_id) AS lot_code FROM stock_movement m
    WHERE m.variant_id = ${variantId}::uuid ${locationId === null ? sql`` : sql`AND m.location_id = ${locationId}::uuid`} ${cause === null ? sql`` : sql`AND m.cause_kind = ${cause}`}
      ${within} ${from === null ? sql`` : sql`AND ${exclusive ? before(from) : upTo(from)}`} AND ${change} <> 0
    ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${limit + 1}`;
}

const MARKER = /^(.+?_[0-9a-f-]{36})(?:_(-?\d{1,15}))?$/;

/** Where a page ends: its last movement, and what the number was before that. */
const writeMarker = (last: MovementRow, running: number | null): string =>
  [writePosition({ recordedAt: last.recorded_at.toISOString(), movementId: last.id }), ...(running === null ? [] : [running])].join('_');

function readMarker(cursor: string): { position: LedgerPosition; running: number | null } {
  const [, position, running] = MARKER.exec(cursor) ?? [];
  return { position: readPosition(position ?? '', 'cursor'), running: running === undefined ? null : Number(running) };
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
  ...(row.lot_id === null ? {} : { lot: { lotId: row.lot_id, code: row.lot_code ?? '' } }),
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
});
