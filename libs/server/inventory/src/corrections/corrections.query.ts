import { Inject, Injectable } from '@nestjs/common';
import type { CorrectionListAnswer, CorrectionListQuery, ToSortAnswer, ToSortQuery } from '@oneshelf/contracts';
import type { HandMove } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { sql } from 'kysely';
import { cursorOf, readCursor } from '../page-cursor';

const SHOWN_MOVES = 20;
type Item = CorrectionListAnswer['items'][number];
type SortItem = ToSortAnswer['items'][number];

/** Corrections by hand, and the goods that wait for one. */
@Injectable()
export class CorrectionsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  /** Newest first, each with its first moves. */
  async list({ id, status, cursor, limit }: CorrectionListQuery): Promise<CorrectionListAnswer> {
    const after = cursor === undefined ? null : readCursor(cursor);
    let query = this.database.selectFrom('stock_adjustment').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit + 1);
    if (id) query = query.where('id', '=', id);
    if (status) query = query.where('status', '=', status);
    if (after) query = query.where(sql<boolean>`(created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
    const rows = await query.execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const movesOf = (row: (typeof page)[number]) => row.moves as unknown as HandMove[];
    const facts = await this.variants.byIds([...new Set(page.flatMap((row) => movesOf(row).slice(0, SHOWN_MOVES).map((move) => move.variantId)))]);
    return {
      items: page.map((row) => ({
        id: row.id, status: row.status as Item['status'], kind: row.kind as Item['kind'], reason: row.reason_code as Item['reason'], note: row.note, locationIds: row.location_ids ?? [], unitsMilli: row.units_milli, valueMinor: row.value_minor,
        requestedById: row.requested_by_id, requestedBy: row.requested_by, decidedBy: row.decided_by, createdAt: row.created_at.toISOString(), decidedAt: row.decided_at?.toISOString() ?? null, moveCount: movesOf(row).length,
        moves: movesOf(row).slice(0, SHOWN_MOVES).map((move) => ({ variantId: move.variantId, sku: facts.get(move.variantId)?.sku ?? '', title: facts.get(move.variantId)?.title ?? '', unit: facts.get(move.variantId)?.unit ?? 'piece', locationId: move.locationId, from: move.from, to: move.to, quantityMilli: move.quantityMilli, serialNumber: move.serialNumber ?? null })),
      })),
      nextCursor: rows.length > limit && last ? cursorOf({ at: last.created_at, id: last.id }) : null,
    };
  }

  async waiting(limit: number): Promise<{ count: number; first: { id: string; requestedBy: string; unitsMilli: number; at: Date }[] }> {
    const rows = await this.database.selectFrom('stock_adjustment').select(['id', 'requested_by', 'units_milli', 'created_at']).where('status', '=', 'waiting').orderBy('created_at').limit(1000).execute();
    return { count: rows.length, first: rows.slice(0, limit).map((row) => ({ id: row.id, requestedBy: row.requested_by, unitsMilli: row.units_milli, at: row.created_at })) };
  }

  /**
   * Everything that lies apart, longest first. Since when: goods leave in the order in which they came, so what is there
   * is the newest that came in, and the oldest of it is what counts.
   */
  async toSort({ locationId, bucket, offset = 0, limit }: ToSortQuery): Promise<ToSortAnswer> {
    const { rows } = await sql<{ variant_id: string; location_id: string; bucket: string; quantity: number; since: Date | null; reason: string | null; all_count: number }>`
      SELECT apart.*, came.occurred_at AS since, came.reason, count(*) OVER ()::int AS all_count FROM (
        SELECT variant_id, location_id, b.bucket, b.quantity FROM stock_level, LATERAL (VALUES
          ('quality_control', quality_control_milli), ('quarantine', quarantine_milli), ('refurbish', refurbish_milli), ('damaged', damaged_milli)) AS b (bucket, quantity)
        WHERE b.quantity > 0 AND (${locationId ?? null}::uuid IS NULL OR location_id = ${locationId ?? null}::uuid) AND (${bucket ?? null}::text IS NULL OR b.bucket = ${bucket ?? null}::text)
      ) apart
      LEFT JOIN LATERAL (
        SELECT occurred_at, reason FROM (
          SELECT occurred_at, recorded_at, reason, sum(quantity_milli) OVER (ORDER BY recorded_at DESC, id DESC) AS reaches FROM stock_movement m
          WHERE m.variant_id = apart.variant_id AND m.location_id = apart.location_id AND m.to_bucket = apart.bucket
        ) arrivals ORDER BY (reaches >= apart.quantity) DESC, recorded_at DESC LIMIT 1
      ) came ON true
      ORDER BY came.occurred_at NULLS LAST, apart.variant_id, apart.location_id, apart.bucket LIMIT ${limit} OFFSET ${offset}`.execute(this.database);
    const facts = await this.variants.byIds([...new Set(rows.map((row) => row.variant_id))]);
    return {
      count: rows[0]?.all_count ?? 0,
      items: rows.map((row) => {
        const variant = facts.get(row.variant_id);
        return { variantId: row.variant_id, sku: variant?.sku ?? '', title: variant?.title ?? '', variantTitle: variant?.variantTitle ?? '', unit: variant?.unit ?? 'piece', locationId: row.location_id, bucket: row.bucket as SortItem['bucket'], quantityMilli: row.quantity, since: row.since?.toISOString() ?? null, reason: row.reason ?? '', trackedBy: variant?.trackedBy ?? ('none' as const) };
      }),
    };
  }
}
