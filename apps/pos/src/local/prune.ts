import type { TillDatabase } from './database';

const keptDays = 60;

/** Drops what the server applied long ago. What waits or was refused stays until a person has dealt with it. */
export async function pruneOld(database: TillDatabase, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  return database.transaction('rw', [database.outbox, database.sales], async () => {
    const old = await database.outbox.where('madeAt').below(before).filter(({ state }) => state === 'applied').toArray();
    await database.outbox.bulkDelete(old.map(({ id }) => id));
    await database.sales.bulkDelete(old.flatMap(({ operation }) => (operation.kind === 'sale' ? [operation.payload.saleId] : [])));
    return old.length;
  });
}
