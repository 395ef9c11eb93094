import { Injectable } from '@nestjs/common';
import type { SetListingCapAnswer } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';

export type SetListingCapRefusal = { kind: 'not_found' | 'pool_apart'; message: string };

/** Of this listing never more is shown. The change is a wish like any other: the next sweep, seconds later, pushes it. */
@Injectable()
export class SetListingCapUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationDirectory,
  ) {}

  run(actor: Actor, id: string, capUnits: number | null): Promise<Result<SetListingCapAnswer, SetListingCapRefusal>> {
    return this.transactions.run<SetListingCapAnswer, SetListingCapRefusal>(async (tx) => {
      const listing = await tx.selectFrom('listing').select(['channel_code', 'cap_units']).where('id', '=', id).forUpdate().executeTakeFirst();
      if (!listing) return refuse({ kind: 'not_found', message: 'There is no such listing. Nothing was changed.' });
      const channel = await this.organisation.channel(listing.channel_code);
      if (channel.fulfilledBy === 'marketplace') return refuse({ kind: 'pool_apart', message: `${channel.name} sells what it keeps itself, so a cap of ours would change nothing there. Nothing was changed.` });
      await tx.updateTable('listing').set((eb) => ({ cap_units: capUnits, wanted_version: eb('wanted_version', '+', 1), urgent: true, wished_at: eb.fn.coalesce('wished_at', sql<Date>`clock_timestamp()`) })).where('id', '=', id).execute();
      await recordAudit(tx, { actor, action: 'set_listing_cap', subject: 'listing', subjectId: id, before: { capUnits: listing.cap_units }, after: { capUnits } });
      return ok({ id, capUnits });
    });
  }
}
