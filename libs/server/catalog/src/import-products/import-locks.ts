import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** Advisory locks of imports; they end with the transaction, so a worker that dies lets go of them. */
const NAMESPACE = 4_021;
const ALL_IMPORTS = 0;

/**
 * Waits until no other import writes, and marks this run as being worked on. The waiting is as long as the other
 * import, so the statement limit of the pool is lifted for this transaction.
 */
export async function lockForImport(tx: Tx, runId: string): Promise<void> {
  await sql`SET LOCAL statement_timeout = 0`.execute(tx);
  await sql`SELECT pg_advisory_xact_lock(${NAMESPACE}, hashtext(${runId}) | 1)`.execute(tx);
  await sql`SELECT pg_advisory_xact_lock(${NAMESPACE}, ${ALL_IMPORTS})`.execute(tx);
}

/** True when no worker holds this run: it waits in the queue, or its worker has died. */
export async function nobodyWorksOn(tx: Tx, runId: string): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(${NAMESPACE}, hashtext(${runId}) | 1) AS free`.execute(tx);
  return rows[0]?.free ?? false;
}
