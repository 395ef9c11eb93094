import type { EventType } from '@oneshelf/contracts';
import type { Tx } from '../db/transactions';
import { newId } from '../db/ids';
import { currentTraceId } from '../observability/trace';
import { speaking } from './speaking';

export interface Publication<Payload> {
  type: EventType<Payload>;
  /** What the event is about, e.g. the order's id. */
  key: string;
  payload: Payload;
}

/**
 * Writes events into the outbox in the caller's transaction, in one statement; the relay is woken after the commit.
 * @throws ZodError when a payload does not fit its schema (a bug)
 */
export async function publish(tx: Tx, ...publications: Publication<never>[] | Publication<unknown>[]): Promise<void> {
  if (publications.length === 0) return;
  const traceId = currentTraceId();
  await tx.insertInto('outbox_event').values(
    publications.map((publication) => ({
      id: newId(),
      name: publication.type.name,
      key: publication.key,
      payload: JSON.stringify(publication.type.schema.parse(publication.payload)),
      trace_id: traceId,
    })),
  ).execute();
  speaking.add(tx);
}
