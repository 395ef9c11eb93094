import { ApiProblem, type ApiClient } from '@oneshelf/api-client';
import type { CountScan, TillCountsAnswer } from '@oneshelf/contracts';
import { readMeta, type KeptCountScan, type TillDatabase } from './database';

const batchSize = 200;

/** Keeps a scan of a count on the disk, then it is on its way: a cut network, a reload or a dead battery loses none. */
export async function keepCountScan(database: TillDatabase, scan: CountScan): Promise<void> {
  await database.countScans.add({ id: scan.id, countId: scan.countId, scan, state: 'waiting', outcome: null });
}

/** Sends what waits, in batches. Nothing leaves without the server's word for it. True when it must be tried again. */
export async function sendCountScans(api: ApiClient, database: TillDatabase): Promise<boolean> {
  const waiting = await database.countScans.where('state').equals('waiting').sortBy('id');
  for (let start = 0; start < waiting.length; start += batchSize) {
    const batch = waiting.slice(start, start + batchSize);
    try {
      const { results } = await api.post('/api/pos/count-scans', { body: { scans: batch.map(({ scan }) => scan) } });
      const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
      await database.countScans.bulkPut(batch.flatMap((kept): KeptCountScan[] => {
        const outcome = outcomes.get(kept.id);
        return outcome === undefined ? [] : [{ ...kept, state: outcome === 'taken' ? 'taken' : 'refused', outcome }];
      }));
    } catch (error) {
      // What the server cannot read will not get better; it stays, and is shown.
      if (!(error instanceof ApiProblem) || error.status !== 400) return true;
      await database.countScans.bulkPut(batch.map((kept): KeptCountScan => ({ ...kept, state: 'refused', outcome: 'unreadable' })));
    }
  }
  return false;
}

/** Takes the counts of this place in. Scans that the server had before it answered are in its numbers and leave the till. */
export async function takeCounts(api: ApiClient, database: TillDatabase): Promise<TillCountsAnswer> {
  const taken = (await database.countScans.where('state').equals('taken').toArray()).map(({ id }) => id);
  const counts = await api.get('/api/pos/counts');
  await database.transaction('rw', [database.meta, database.countScans], async () => {
    await database.meta.put({ key: 'counts', value: counts });
    await database.countScans.bulkDelete(taken);
  });
  return counts;
}

/** How many scans of counts are on this till alone. */
export const waitingScans = (database: TillDatabase): Promise<number> => database.countScans.where('state').equals('waiting').count();

export interface CountAtHand {
  counts: TillCountsAnswer['items'];
  /** Scans that the counts do not know of yet. */
  kept: KeptCountScan[];
}

/** What this till knows of the counts here, with or without a network. */
export async function countsAtHand(database: TillDatabase): Promise<CountAtHand> {
  const [counts, kept] = await Promise.all([readMeta(database, 'counts'), database.countScans.toArray()]);
  return { counts: counts?.items ?? [], kept };
}

export interface CountedProduct {
  variantId: string;
  /** Null: nobody has looked. */
  countedMilli: number | null;
  isPlanned: boolean;
  /** The one who looks may not be one of these. */
  firstCounterIds: string[];
  /** Pieces that were scanned, where they are told apart. */
  serials: string[];
}

/** Each product of a count with what everybody has found: the server's number and what is still on this till. */
export function countedProducts(count: TillCountsAnswer['items'][number], kept: readonly KeptCountScan[]): CountedProduct[] {
  const here = new Map<string, number>();
  for (const { scan, state } of kept) if (state !== 'refused' && scan.countId === count.id && scan.round === count.round) here.set(scan.variantId, (here.get(scan.variantId) ?? 0) + scan.quantityMilli);
  const planned = count.lines.map((line): CountedProduct => {
    const mine = here.get(line.variantId);
    here.delete(line.variantId);
    return { variantId: line.variantId, countedMilli: mine === undefined ? line.countedMilli : (line.countedMilli ?? 0) + mine, isPlanned: true, firstCounterIds: line.firstCounterIds, serials: piecesOf(line.variantId, line.serials ?? []) };
  });
  return [...planned, ...[...here].map(([variantId, countedMilli]) => ({ variantId, countedMilli, isPlanned: false, firstCounterIds: [], serials: piecesOf(variantId, []) }))];

  /** What the server knew, and what was scanned or taken out on this till since. */
  function piecesOf(variantId: string, known: readonly string[]): string[] {
    const pieces = new Set(known);
    for (const { scan, state } of kept) {
      if (state === 'refused' || scan.countId !== count.id || scan.round !== count.round || scan.variantId !== variantId || scan.serialNumber === undefined) continue;
      if (scan.quantityMilli > 0) pieces.add(scan.serialNumber);
      else pieces.delete(scan.serialNumber);
    }
    return [...pieces];
  }
}
