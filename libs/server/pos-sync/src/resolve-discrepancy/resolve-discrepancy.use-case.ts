import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, hasRole, recordAudit, Transactions } from '@oneshelf/platform';

export type ResolveDiscrepancyRefusal = { kind: 'not_found'; message: string } | { kind: 'already_resolved'; message: string } | { kind: 'not_allowed'; message: string };

/** A person has looked at a discrepancy. The sale stays as it was posted; this only takes it off the list. */
@Injectable()
export class ResolveDiscrepancyUseCase {
  constructor(private readonly transactions: Transactions) {}

  async run(actor: Actor, discrepancyId: string, note: string): Promise<Result<null, ResolveDiscrepancyRefusal>> {
    return this.transactions.run<null, ResolveDiscrepancyRefusal>(async (tx) => {
      const row = await tx.selectFrom('sale_discrepancy').selectAll().where('id', '=', discrepancyId).forUpdate().executeTakeFirst();
      if (!row) return refuse({ kind: 'not_found', message: 'There is no such discrepancy. Nothing was changed.' });
      if (!hasRole(actor, ['operations', 'store_manager'], row.location_id)) return refuse({ kind: 'not_allowed', message: 'Your role does not hold at this store. Nothing was changed.' });
      if (row.resolved_at) return refuse({ kind: 'already_resolved', message: `${row.resolved_by ?? 'Somebody'} has looked at this before. Nothing was changed.` });
      await tx.updateTable('sale_discrepancy').set({ resolved_at: new Date(), resolved_by: actor.name }).where('id', '=', discrepancyId).execute();
      await recordAudit(tx, { actor, action: 'resolve', subject: 'sale_discrepancy', subjectId: discrepancyId, locationId: row.location_id, before: { kind: row.kind, details: row.details }, after: { note } });
      return ok(null);
    });
  }
}
