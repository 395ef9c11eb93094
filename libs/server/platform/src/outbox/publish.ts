import { sql } from 'kysely';
import type { EventType } from '@oneshelf/contracts';
import type { Tx } from '../db/transactions';
import { newId } from '../db/ids';
import { currentTraceId } from '../observability/trace';

/** The channel on which the relay listens; the payload is empty, the table is the truth. */
export const OUTBOX_CHANNEL = 'oneshelf_outbox';

export interface Publication<Payload> {
  type: EventType<Payload>;
  /** What the event is about, e.g. the order's id. */
  key: string;
  payload: Payload;
}

/**
 * Writes events into the outbox in the caller's transaction, in one statement, and wakes the relay when it commits.
 * @throws ZodError when a payload does not fit its schema (a bug)
 */
export async function publish(tx: Tx, ...publications: Publication<never>[] | Publication<unknown>[]): Promise<void> {
  if (publications.length === 0) return;
  const traceId = currentTraceId();
  const inserted = tx.insertInto('outbox_event').values(
    publications.map((publication) => ({
      id: newId(),
      name: publication.type.name,
      key: publication.key,
      payload: JSON.stringify(publication.type.schema.parse(publication.payload)),
      trace_id: traceId,
    })),
  );
  // The wake-up rides on the insert: one statement less for every command that says something.
  await inserted.returning(sql`pg_notify(${OUTBOX_CHANNEL}, '')`.as('told')).execute();
}
