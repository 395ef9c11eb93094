import { Injectable } from '@nestjs/common';
import type { PlanCountRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Commands, hasRole, type IdempotencyRefusal, recordAudit, type StaffActor } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { CountRepository } from './count.repository';
import { type ProductsRefusal, ProductsToCount } from './products-to-count';

export const usualThreshold = { unitsMilli: 5000, valueMinor: 10_000 };

export type PlanCountRefusal =
  | IdempotencyRefusal
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'not_allowed_here'; locationId: string }
  | ProductsRefusal;

/** What is to be counted where: some departments, a list of products, or all that the place carries. */
@Injectable()
export class PlanCountUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly counts: CountRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly products: ProductsToCount,
  ) {}

  async run(actor: StaffActor, key: string, request: PlanCountRequest): Promise<Result<{ countId: string }, PlanCountRefusal>> {
    const { locationId } = request;
    const location = await this.organisation.findLocation(locationId);
    if (!location || location.kind === 'marketplace') return refuse({ kind: 'unknown_location', locationId });
    if (!hasRole(actor, ['operations', 'store_manager'], locationId)) return refuse({ kind: 'not_allowed_here', locationId });
    const products = await this.products.of(request);
    if (!products.ok) return products;
    return this.commands.once<{ countId: string }, PlanCountRefusal>({ scope: `plan-count:${actor.id}`, key, input: request }, async (tx) => {
      const countId = await this.counts.create(tx, {
        locationId, title: request.title, source: 'planned', mode: request.mode, plannedBy: actor,
        recountUnitsMilli: request.recountUnitsMilli ?? usualThreshold.unitsMilli, recountValueMinor: request.recountValueMinor ?? usualThreshold.valueMinor,
      });
      await this.counts.addLines(tx, countId as string, { variantIds: products.value, planned: true });
      await recordAudit(tx, { actor, action: 'plan', subject: 'stock_count', subjectId: countId as string, locationId, after: { title: request.title, mode: request.mode, products: products.value.length } });
      return ok({ countId: countId as string });
    });
  }
}
