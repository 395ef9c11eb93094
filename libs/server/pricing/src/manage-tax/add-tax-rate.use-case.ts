import { Injectable } from '@nestjs/common';
import { type CreateTaxRateRequest, PricesPublished } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { countriesMet } from '@oneshelf/domain-tax';
import { newId, publish, recordAudit, type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { ReleaseRepository } from '../release.repository';
import { answerOf } from './tax-rate-row';

export type TaxRateRefusal = { kind: 'rate_in_the_past'; message: string } | { kind: 'later_rate_exists'; message: string };

@Injectable()
export class AddTaxRateUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly releases: ReleaseRepository,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /**
   * A rate from an instant to come: what was sold is never taxed anew. The rate that holds for the same place, class and
   * layer ends then. Every market that can meet the rate gets a release, so that tills and the shop fetch it.
   */
  async run(actor: StaffActor, { request, now }: { request: CreateTaxRateRequest; now: Date }): Promise<Result<{ id: string }, TaxRateRefusal>> {
    const validFrom = new Date(request.validFrom);
    if (validFrom <= now) return refuse({ kind: 'rate_in_the_past', message: 'A rate starts in the future: what was sold keeps its tax. Nothing was changed.' });
    const { markets } = await this.organisation.read();
    const concerned = [...markets.values()].filter((market) => countriesMet(market.country, request.validFrom).includes(request.country)).map(({ code }) => code).sort();
    return this.transactions.run<{ id: string }, TaxRateRefusal>(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtext(${`tax-rate:${request.country}:${request.taxClass}`}))`.execute(tx);
      const before = await this.lastOf(tx, request);
      if (before && before.valid_from >= validFrom) return refuse({ kind: 'later_rate_exists', message: `From ${before.valid_from.toISOString().slice(0, 10)} there is a rate already for this place and class. Nothing was changed.` });
      if (before && (before.valid_to === null || before.valid_to > validFrom)) await tx.updateTable('tax_rate').set({ valid_to: request.validFrom }).where('id', '=', before.id).execute();
      const id = newId();
      await tx
        .insertInto('tax_rate')
        .values({
          id, country: request.country, region: request.region ?? null, postcodes: request.postcodes ? JSON.stringify(request.postcodes) : null, tax_class: request.taxClass, layer: request.layer ?? null, name: request.name,
          rate_basis_points: Math.round(request.ratePpm / 100), rate_ppm: request.ratePpm % 100 === 0 ? null : request.ratePpm, is_compound: request.isCompound ?? null, valid_from: request.validFrom,
        })
        .execute();
      for (const marketCode of concerned) {
        const release = await this.releases.next(tx, { marketCode, cause: `tax rate ${request.name}`, releasedBy: actor.name });
        await publish(tx, { type: PricesPublished, key: marketCode, payload: { marketCode, release } });
      }
      await recordAudit(tx, { actor, action: 'create', subject: 'tax_rate', subjectId: id, ...(before ? { before: answerOf(before, now) } : {}), after: request });
      return ok({ id });
    });
  }

  /** The latest rate of exactly the same place, class and layer. */
  private lastOf(tx: Tx, { country, region, postcodes, taxClass, layer }: CreateTaxRateRequest) {
    return tx
      .selectFrom('tax_rate').selectAll().where('country', '=', country).where('tax_class', '=', taxClass)
      .where(sql<boolean>`region is not distinct from ${region ?? null}`).where(sql<boolean>`layer is not distinct from ${layer ?? null}`)
      .where(sql<boolean>`postcodes is not distinct from ${postcodes ? JSON.stringify(postcodes) : null}::jsonb`)
      .orderBy('valid_from', 'desc').limit(1).forUpdate().executeTakeFirst();
  }
}
