import { Inject, Injectable } from '@nestjs/common';
import type { TillTransfersAnswer, TransferAnswer, TransferListAnswer, TransferListQuery } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { cursorOf, readCursor } from '../page-cursor';
import { unnamedAt } from '../serials/unnamed-pieces';
import { inTransit, type HeadRow, headOf } from './transfer-head';

const MOST_AT_TILL = 50;

/** Transfers for screens and tills. */
@Injectable()
export class TransfersQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async list({ status, locationId, cursor, limit }: TransferListQuery): Promise<TransferListAnswer> {
    const after = cursor === undefined ? null : readCursor(cursor);
    const which = status === undefined ? sql`true` : status === 'open' ? sql`t.status IN ('requested', 'approved', 'shipped')` : status === 'difference' ? unseen : sql`t.status = ${status}`;
    const rows = await this.heads(sql`${which}
      AND (${locationId ?? null}::uuid IS NULL OR ${locationId ?? null}::uuid IN (t.from_location_id, t.to_location_id))
      AND (${after?.at ?? null}::timestamptz IS NULL OR (t.created_at, t.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))`, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const nameOf = await this.names();
    return { items: page.map((row) => headOf(row, nameOf)), nextCursor: rows.length > limit && last ? cursorOf({ at: last.created_at, id: last.id }) : null };
  }

  async one(id: string): Promise<TransferAnswer | null> {
    return (await this.withLines(await this.heads(sql`t.id = ${id}::uuid`, 1)))[0] ?? null;
  }

  /** What a store has to send and to receive. */
  async openAt(locationId: string): Promise<TillTransfersAnswer> {
    const rows = await this.heads(sql`(t.status = 'approved' AND t.from_location_id = ${locationId}::uuid) OR (t.status = 'shipped' AND t.to_location_id = ${locationId}::uuid)`, MOST_AT_TILL);
    return { items: await this.withLines(rows) };
  }

  /** Differences that nobody has looked at yet, for the list of what needs a person. */
  async unseenDifferences(limit: number): Promise<{ count: number; first: { id: string; number: string; toLocationId: string; missingMilli: number; surplusMilli: number; at: Date }[] }> {
    const { rows } = await sql<HeadRow & { all_count: number }>`SELECT *, count(*) OVER ()::int AS all_count FROM (${heads(unseen)}) t ORDER BY created_at LIMIT ${limit}`.execute(this.database);
    return { count: rows[0]?.all_count ?? 0, first: rows.map((row) => ({ id: row.id, number: row.number, toLocationId: row.to_location_id, missingMilli: row.missing, surplusMilli: row.surplus, at: row.created_at })) };
  }

  private async names(): Promise<(locationId: string) => string> {
    const { locations } = await this.organisation.read();
    return (id) => locations.get(id)?.name ?? '';
  }

  /** Of products told apart by serial: how many pieces lie at the senders without one. */
  private async unnamedAtSenders(rows: readonly HeadRow[], variantIds: readonly string[]): Promise<Map<string, number>> {
    const places = [...new Set(rows.map((row) => row.from_location_id))];
    return variantIds.length === 0 ? new Map() : unnamedAt(this.database, variantIds.flatMap((variantId) => places.map((locationId) => ({ variantId, locationId, from: 'sellable' as const }))));
  }

  private async heads(where: ReturnType<typeof sql>, limit: number): Promise<HeadRow[]> {
    return (await sql<HeadRow>`${heads(where)} ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}`.execute(this.database)).rows;
  }

  private async withLines(rows: HeadRow[]): Promise<TransferAnswer[]> {
    if (rows.length === 0) return [];
    const lines = await this.database.selectFrom('transfer_line').selectAll().where('transfer_id', 'in', rows.map(({ id }) => id)).orderBy('position').execute();
    const variantIds = [...new Set(lines.map((line) => line.variant_id))];
    const [known, levels, onRoad] = await Promise.all([
      this.variants.byIds(variantIds),
      this.database.selectFrom('stock_level').select(['variant_id', 'location_id', 'sellable_milli']).where('variant_id', 'in', variantIds).where('location_id', 'in', [...new Set(rows.map((row) => row.from_location_id))]).execute(),
      this.database.selectFrom('stock_serial').select(['variant_id', 'serial_number', 'cause_id']).where('state', '=', 'transit').where('variant_id', 'in', variantIds).where('cause_id', 'in', rows.map(({ id }) => id)).orderBy('serial_number').execute(),
    ]);
    const [nameOf, unnamed] = await Promise.all([this.names(), this.unnamedAtSenders(rows, variantIds.filter((id) => known.get(id)?.trackedBy === 'serial'))]);
    return rows.map((row) => ({
      ...headOf(row, nameOf),
      lines: lines.filter((line) => line.transfer_id === row.id).map((line) => {
        const variant = known.get(line.variant_id);
        const level = levels.find((one) => one.variant_id === line.variant_id && one.location_id === row.from_location_id);
        const serialsOnRoad = onRoad.filter((one) => one.cause_id === row.id && one.variant_id === line.variant_id).map((one) => one.serial_number);
        const inTransitMilli = line.shipped_milli - line.received_milli - line.damaged_milli - line.missing_milli;
        return {
          id: line.id, variantId: line.variant_id, sku: variant?.sku ?? '', title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', barcodes: variant?.barcodes ?? [], unit: variant?.unit ?? 'piece',
          requestedMilli: line.requested_milli, shippedMilli: line.shipped_milli, receivedMilli: line.received_milli, damagedMilli: line.damaged_milli, missingMilli: line.missing_milli, surplusMilli: line.surplus_milli,
          inTransitMilli, availableMilli: Math.max(0, level?.sellable_milli ?? 0),
          bySerial: variant?.trackedBy === 'serial', serialsOnRoad,
          unnamedMilli: row.status === 'shipped' ? inTransitMilli - serialsOnRoad.length * 1000 : Math.max(0, (unnamed.get(`${line.variant_id} ${row.from_location_id} shelf`) ?? 0) * 1000),
        };
      }),
    }));
  }
}

const unseen = sql`t.difference_seen_at IS NULL AND t.status IN ('shipped', 'received') AND EXISTS (SELECT FROM transfer_line d WHERE d.transfer_id = t.id AND d.missing_milli + d.surplus_milli > 0)`;

const heads = (where: ReturnType<typeof sql>) => sql`
  SELECT t.*, sums.* FROM transfer t, LATERAL (
    SELECT count(*)::int AS line_count, sum(requested_milli)::int8 AS requested, sum(shipped_milli)::int8 AS shipped, sum(${inTransit})::int8 AS in_transit, sum(missing_milli)::int8 AS missing, sum(surplus_milli)::int8 AS surplus
    FROM transfer_line WHERE transfer_id = t.id) sums
  WHERE ${where}`;
