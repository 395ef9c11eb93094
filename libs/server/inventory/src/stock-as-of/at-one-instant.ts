import type { Database, Tx } from '@oneshelf/platform';

/** Several reads that all see the ledger at the same instant, while others write: so what they find adds up. */
export const atOneInstant = <Value>(database: Database, work: (reading: Tx) => Promise<Value>): Promise<Value> =>
  database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
