import { Injectable } from '@nestjs/common';
import type { PriceFloorsRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ReleaseRepository } from '../release.repository';
import { PriceFloorRepository } from './price-floor.repository';

export type SetFloorsRefusal = { kind: 'unknown_market' | 'changed_meanwhile'; message: string } | { kind: 'unknown_products'; variantIds: string[]; message: string };

@Injectable()
export class SetPriceFloorsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly floors: PriceFloorRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
    private readonly releases: ReleaseRepository,
  ) {}

  /** Writes floors and takes away those that are null: all of them or none. What is live stays; the next publish is held against them. */
  async run(actor: StaffActor, marketCode: string, request: PriceFloorsRequest): Promise<Result<null, SetFloorsRefusal>> {
    if (!(await this.organisation.read()).markets.has(marketCode)) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}. Nothing was saved.` });
    // The last word on a floor wins where a request names it twice.
    const floors = [...new Map(request.floors.map((floor) => [floor.variantId, floor])).values()];
    const known = await this.variants.byIds(floors.map((floor) => floor.variantId));
    const unknown = floors.filter((floor) => !known.has(floor.variantId)).map((floor) => floor.variantId);
    if (unknown.length > 0) return refuse({ kind: 'unknown_products', variantIds: unknown, message: `${unknown.length} of these products are not in the catalogue. Nothing was saved.` });
    return this.transactions.run<null, SetFloorsRefusal>(async (tx) => {
      await this.releases.lockMarket(tx, marketCode);
      const before = await this.floors.of(tx, marketCode, floors.map((floor) => floor.variantId));
      const changed = floors.find(({ variantId, seenMinor }) => seenMinor !== undefined && seenMinor !== (before.get(variantId) ?? null));
      if (changed) return refuse({ kind: 'changed_meanwhile', message: `Somebody else changed the floor of ${known.get(changed.variantId)?.sku ?? 'a product'} meanwhile. Nothing was saved. Read it again.` });
      await this.floors.write(tx, marketCode, floors);
      await recordAudit(tx, { actor, action: 'set_price_floors', subject: 'market', subjectId: marketCode, ...auditOf(floors, { before, skuOf: (variantId) => known.get(variantId)?.sku ?? variantId }) });
      return ok(null);
    });
  }
}

/** More of them than a person reads are counted. */
const NAMED = 50;

/** What the floors were and are, by SKU. */
function auditOf(floors: PriceFloorsRequest['floors'], { before, skuOf }: { before: ReadonlyMap<string, number>; skuOf: (variantId: string) => string }): { before?: object; after: object } {
  if (floors.length > NAMED) return { after: { floors: floors.length } };
  const bySku = (amountOf: (floor: PriceFloorsRequest['floors'][number]) => number | null): object => Object.fromEntries(floors.map((floor): [string, number | null] => [skuOf(floor.variantId), amountOf(floor)]));
  return { before: bySku(({ variantId }) => before.get(variantId) ?? null), after: bySku(({ amountMinor }) => amountMinor) };
}
