import type { TillOperation } from '@oneshelf/contracts';
import { readMeta, writeMeta, type Counters, type OutboxEntry, type TillDatabase } from './database';

type Payloads = { [Kind in TillOperation['kind']]: Extract<TillOperation, { kind: Kind }>['payload'] };

export interface NewOperation<Kind extends TillOperation['kind']> { id: string; kind: Kind; payload: Payloads[Kind]; madeAt: string; staffName: string; amountMinor: number | null; reference: string | null }

/** Puts an operation at the end of the outbox. Call it inside a transaction over `outbox` and `meta`: number and entry stand or fall together. */
export async function appendOperation<Kind extends TillOperation['kind']>(database: TillDatabase, { id, kind, payload, ...entry }: NewOperation<Kind>): Promise<OutboxEntry> {
  const counters = await requireCounters(database);
  const sequence = counters.sequence + 1;
  const operation = { id, epoch: counters.epoch, sequence, madeAt: entry.madeAt, kind, payload } as TillOperation;
  const row: OutboxEntry = { id, epoch: counters.epoch, sequence, kind, operation, ...entry, state: 'waiting', tries: 0, lastError: null, result: null };
  await database.outbox.add(row);
  await writeMeta(database, 'counters', { ...counters, sequence });
  return row;
}

export async function requireCounters(database: TillDatabase): Promise<Counters> {
  const counters = await readMeta(database, 'counters');
  if (!counters) throw new Error('This till is not enrolled: it has no receipt counter.');
  return counters;
}

/** Everything that the server has not answered for, first made first. */
export async function waitingOperations(database: TillDatabase): Promise<OutboxEntry[]> {
  const waiting = await database.outbox.where('state').equals('waiting').toArray();
  return waiting.sort((one, other) => one.epoch - other.epoch || one.sequence - other.sequence);
}
