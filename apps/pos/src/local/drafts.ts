import { readMeta, writeMeta, type Draft, type HeldSale } from './database';
import { database } from './runtime';

/** The sale at hand, kept as it grows. Writes follow each other, so that an older state never lands last. */
let last: Promise<unknown> = Promise.resolve();

export function keepDraft(draft: Draft | null): Promise<void> {
  const next = last.then(() => (draft === null ? database.meta.delete('draft') : writeMeta(database, 'draft', draft)), () => undefined);
  last = next;
  return next.then(() => undefined);
}

export const readDraft = (): Promise<Draft | null> => readMeta(database, 'draft');

/** Puts a sale aside on this till. */
export const holdSale = (sale: HeldSale): Promise<string> => database.held.add(sale);

/** Takes a held sale back; null when it was taken already (two taps, two tabs). */
export const takeHeldSale = (id: string): Promise<HeldSale | null> =>
  database.transaction('rw', database.held, async () => {
    const sale = await database.held.get(id);
    if (sale) await database.held.delete(id);
    return sale ?? null;
  });

export const heldSales = (): Promise<HeldSale[]> => database.held.orderBy('heldAt').toArray();
