import { type Kysely, sql } from 'kysely';
import type { DB } from '../../generated/database';
import { variantsBySerial } from './demo-serials';

/** The pieces of goods that are kept by serial number: each is where its last movement took it. */
export async function writeSerials(tx: Kysely<DB>): Promise<void> {
  await tx.updateTable('variant').set({ tracked_by: 'serial' }).where('id', 'in', variantsBySerial).execute();
  await sql`insert into stock_serial (variant_id, serial_number, state, location_id, operation_id, cause_kind, cause_id, since)
    select distinct on (variant_id, serial_number) variant_id, serial_number, case when to_bucket in ('sellable', 'committed', 'allotted', 'safety') then 'shelf' else to_bucket end, location_id, operation_id, cause_kind, cause_id, recorded_at
    from stock_movement where serial_number is not null order by variant_id, serial_number, recorded_at desc, entry desc`.execute(tx);
}
