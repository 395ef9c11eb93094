import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { weighedVariants } from './demo-weighed';

/** What is paid by its weight: a label of a scale finds it by its item number. */
export async function writeWeighed(tx: Kysely<DB>): Promise<void> {
  await tx.updateTable('variant').set({ is_catch_weight: true }).where('id', 'in', weighedVariants.map(({ id }) => id)).execute();
  await insertRows(tx, 'barcode', weighedVariants.map(({ id, itemNumber }) => ({ code: itemNumber, variant_id: id })));
}
