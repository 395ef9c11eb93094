import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/**
 * Holds the levels of a count, in their order, until its differences are written: what another count or a sheet says of
 * them meanwhile would be written twice. A level that was never written and where something was
 * found is made first, or there would be no row to hold. Statements: 2.
 */
export async function lockCountedLevels(tx: Tx, { id, locationId }: { id: string; locationId: string }): Promise<void> {
  await sql`INSERT INTO stock_level (variant_id, location_id) SELECT DISTINCT variant_id, ${locationId}::uuid FROM stock_count_scan WHERE count_id = ${id}::uuid ORDER BY variant_id ON CONFLICT DO NOTHING`.execute(tx);
  await sql`SELECT FROM stock_level WHERE location_id = ${locationId}::uuid AND variant_id IN (SELECT variant_id FROM stock_count_line WHERE count_id = ${id}::uuid) ORDER BY variant_id FOR UPDATE`.execute(tx);
}
