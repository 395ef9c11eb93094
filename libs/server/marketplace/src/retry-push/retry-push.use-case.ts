import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';

export type RetryPushRefusal = { kind: 'not_found' | 'pool_apart'; message: string };

/** A person wants the marketplace told again, whatever it was told last. It is a wish like any other: the next sweep, seconds later, pushes it. */
@Injectable()
export class RetryPushUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
  ) {}

  run(actor: Actor, id: string): Promise<Result<null, RetryPushRefusal>> {
    return this.transactions.run<null, RetryPushRefusal>(async (tx) => {
      const listing = await tx.selectFrom('listing').select(['channel_code', 'external_sku', 'failure']).where('id', '=', id).forUpdate().executeTakeFirst();
      if (!listing) return refuse({ kind: 'not_found', message: 'There is no such listing. Nothing was sent.' });
      const channel = await this.organisation.channel(listing.channel_code);
      if (channel.fulfilledBy === 'marketplace') return refuse({ kind: 'pool_apart', message: `${channel.name} sells what it keeps itself, so it is told no numbers. Nothing was sent.` });
      await tx
        .updateTable('listing')
        .set((eb) => ({ wanted_version: eb('wanted_version', '+', 1), urgent: true, pushed_units: null, wished_at: eb.fn.coalesce('wished_at', sql<Date>`clock_timestamp()`) }))
        .where('id', '=', id)
        .execute();
      await recordAudit(tx, { actor, action: 'retry_push', subject: 'listing', subjectId: id, before: { failure: listing.failure }, after: { sku: listing.external_sku } });
      return ok(null);
    });
  }
}
