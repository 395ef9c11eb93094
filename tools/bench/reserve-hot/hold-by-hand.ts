import { newId } from '@oneshelf/platform';
import type pg from 'pg';
import type { HandReservation } from './reserve-by-hand';

/** The plain way to keep a unit for a while: guarded level and hold, a transaction for each shopper. Answers how long the connection was held. */
export async function holdByHand(pool: pg.Pool, { variantId, locationId, quantityMilli }: HandReservation): Promise<number> {
  const client = await pool.connect();
  const from = performance.now();
  try {
    await client.query('BEGIN');
    const { rowCount } = await client.query({
      name: 'level',
      text: 'UPDATE stock_level SET sellable_milli = sellable_milli - $3, held_milli = held_milli + $3, version = version + 1 WHERE variant_id = $1 AND location_id = $2 AND sellable_milli >= $3',
      values: [variantId, locationId, quantityMilli],
    });
    if (rowCount !== 1) throw new Error('sold out');
    await client.query({
      name: 'hold',
      text: "INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, expires_at) VALUES ($1, 'a', $2, $3, $4, 'bench', now() + interval '10 minutes')",
      values: [newId(), variantId, locationId, quantityMilli],
    });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
  return performance.now() - from;
}
