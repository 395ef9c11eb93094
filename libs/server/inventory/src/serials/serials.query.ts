import { Inject, Injectable } from '@nestjs/common';
import type { SerialLifeAnswer, SerialListAnswer, SerialListQuery, SerialState } from '@oneshelf/contracts';
import { normaliseSerial } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, Problem } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';

interface PieceRow { variant_id: string; serial_number: string; state: string; location_id: string; since: Date }

/** More than one piece lives through. */
const MOST_EVENTS = 200;

/** Pieces with a serial number: where they are, and what became of one. */
@Injectable()
export class SerialsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  async list({ q, variantId, locationId, state, cursor, limit }: SerialListQuery): Promise<SerialListAnswer> {
    const begins = q === undefined || q === '' ? '' : normaliseSerial(q);
    if (begins === null) return { items: [], nextCursor: null };
    const after = cursor === undefined ? null : readMarker(cursor);
    const { rows } = await sql<PieceRow>`
      SELECT variant_id, serial_number, state, location_id, since FROM stock_serial
      WHERE ${begins === '' ? sql`true` : sql`serial_number LIKE ${`${begins.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`}
        ${variantId === undefined ? sql`` : sql`AND variant_id = ${variantId}::uuid`} ${locationId === undefined ? sql`` : sql`AND location_id = ${locationId}::uuid`}
        ${state === undefined ? sql`` : sql`AND state = ${state}`} ${after === null ? sql`` : sql`AND (serial_number, variant_id) > (${after.serialNumber}, ${after.variantId}::uuid)`}
      ORDER BY serial_number, variant_id LIMIT ${limit + 1}`.execute(this.database);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { items: await this.named(page), nextCursor: rows.length > limit && last ? `${last.variant_id}_${last.serial_number}` : null };
  }

  async life(variantId: string, serialText: string): Promise<SerialLifeAnswer | null> {
    const serialNumber = normaliseSerial(serialText) ?? '';
    const row = await this.database.selectFrom('stock_serial').selectAll().where('variant_id', '=', variantId).where('serial_number', '=', serialNumber).executeTakeFirst();
    if (!row) return null;
    const [piece] = await this.named([row]);
    const moves = await this.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', variantId).where('serial_number', '=', serialNumber)
      .orderBy('recorded_at', 'desc').orderBy('entry', 'desc').limit(MOST_EVENTS).execute();
    return piece ? {
      ...piece,
      events: moves.map((move) => ({
        id: move.id, locationId: move.location_id, fromBucket: move.from_bucket, toBucket: move.to_bucket, causeKind: move.cause_kind, causeId: move.cause_id, reason: move.reason, actor: move.actor,
        occurredAt: move.occurred_at.toISOString(),
      })),
    } : null;
  }

  private async named(rows: readonly PieceRow[]): Promise<SerialListAnswer['items']> {
    const known = await this.variants.byIds([...new Set(rows.map((row) => row.variant_id))]);
    return rows.map((row) => {
      const variant = known.get(row.variant_id);
      return { variantId: row.variant_id, sku: variant?.sku ?? '', title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', serialNumber: row.serial_number, state: row.state as SerialState, locationId: row.location_id, since: row.since.toISOString() };
    });
  }
}

/** @throws Problem where it was not made by us */
function readMarker(cursor: string): { variantId: string; serialNumber: string } {
  const [, variantId, serialNumber] = /^([0-9a-f-]{36})_(.+)$/.exec(cursor) ?? [];
  if (!variantId || !serialNumber) throw new Problem(400, 'invalid_cursor', 'This page marker was not made by us. Start from the first page.');
  return { variantId, serialNumber };
}
