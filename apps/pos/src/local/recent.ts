import type { OutboxEntry, StoredSale } from './database';
import { database } from './runtime';

const shown = 100;

export interface ListedSale { sale: StoredSale; state: OutboxEntry['state']; hasDiscrepancy: boolean }

/** The last sales of this till, the newest first, with what the server said of them. */
export async function recentSales(): Promise<ListedSale[]> {
  const sales = await database.sales.orderBy('soldAt').reverse().limit(shown).toArray();
  const entries = await database.outbox.bulkGet(sales.map(({ operationId }) => operationId));
  return sales.map((sale, index) => ({ sale, state: entries[index]?.state ?? 'applied', hasDiscrepancy: entries[index]?.result?.outcome === 'applied_with_discrepancy' }));
}

/** What the queue page shows: all that waits or was refused, and what was sent last. */
export async function queueRows(): Promise<OutboxEntry[]> {
  const newest = await database.outbox.orderBy('madeAt').reverse().limit(shown).toArray();
  const open = await database.outbox.where('state').anyOf('waiting', 'refused').toArray();
  const rows = new Map([...open, ...newest].map((entry) => [entry.id, entry]));
  return [...rows.values()].sort((one, other) => other.epoch - one.epoch || other.sequence - one.sequence);
}

export const queuedMails = () => database.mails.where('state').anyOf('waiting', 'refused').toArray();

/** Everything that the server has not applied, as a file's text: the way out when this till can never send again. */
export async function exportQueue(): Promise<string> {
  const entries = await database.outbox.where('state').anyOf('waiting', 'refused').toArray();
  return JSON.stringify({ kind: 'oneshelf-till-queue', operations: entries.sort((one, other) => one.sequence - other.sequence) }, null, 2);
}
