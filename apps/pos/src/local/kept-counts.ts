import { readMeta, writeMeta, type KeptCounts } from './database';
import { database } from './runtime';

/** Counts of goods that came, kept as they grow, until the server has booked them. Writes follow each other. */
let last: Promise<unknown> = Promise.resolve();

export const readCounts = async (): Promise<KeptCounts> => (await readMeta(database, 'deliveries')) ?? {};

/** Keeps one count; null: it is booked, or given up. */
export function keepCount(orderId: string, count: KeptCounts[string] | null): Promise<void> {
  const next = last.then(async () => {
    const { [orderId]: _before, ...others } = await readCounts();
    await writeMeta(database, 'deliveries', count === null ? others : { ...others, [orderId]: count });
  });
  last = next.catch(() => undefined);
  return next;
}
