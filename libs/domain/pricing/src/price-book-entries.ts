import type { ComingPrices, PriceTier } from './price-book';

export const entriesOf = <Value>(record: Record<string, Value>): [string, Value][] => Object.entries(record);

/** Turn, variant and price of each price to come. */
export function* pricesOfTurns(turns: readonly ComingPrices[]): Generator<[turnId: string, variantId: string, price: number | PriceTier[] | null]> {
  for (const { turnId, prices } of turns) for (const [variantId, price] of entriesOf(prices)) yield [turnId, variantId, price];
}

/** Entries that differ between two records, as two columns; null takes one out. Null: none differs. */
export function changesBetween<Value>(before: Record<string, Value>, after: Record<string, Value>): { ids: string[]; values: (Value | null)[] } | null {
  const changes: { ids: string[]; values: (Value | null)[] } = { ids: [], values: [] };
  const take = (id: string, value: Value | null): void => { changes.ids.push(id); changes.values.push(value); };
  for (const id in after) {
    const [was, is] = [Object.hasOwn(before, id) ? before[id] : undefined, after[id]];
    if (is !== undefined && !isSame(was, is)) take(id, is);
  }
  for (const id in before) if (!Object.hasOwn(after, id)) take(id, null);
  return changes.ids.length === 0 ? null : changes;
}

/** A record with these changes; keys stay in their order, so that the same record has the same bytes. */
export function changed<Value>(before: Record<string, Value>, { ids, values }: { ids: readonly string[]; values: readonly (Value | null)[] }): Record<string, Value> {
  const after = { ...before };
  let isSorted = true;
  ids.forEach((id, at) => {
    const value = values[at];
    if (value === null || value === undefined) delete after[id];
    else {
      isSorted &&= Object.hasOwn(after, id);
      after[id] = value;
    }
  });
  return isSorted ? after : inOrderOfKeys(after);
}

/** The same record with its keys in order. */
export const inOrderOfKeys = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(entriesOf(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
