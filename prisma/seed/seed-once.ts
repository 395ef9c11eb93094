import { sql, type Kysely } from 'kysely';
import type { DB } from '../generated/database';

// Any number will do, if nothing else locks it. Two copies that start at once must not both find an empty table.
const SEED_LOCK = 20_261_121;

/** Runs the write in one transaction if the marker table is empty. Answers whether it did. */
export async function seedOnce(db: Kysely<DB>, marker: 'market' | 'product', write: (tx: Kysely<DB>) => Promise<void>): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${SEED_LOCK})`.execute(tx);
    const found = await sql<{ present: boolean }>`select exists (select from ${sql.table(marker)}) as present`.execute(tx);
    if (found.rows[0]?.present === true) return false;
    await write(tx);
    return true;
  });
}
