import { Injectable } from '@nestjs/common';
import { buckets, type CostEffect, type CostPool } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** A level with the pool of its worth, as far as its movements were folded; null: never. */
export interface CostedLevel {
  variantId: string;
  locationId: string;
  levelVersion: number;
  foldedAt: Date;
  pool: CostPool | null;
}

/** What changes the worth of a level and is not folded yet: goods over the threshold, or a cost that came later. */
export interface UncostedChange {
  id: string;
  variantId: string;
  locationId: string;
  fromBucket: string;
  toBucket: string;
  quantityMilli: number;
  causeKind: string;
  causeId: string;
  unitCostMinor: number | null;
  /** Of a receipt's entry, exact. */
  valueMinor: number | null;
  /** Of a cost that came later; null: a movement. */
  amountMinor: number | null;
  /** Of a cost that came later: what the receipt brought. */
  receivedMilli: number | null;
  recordedAt: Date;
}

export interface CostEntry {
  change: UncostedChange;
  average: CostEffect;
  fifo: CostEffect;
  costFrom: string;
}

/** What left by a transfer and has not come: by transfer and variant. */
export interface CarriedWorth {
  causeId: string;
  variantId: string;
  quantityMilli: number;
  averageMinor: number;
  fifoMinor: number;
  /** The location that it left. */
  dispatchedFrom: string;
}

const inside = [...buckets] as string[];

/** The only writer of stock_cost and stock_cost_entry. */
@Injectable()
export class CostRepository {
  /** One at a time reckons the worth of a variant, at all its locations. Locks are taken in one order. */
  async lock(tx: Tx, variantIds: string[]): Promise<void> {
    await sql`SELECT pg_advisory_xact_lock(key) FROM (SELECT hashtextextended('stock_cost:' || id, 0) AS key FROM unnest(${variantIds}::text[]) AS id ORDER BY 1) AS keys`.execute(tx);
  }

  async levels(tx: Tx, variantIds: string[]): Promise<CostedLevel[]> {
    const { rows } = await sql<CostedLevel>`
      SELECT variant_id AS "variantId", location_id AS "locationId", level.version AS "levelVersion", coalesce(cost.folded_at, 'epoch') AS "foldedAt", cost.state AS pool
      FROM stock_level level LEFT JOIN stock_cost cost USING (variant_id, location_id) WHERE variant_id = ANY(${variantIds}::uuid[])`.execute(tx);
    return rows;
  }

  /**
   * Movements of one level stand in the order of their times. A level's first two may have met while it was born, so a
   * few minutes before the last folded one are looked at again.
   */
  async uncosted(tx: Tx, variantIds: string[]): Promise<UncostedChange[]> {
    const { rows } = await sql<UncostedChange>`
      SELECT m.id, m.variant_id AS "variantId", m.location_id AS "locationId", m.from_bucket AS "fromBucket", m.to_bucket AS "toBucket", m.quantity_milli AS "quantityMilli",
        m.cause_kind AS "causeKind", m.cause_id AS "causeId", m.unit_cost_minor AS "unitCostMinor", v.value_minor AS "valueMinor", NULL::int8 AS "amountMinor", NULL::int8 AS "receivedMilli", m.recorded_at AS "recordedAt", m.entry AS "order"
      FROM stock_movement m
      LEFT JOIN stock_cost c ON c.variant_id = m.variant_id AND c.location_id = m.location_id
      LEFT JOIN stock_receipt_value v ON v.operation_id = m.operation_id AND v.entry = m.entry
      WHERE m.variant_id = ANY(${variantIds}::uuid[]) AND m.recorded_at >= coalesce(c.folded_at, 'epoch') - interval '5 minutes'
        AND (m.from_bucket = ANY(${inside}::text[])) <> (m.to_bucket = ANY(${inside}::text[]))
        AND NOT EXISTS (SELECT FROM stock_cost_entry e WHERE e.movement_id = m.id)
      UNION ALL
      SELECT r.id, r.variant_id, r.location_id, '', '', 0, 'receipt', r.operation_id::text, NULL, NULL, r.amount_minor,
        (SELECT sum(quantity_milli)::int8 FROM stock_movement o WHERE o.operation_id = r.operation_id AND o.variant_id = r.variant_id), r.recorded_at, 0
      FROM stock_revaluation r
      WHERE r.variant_id = ANY(${variantIds}::uuid[]) AND NOT EXISTS (SELECT FROM stock_cost_entry e WHERE e.movement_id = r.id)
      ORDER BY "recordedAt", "order", id`.execute(tx);
    return rows;
  }

