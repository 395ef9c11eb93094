import { newId } from '@oneshelf/platform';
import type pg from 'pg';
import type { HandReservation } from './reserve-by-hand';

/** Most units that stand ready as rows, as the design with a row for each unit has it. */
export const UNIT_POOL = 1000;

/** The table of the other known design: a row for each unit that is for sale, claimed with SKIP LOCKED. */
export async function layOutUnits(pool: pg.Pool, { variantId, locationId }: HandReservation): Promise<void> {
  await pool.query('CREATE TABLE IF NOT EXISTS bench_unit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, variant_id uuid NOT NULL, location_id uuid NOT NULL, hold_id uuid)');
  await pool.query('CREATE INDEX IF NOT EXISTS bench_unit_free ON bench_unit (variant_id, location_id, id) WHERE hold_id IS NULL');
  await pool.query('INSERT INTO bench_unit (variant_id, location_id) SELECT $1, $2 FROM generate_series(1, $3)', [variantId, locationId, UNIT_POOL]);
}

/** Claims one unit, and puts a new one in its place so that the pool never runs dry; movement and reservation as by hand. Answers how long the connection was held. */
export async function claimUnit(pool: pg.Pool, { variantId, locationId, quantityMilli }: HandReservation): Promise<number> {
  const client = await pool.connect();
  const from = performance.now();
  try {
    const [orderId, lineId] = [newId(), newId()];
    await client.query('BEGIN');
    const { rowCount } = await client.query({
      name: 'claim',
      text: `WITH free AS (SELECT id FROM bench_unit WHERE variant_id = $1 AND location_id = $2 AND hold_id IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED),
        claimed AS (UPDATE bench_unit SET hold_id = $3 FROM free WHERE bench_unit.id = free.id RETURNING 1)
        INSERT INTO bench_unit (variant_id, location_id) SELECT $1, $2 FROM claimed`,
      values: [variantId, locationId, orderId],
    });
    if (rowCount !== 1) throw new Error('sold out');
    await client.query({
      name: 'hold of a unit',
      text: "INSERT INTO stock_hold (id, line_id, variant_id, location_id, quantity_milli, held_for, expires_at) VALUES ($1, $2, $3, $4, $5, 'bench', now() + interval '10 minutes')",
      values: [orderId, lineId, variantId, locationId, quantityMilli],
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
