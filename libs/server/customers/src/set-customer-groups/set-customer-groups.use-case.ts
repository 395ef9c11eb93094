import { Injectable } from '@nestjs/common';
import type { TillCustomer } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { sql } from 'kysely';
import { customerColumns } from '../customer-columns';

export type SetCustomerGroupsRefusal = { kind: 'not_found'; message: string };

/** Says in which groups a customer is: their price books and promotions are hers from the next quote on. */
@Injectable()
export class SetCustomerGroupsUseCase {
  constructor(private readonly transactions: Transactions) {}

  run(actor: Actor, customerId: string, groups: readonly string[]): Promise<Result<TillCustomer, SetCustomerGroupsRefusal>> {
    const wanted = [...new Set(groups)].sort();
    return this.transactions.run<TillCustomer, SetCustomerGroupsRefusal>(async (tx) => {
      const before = await tx.selectFrom('customer').select('groups').where('id', '=', customerId).forUpdate().executeTakeFirst();
      if (!before) return refuse({ kind: 'not_found', message: 'There is no such customer. Nothing was changed.' });
      const { rows } = await sql<TillCustomer>`UPDATE customer SET groups = ${wanted}::text[] WHERE id = ${customerId} RETURNING ${customerColumns}`.execute(tx);
      const [changed] = rows;
      if (!changed) return refuse({ kind: 'not_found', message: 'There is no such customer. Nothing was changed.' });
      await recordAudit(tx, { actor, action: 'set_groups', subject: 'customer', subjectId: customerId, before: { groups: before.groups }, after: { groups: changed.groups } });
      return ok(changed);
    });
  }
}
