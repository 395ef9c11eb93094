import { ApiProblem } from '@oneshelf/api-client';
import type { SendOperationsAnswer } from '@oneshelf/contracts';
import { applyResults } from './apply-results';
import { backoffMs } from './backoff';
import type { OutboxEntry, TillDatabase } from './database';
import { waitingOperations } from './outbox';

export const batchSize = 20;

export interface SyncDependencies {
  database: TillDatabase;
  /** POST /api/pos/operations. Throws `Unreachable` or `ApiProblem`. */
  send: (operations: OutboxEntry['operation'][]) => Promise<SendOperationsAnswer>;
  onAnswer?: (answer: SendOperationsAnswer) => void;
  later: (run: () => void, delayMs: number) => () => void;
  chance: () => number;
}

export type Round = 'empty' | 'sent' | 'failed';

type Delivery = 'sent' | 'refused' | 'unreachable';

/** Sends what waits, in order, in batches. Nothing leaves the outbox without the server's result for it; an operation that the server cannot take does not hold up those behind it [L-12]. */
export async function sendWaiting(dependencies: SyncDependencies): Promise<Round> {
  const waiting = await waitingOperations(dependencies.database);
  if (waiting.length === 0) return 'empty';
  let round: Round = 'sent';
  for (let start = 0; start < waiting.length; start += batchSize) {
    const outcome = await deliverBatch(dependencies, waiting.slice(start, start + batchSize));
    if (outcome === 'unreachable') return 'failed';
    if (outcome === 'refused') round = 'failed';
  }
  return round;
}

async function deliverBatch(dependencies: SyncDependencies, batch: OutboxEntry[]): Promise<Delivery> {
  const outcome = await deliver(dependencies, batch);
  if (outcome !== 'refused' || batch.length === 1) return outcome;
  // The server choked on the batch: one by one, so that only the one that it cannot read stays behind.
  const left = await dependencies.database.outbox.bulkGet(batch.map(({ id }) => id));
  for (const entry of left) if (entry?.state === 'waiting' && (await deliver(dependencies, [entry])) === 'unreachable') return 'unreachable';
  return 'refused';
}

async function deliver({ database, send, onAnswer }: SyncDependencies, entries: OutboxEntry[]): Promise<Delivery> {
  try {
    const answer = await send(entries.map(({ operation }) => operation));
    onAnswer?.(answer);
    if ((await applyResults(database, answer.results)) === entries.length) return 'sent';
    await markTried(database, entries, 'no_result');
    return 'refused';
  } catch (error) {
    const isAnswered = error instanceof ApiProblem && error.status !== 401 && error.status !== 403;
    await markTried(database, entries, error instanceof ApiProblem ? `${error.code}: ${error.detail}` : 'unreachable');
    return isAnswered ? 'refused' : 'unreachable';
  }
}

async function markTried(database: TillDatabase, entries: readonly OutboxEntry[], lastError: string): Promise<void> {
  await database.transaction('rw', database.outbox, async () => {
    for (const { id } of entries) await database.outbox.where('id').equals(id).modify((row) => { if (row.state === 'waiting') { row.tries += 1; row.lastError = lastError; } });
  });
}

export interface SyncLoop { kick: () => Promise<void>; stop: () => void }

/** One round at a time; after a failure the next waits longer, and `kick` (a new sale, "Send now", a connection again) does not wait. */
export function createSyncLoop(dependencies: SyncDependencies): SyncLoop {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let failures = 0;
  let cancel = (): void => undefined;
  let isStopped = false;
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false;
      const round = await sendWaiting(dependencies).catch((): Round => 'failed');
      failures = round === 'failed' ? failures + 1 : 0;
    } while (isAskedAgain && failures === 0);
    if (failures > 0 && !isStopped) cancel = dependencies.later(() => void kick(), backoffMs(failures, dependencies.chance()));
  };
  const kick = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    cancel();
    if (running) {
      isAskedAgain = true;
      return running;
    }
    running = run().finally(() => { running = null; });
    return running;
  };
  return { kick, stop: () => { isStopped = true; cancel(); } };
}
