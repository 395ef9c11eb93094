import { newId } from '@oneshelf/platform';
import type pg from 'pg';

export interface HandReservation {
  variantId: string;
  locationId: string;
  quantityMilli: number;
}

/** What a careful person writes who needs nothing else: guarded level, movement, reservation, one transaction. */
export async function reserveByHand(pool: pg.Pool, { variantId, locationId, quantityMilli }: HandReservation): Promise<void> {
  const client = await pool.connect();
  try {
    const [orderId, lineId] = [newId(), newId()];
    await client.query('BEGIN');
    const { rowCount } = await client.query({
      name: 'level',
      text: 'UPDATE stock_level SET sellable_milli = sellable_milli - $3, committed_milli = committed_milli + $3, version = version + 1 WHERE variant_id = $1 AND location_id = $2 AND sellable_milli >= $3',
      values: [variantId, locationId, quantityMilli],
    });
    if (rowCount !== 1) throw new Error('sold out');
    await client.query({
      name: 'movement',
      text: `INSERT INTO stock_movement (id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, actor, occurred_at)
        VALUES ($1, $2, 0, $3, $4, 'sellable', 'committed', $5, 'order', $6, 'bench', now())`,
      values: [newId(), orderId, variantId, locationId, quantityMilli, orderId],
    });
    await client.query({
      name: 'reservation',
      text: 'INSERT INTO reservation (id, order_id, order_line_id, variant_id, location_id, quantity_milli) VALUES ($1, $2, $3, $4, $5, $6)',
      values: [newId(), orderId, lineId, variantId, locationId, quantityMilli],
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
