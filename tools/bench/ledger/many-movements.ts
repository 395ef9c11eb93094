import { demo } from '@oneshelf/prisma/demo';
import type pg from 'pg';

export const VARIANTS = 20_000;
export const LOCATIONS = 10;
const MONTHS = 12;
/** Of a hundred movements, one is of the article that everybody buys. */
const HOT_EACH = 100;

/** The article with the longest history, and one of the many. */
export const hot = { variantId: demo.variants.sweater.id, locationId: demo.warehouse.id };
export const variantOf = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const locationOf = (number: number): string => `00000000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`;

const uuid = (prefix: string, number: string): string => `('${prefix}' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const INDEXES = `
  ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_pkey PRIMARY KEY (variant_id, recorded_at, id);
  CREATE INDEX stock_movement_variant_id_location_id_recorded_at_idx ON stock_movement (variant_id, location_id, recorded_at);
  CREATE INDEX stock_movement_cause_kind_cause_id_idx ON stock_movement (cause_kind, cause_id);
  CREATE INDEX stock_movement_location_id_occurred_at_idx ON stock_movement (location_id, occurred_at);
  CREATE INDEX stock_movement_recorded_at_idx ON stock_movement USING brin (recorded_at)`;

/**
 * A year of movements and the levels that they make, by set-based SQL: as the ledger would have written them, only not one
 * by one. Half of them bring goods in, half take them out. Many are loaded without indexes, which are made after.
 */
export async function fillLedger(pool: pg.Pool, movements: number): Promise<void> {
  const isMany = movements > 1_000_000;
  await pool.query(`SELECT make_stock_movement_months((now() - interval '${MONTHS} months')::date, now()::date)`);
  if (isMany) {
    await pool.query('ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_pkey');
    for (const name of ['variant_id_location_id_recorded_at', 'cause_kind_cause_id', 'location_id_occurred_at', 'recorded_at']) await pool.query(`DROP INDEX stock_movement_${name}_idx`);
  }
  await pool.query(`
    INSERT INTO stock_movement (id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, reason, actor, occurred_at, recorded_at)
    SELECT id, id, 0, variant_id, location_id, CASE WHEN n % 2 = 0 THEN 'supplier' ELSE 'sellable' END, CASE WHEN n % 2 = 0 THEN 'sellable' ELSE 'customer' END, 1000 * (1 + n % 2 * 0 + n / 2 % 3),
      CASE WHEN n % 2 = 0 THEN 'receipt' ELSE 'sale' END, id::text, '', 'bench', at, at
    FROM (
      SELECT n, ${uuid('01800000-0000-7000-8000-', 'n')} AS id,
        CASE WHEN n / 2 % ${HOT_EACH} = 0 THEN '${hot.variantId}'::uuid ELSE ${uuid('00000000-0000-7000-8000-', `(n / 2 * 7919) % ${VARIANTS}`)} END AS variant_id,
        CASE WHEN n / 2 % ${HOT_EACH} = 0 THEN '${hot.locationId}'::uuid ELSE ${uuid('00000000-0000-7000-9000-', `(n / 2 * 31) % ${LOCATIONS}`)} END AS location_id,
        date_trunc('milliseconds', now() - interval '${MONTHS} months' + n * (interval '${MONTHS} months' / ${movements})) AS at
      FROM generate_series(0::int8, ${movements - 1}) n
    ) made`);
  if (isMany) await pool.query(INDEXES);
  await pool.query(`
    INSERT INTO stock_level (variant_id, location_id, sellable_milli, version)
    SELECT variant_id, location_id, sum(CASE WHEN to_bucket = 'sellable' THEN quantity_milli ELSE 0 END - CASE WHEN from_bucket = 'sellable' THEN quantity_milli ELSE 0 END), 1 FROM stock_movement GROUP BY 1, 2
    ON CONFLICT (variant_id, location_id) DO UPDATE SET sellable_milli = excluded.sellable_milli`);
  await pool.query(`INSERT INTO stock_operation (operation_id, entries, recorded_at) SELECT operation_id, count(*), min(recorded_at) FROM stock_movement GROUP BY 1 ON CONFLICT DO NOTHING`);
  await pool.query('VACUUM ANALYZE');
}
