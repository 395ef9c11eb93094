import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { demoLotId, demoLots, variantsByLot } from './demo-lots';
import { daysFrom, type DemoTimes } from './demo-times';

/** The lots of goods that are kept by lot: what lies where is the fold of the movements that name them. */
export async function writeLots(tx: Kysely<DB>, { now, counted }: DemoTimes): Promise<void> {
  await tx.updateTable('variant').set({ tracked_by: 'lot' }).where('id', 'in', variantsByLot).execute();
  await insertRows(tx, 'stock_lot', variantsByLot.flatMap((variantId) => demoLots.map(({ code, days }) => ({ id: demoLotId(code, variantId), variant_id: variantId, code, expires_on: daysFrom(now, days), first_seen: counted }))));
  const fold = (...buckets: string[]) => sql`sum(case when to_bucket = any(${buckets}::text[]) then quantity_milli else 0 end - case when from_bucket = any(${buckets}::text[]) then quantity_milli else 0 end)`;
  await sql`insert into stock_lot_level (lot_id, location_id, variant_id, shelf_milli, quality_control_milli, damaged_milli, refurbish_milli, quarantine_milli)
    select lot_id, location_id, variant_id, ${fold('sellable', 'committed', 'allotted', 'safety')}, ${fold('quality_control')}, ${fold('damaged')}, ${fold('refurbish')}, ${fold('quarantine')}
    from stock_movement where lot_id is not null group by lot_id, location_id, variant_id`.execute(tx);
  await sql`update stock_level level set has_lots = true from stock_lot_level lot where lot.variant_id = level.variant_id and lot.location_id = level.location_id`.execute(tx);
}
