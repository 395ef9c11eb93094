import { Inject, Injectable } from '@nestjs/common';
import type { PlanCountRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { Commands, type Database, DATABASE, hasRole, type IdempotencyRefusal, recordAudit, type StaffActor } from '@oneshelf/platform';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type BundleHasNoStock, bundleRefusal } from '../bundles/bundle-has-no-stock';
import { CountRepository } from './count.repository';

const MOST_PRODUCTS = 5000;
export const usualThreshold = { unitsMilli: 5000, valueMinor: 10_000 };

export type PlanCountRefusal =
  | IdempotencyRefusal
  | BundleHasNoStock
  | { kind: 'unknown_location'; locationId: string }
  | { kind: 'not_allowed_here'; locationId: string }
  | { kind: 'unknown_codes'; codes: string[] }
  | { kind: 'nothing_to_count' }
  | { kind: 'too_many_products'; products: number; most: number };

/** What is to be counted where: some departments, a list of products, or all that the place carries. */
@Injectable()
export class PlanCountUseCase {
  constructor(
    private readonly commands: Commands,
    private readonly counts: CountRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly variants: VariantDirectory,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(actor: StaffActor, key: string, request: PlanCountRequest): Promise<Result<{ countId: string }, PlanCountRefusal>> {
    const { locationId } = request;
    const location = await this.organisation.findLocation(locationId);
    if (!location || location.kind === 'marketplace') return refuse({ kind: 'unknown_location', locationId });
    if (!hasRole(actor, ['operations', 'store_manager'], locationId)) return refuse({ kind: 'not_allowed_here', locationId });
    const products = await this.productsOf(request);
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

  private async productsOf({ locationId, departments = [], codes = [] }: PlanCountRequest): Promise<Result<string[], PlanCountRefusal>> {
    const wanted = new Set<string>();
    if (codes.length > 0) {
      const known = await this.variants.byCodes(codes);
      const unknown = codes.filter((code) => !known.has(code));
      if (unknown.length > 0) return refuse({ kind: 'unknown_codes', codes: unknown.slice(0, 50) });
      const bundle = bundleRefusal([...known.values()].map(({ id }) => id), new Map([...known.values()].map((variant) => [variant.id, variant])), 'count');
      if (bundle) return refuse(bundle);
      for (const variant of known.values()) wanted.add(variant.id);
    }
    if (departments.length > 0 || codes.length === 0) {
      const carried = (await this.database.selectFrom('stock_level').select('variant_id').where('location_id', '=', locationId).execute()).map((row) => row.variant_id);
      const facts = await this.variants.byIds(carried);
      const isCounted = ({ kind, department }: VariantFacts): boolean => kind !== 'bundle' && (departments.length === 0 || departments.includes(department));
      for (const variant of facts.values()) if (isCounted(variant)) wanted.add(variant.id);
    }
    if (wanted.size === 0) return refuse({ kind: 'nothing_to_count' });
    return wanted.size > MOST_PRODUCTS ? refuse({ kind: 'too_many_products', products: wanted.size, most: MOST_PRODUCTS }) : ok([...wanted]);
  }
}
