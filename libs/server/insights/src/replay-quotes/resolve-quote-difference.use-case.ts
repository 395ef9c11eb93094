import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';

export type ResolveQuoteDifferenceRefusal = { kind: 'not_found'; message: string } | { kind: 'already_resolved'; message: string };

/** A person has looked at what a replay found. The order stays as it was paid; this only takes it off the list. */
@Injectable()
export class ResolveQuoteDifferenceUseCase {
  constructor(private readonly transactions: Transactions) {}

  run(actor: Actor, orderId: string, note: string): Promise<Result<null, ResolveQuoteDifferenceRefusal>> {
    return this.transactions.run<null, ResolveQuoteDifferenceRefusal>(async (tx) => {
      const found = await tx.selectFrom('quote_difference').selectAll().where('order_id', '=', orderId).forUpdate().executeTakeFirst();
      if (!found) return refuse({ kind: 'not_found', message: 'No replay found a difference in this order. Nothing was changed.' });
      if (found.resolved_at) return refuse({ kind: 'already_resolved', message: `${found.resolved_by ?? 'Somebody'} has looked at this before. Nothing was changed.` });
      await tx.updateTable('quote_difference').set({ resolved_at: new Date(), resolved_by: actor.name }).where('order_id', '=', orderId).execute();
      await recordAudit(tx, { actor, action: 'resolve', subject: 'quote_difference', subjectId: orderId, before: { reason: found.reason, differences: found.differences }, after: { note } });
      return ok(null);
    });
  }
}
