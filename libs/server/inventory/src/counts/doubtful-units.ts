import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

interface Counted { variantId: string; countedAt: Date }

/**
 * Units that pickers could not find before the product was counted: they were put into quality control, off sale, until
 * somebody had counted. Now somebody has: what is there is among the counted units, so these leave the book. By variant,
 * thousandths; never more than quality control holds.
 */
export async function doubtfulUnits(tx: Tx, locationId: string, counted: readonly Counted[]): Promise<Map<string, number>> {
  if (counted.length === 0) return new Map();
  const { rows } = await sql<{ variant_id: string; quantity: number }>`
    SELECT asked.variant_id, least(level.quality_control_milli, doubt.quantity)::int8 AS quantity
    FROM unnest(${counted.map((line) => line.variantId)}::uuid[], ${counted.map((line) => line.countedAt)}::timestamptz[]) AS asked (variant_id, counted_at)
    JOIN stock_level level ON level.variant_id = asked.variant_id AND level.location_id = ${locationId}::uuid AND level.quality_control_milli > 0
    CROSS JOIN LATERAL (
      SELECT sum(CASE WHEN from_bucket = 'committed' AND to_bucket = 'quality_control' AND occurred_at <= asked.counted_at THEN quantity_milli
        WHEN from_bucket = 'quality_control' AND to_bucket = 'shrink' AND cause_kind = 'count' THEN -quantity_milli ELSE 0 END) AS quantity
      FROM stock_movement m WHERE m.variant_id = asked.variant_id AND m.location_id = ${locationId}::uuid AND 'quality_control' IN (m.from_bucket, m.to_bucket)
    ) doubt
    WHERE doubt.quantity > 0`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, row.quantity]));
}
