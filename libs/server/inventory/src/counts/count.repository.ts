import { Injectable } from '@nestjs/common';
import type { CountStatus } from '@oneshelf/domain-inventory';
import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { spokenNumber } from '../stock-worker';

export interface StoredCount {
  id: string;
  number: string;
  locationId: string;
  status: CountStatus;
  threshold: { unitsMilli: number; valueMinor: number };
}

export interface NewCount {
  locationId: string;
  title: string;
  source: 'planned' | 'short_pick';
  mode: 'live' | 'freeze';
  recountUnitsMilli: number;
  recountValueMinor: number;
  plannedBy: { id: string; name: string };
}

export interface PostedNumbers {
  countedLines: number;
  rightLines: number;
  varianceMilli: number;
  varianceMinor: number;
}

/** Counts and their lines. Who changes one holds its row; who scans shares it. */
@Injectable()
export class CountRepository {
  /** Answers the id; null where the place has an open count of short picks already. */
  async create(tx: Tx, count: NewCount): Promise<string | null> {
    const id = newId();
    const row = await tx.insertInto('stock_count').values({
      id, number: spokenNumber('CT', id), location_id: count.locationId, title: count.title, status: 'open', source: count.source, mode: count.mode,
      frozen_at: count.mode === 'freeze' ? sql<Date>`clock_timestamp()` : null,
      recount_units_milli: count.recountUnitsMilli, recount_value_minor: count.recountValueMinor, planned_by: count.plannedBy.name, planned_by_id: count.plannedBy.id,
    }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
    return row?.id ?? null;
  }

  async openShortPickCount(tx: Tx, locationId: string): Promise<string | undefined> {
    return (await tx.selectFrom('stock_count').select('id').where('location_id', '=', locationId).where('source', '=', 'short_pick').where('status', '=', 'open').forShare().executeTakeFirst())?.id;
  }

  async addLines(tx: Tx, countId: string, { variantIds, planned }: { variantIds: readonly string[]; planned: boolean }): Promise<void> {
    if (variantIds.length === 0) return;
    await sql`
      INSERT INTO stock_count_line (id, count_id, variant_id, planned)
      SELECT id, ${countId}::uuid, variant_id, ${planned} FROM unnest(${variantIds.map(newId)}::uuid[], ${[...variantIds]}::uuid[]) AS given (id, variant_id)
      ON CONFLICT (count_id, variant_id) DO NOTHING`.execute(tx);
  }

  async lock(tx: Tx, id: string): Promise<StoredCount | undefined> {
    const row = await tx.selectFrom('stock_count').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    return row && { id: row.id, number: row.number, locationId: row.location_id, status: row.status as CountStatus, threshold: { unitsMilli: row.recount_units_milli, valueMinor: row.recount_value_minor } };
  }

  async move(tx: Tx, id: string, { from, to }: { from: CountStatus; to: CountStatus }): Promise<boolean> {
    const row = await tx.updateTable('stock_count').set({ status: to, ...(to === 'recount' || to === 'review' ? { closed_at: sql<Date>`clock_timestamp()` } : {}) }).where('id', '=', id).where('status', '=', from).returning('id').executeTakeFirst();
    return row !== undefined;
  }

  /** These lines are counted again by somebody else. */
  async askRecount(tx: Tx, lineIds: readonly string[]): Promise<void> {
    if (lineIds.length > 0) await tx.updateTable('stock_count_line').set({ round: 2, none_found_at: null }).where('id', 'in', lineIds).execute();
  }

  /** Nobody scanned them, and that means that there are none. */
  async noneFound(tx: Tx, lineIds: readonly string[]): Promise<void> {
    if (lineIds.length > 0) await tx.updateTable('stock_count_line').set({ none_found_at: sql<Date>`clock_timestamp()` }).where('id', 'in', lineIds).execute();
  }

  /** The first count stands: nobody counted again. A line that nobody had found stays one that nobody found. */
  async keepFirstCount(tx: Tx, countId: string, lineIds: readonly string[]): Promise<void> {
    if (lineIds.length === 0) return;
    await sql`
      UPDATE stock_count_line line SET round = 1, none_found_at = CASE WHEN EXISTS (
        SELECT FROM stock_count_scan s WHERE s.count_id = ${countId}::uuid AND s.variant_id = line.variant_id AND s.round = 1) THEN NULL ELSE clock_timestamp() END
      WHERE line.id = ANY(${[...lineIds]}::uuid[])`.execute(tx);
  }

  async post(tx: Tx, id: string, { by, numbers, lines }: { by: string; numbers: PostedNumbers; lines: readonly { id: string; countedMilli: number; expectedMilli: number; reason: string | null }[] }): Promise<void> {
    await tx.updateTable('stock_count').set({
      status: 'posted', posted_by: by, posted_at: sql<Date>`clock_timestamp()`, counted_lines: numbers.countedLines, right_lines: numbers.rightLines, variance_milli: numbers.varianceMilli, variance_value_minor: numbers.varianceMinor,
    }).where('id', '=', id).execute();
    await sql`
      UPDATE stock_count_line line SET counted_milli = given.counted, expected_milli = given.expected, reason = given.reason
      FROM unnest(${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.countedMilli)}::int8[], ${lines.map((line) => line.expectedMilli)}::int8[], ${lines.map((line) => line.reason)}::text[]) AS given (id, counted, expected, reason)
      WHERE line.id = given.id`.execute(tx);
  }
}
