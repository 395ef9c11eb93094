import type { DB } from '../generated/database';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { demo } from './demo/directory';
import { seedDemo } from './demo/seed-demo';
import { seedReference } from './reference/seed-reference';

export { demo, seedDemo, seedReference };

export interface SeedOutcome {
  /** False where the data were there already. */
  reference: boolean;
  demo: boolean;
}

/** Brings a migrated database to the state of a fresh demo; a second run changes nothing. */
export async function seed(databaseUrl: string, now = new Date()): Promise<SeedOutcome> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 1 }) }) });
  try {
    return { reference: await seedReference(db), demo: await seedDemo(db, { now }) };
  } finally {
    await db.destroy();
  }
}
