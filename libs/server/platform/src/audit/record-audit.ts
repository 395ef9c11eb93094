import type { Actor } from '../auth/actor';
import { newId } from '../db/ids';
import type { Tx } from '../db/transactions';
import { currentTraceId } from '../observability/trace';

export interface AuditRecord {
  actor: Actor;
  /** Verb of the field: 'publish', 'enrol', 'refund'. */
  action: string;
  /** What was changed, e.g. 'price_book', and its id. */
  subject: string;
  subjectId: string;
  locationId?: string | null;
  before?: unknown;
  after?: unknown;
}

/** One row for each change, in the change's own transaction: who, what, before and after. */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  await tx
    .insertInto('audit_entry')
    .values({
      id: newId(),
      actor_kind: record.actor.kind,
      actor_id: record.actor.id,
      actor_name: record.actor.name,
      action: record.action,
      subject: record.subject,
      subject_id: record.subjectId,
      location_id: record.locationId ?? null,
      before: record.before === undefined ? null : JSON.stringify(record.before),
      after: record.after === undefined ? null : JSON.stringify(record.after),
      trace_id: currentTraceId(),
    })
    .execute();
}
