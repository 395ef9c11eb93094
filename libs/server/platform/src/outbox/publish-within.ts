import { type RawBuilder, sql } from 'kysely';
import { newId } from '../db/ids';
import type { Tx } from '../db/transactions';
import { currentTraceId } from '../observability/trace';
import type { Publication } from './publish';
import { speaking } from './speaking';

/**
 * The same as `publish`, as a part (WITH …) of a statement that the caller sends on `tx` anyway: for the few hot ones, whose
 * event would else cost a trip of its own. The event is written where `condition` holds in that statement.
 * @throws ZodError when the payload does not fit its schema (a bug)
 */
export function publishWithin<Payload>(tx: Tx, { type, key, payload }: Publication<Payload>, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  // Perhaps nothing will be written; then the relay is woken for nothing, which costs a look.
  speaking.add(tx);
  return sql`INSERT INTO outbox_event (id, name, key, payload, trace_id)
    SELECT ${newId()}::uuid, ${type.name}::text, ${key}::text, ${JSON.stringify(type.schema.parse(payload))}::jsonb, ${currentTraceId()}::text WHERE ${condition}`;
}
