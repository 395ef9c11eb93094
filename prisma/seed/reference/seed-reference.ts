import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { seedOnce } from '../seed-once';
import { markets } from './markets';
import { taxRates } from './tax-rates';

/** Writes markets and tax rates, unless there are markets already. Answers whether it wrote. */
export async function seedReference(db: Kysely<DB>): Promise<boolean> {
  return seedOnce(db, 'market', async (tx) => {
    await insertRows(tx, 'market', markets);
    await insertRows(tx, 'tax_rate', taxRates);
  });
}