  /** What is on its way by these transfers, of what was folded before. */
  async carried(tx: Tx, causeIds: string[]): Promise<CarriedWorth[]> {
    if (causeIds.length === 0) return [];
    const { rows } = await sql<CarriedWorth>`
      SELECT cause_id AS "causeId", variant_id AS "variantId", -sum(quantity_milli)::int8 AS "quantityMilli", -sum(average_minor + average_expensed_minor)::int8 AS "averageMinor", -sum(fifo_minor + fifo_expensed_minor)::int8 AS "fifoMinor",
        (array_agg(location_id ORDER BY recorded_at) FILTER (WHERE quantity_milli < 0))[1] AS "dispatchedFrom"
      FROM stock_cost_entry WHERE cause_kind = 'transfer' AND cause_id = ANY(${causeIds}::text[]) GROUP BY cause_id, variant_id`.execute(tx);
    return rows;
  }

  async write(tx: Tx, levels: readonly CostedLevel[], entries: readonly CostEntry[]): Promise<void> {
    await this.writeEntries(tx, entries);
    const pools = levels.map(({ pool }) => pool);
    await sql`
      INSERT INTO stock_cost AS cost (variant_id, location_id, quantity_milli, average_minor, fifo_minor, state, level_version, folded_at)
      SELECT * FROM unnest(${levels.map((level) => level.variantId)}::uuid[], ${levels.map((level) => level.locationId)}::uuid[],
        ${pools.map((pool) => pool?.average.quantityMilli ?? 0)}::int8[], ${pools.map((pool) => pool?.average.valueMinor ?? 0)}::int8[],
        ${pools.map((pool) => (pool ? pool.fifo.layers.reduce((sum, layer) => sum + layer.valueMinor, 0) - pool.fifo.owed.valueMinor : 0))}::int8[],
        ${pools.map((pool) => JSON.stringify(pool))}::jsonb[], ${levels.map((level) => level.levelVersion)}::int8[], ${levels.map((level) => level.foldedAt)}::timestamptz[])
      ON CONFLICT (variant_id, location_id) DO UPDATE SET quantity_milli = excluded.quantity_milli, average_minor = excluded.average_minor, fifo_minor = excluded.fifo_minor,
        state = excluded.state, level_version = excluded.level_version, folded_at = excluded.folded_at`.execute(tx);
  }

  /** Variants of which some level moved since its worth was reckoned. */
  async waiting(tx: Tx, limit: number): Promise<string[]> {
    const { rows } = await sql<{ variant_id: string }>`
      SELECT DISTINCT variant_id FROM stock_level level LEFT JOIN stock_cost cost USING (variant_id, location_id)
      WHERE level.version IS DISTINCT FROM cost.level_version ORDER BY variant_id LIMIT ${limit}`.execute(tx);
    return rows.map((row) => row.variant_id);
  }

  private async writeEntries(tx: Tx, entries: readonly CostEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const sign = ({ change }: CostEntry): number => (change.amountMinor !== null ? 0 : inside.includes(change.toBucket) ? change.quantityMilli : -change.quantityMilli);
    await sql`
      INSERT INTO stock_cost_entry (movement_id, variant_id, location_id, cause_kind, cause_id, quantity_milli, average_minor, average_expensed_minor, fifo_minor, fifo_expensed_minor, cost_from, recorded_at)
      SELECT * FROM unnest(${entries.map((entry) => entry.change.id)}::uuid[], ${entries.map((entry) => entry.change.variantId)}::uuid[], ${entries.map((entry) => entry.change.locationId)}::uuid[],
        ${entries.map((entry) => entry.change.causeKind)}::text[], ${entries.map((entry) => entry.change.causeId)}::text[], ${entries.map(sign)}::int8[],
        ${entries.map((entry) => entry.average.valueMinor)}::int8[], ${entries.map((entry) => entry.average.expensedMinor)}::int8[],
        ${entries.map((entry) => entry.fifo.valueMinor)}::int8[], ${entries.map((entry) => entry.fifo.expensedMinor)}::int8[],
        ${entries.map((entry) => entry.costFrom)}::text[], ${entries.map((entry) => entry.change.recordedAt)}::timestamptz[])`.execute(tx);
  }
}
