import type { OperationResult } from '@oneshelf/contracts';
import { readMeta, writeMeta, type OutboxEntry, type TillDatabase } from './database';

/** Writes down what the server said of each operation. An answer that comes twice, or late, changes nothing. */
export async function applyResults(database: TillDatabase, results: readonly OperationResult[]): Promise<number> {
  return database.transaction('rw', [database.outbox, database.meta], async () => {
    const entries = await database.outbox.bulkGet(results.map(({ id }) => id));
    let settled = 0;
    for (const [index, result] of results.entries()) {
      const entry = entries[index];
      if (!entry || entry.state !== 'waiting') continue;
      await database.outbox.put({ ...entry, state: result.outcome === 'refused' ? 'refused' : 'applied', result, tries: entry.tries + 1, lastError: result.outcome === 'refused' ? (result.message ?? result.code) : null });
      if (entry.kind === 'close_shift') await settleClose(database, entry, result);
      settled += 1;
    }
    return settled;
  });
}

/** A closed shift leaves with its report; a refused close leaves the shift open. */
async function settleClose(database: TillDatabase, entry: OutboxEntry, result: OperationResult): Promise<void> {
  const shift = await readMeta(database, 'shift');
  if (shift?.closeOperationId !== entry.id) return;
  if (result.outcome === 'refused') return writeMeta(database, 'shift', { ...shift, closeOperationId: null });
  await database.meta.delete('shift');
  if (result.report) await writeMeta(database, 'lastReport', result.report);
}
