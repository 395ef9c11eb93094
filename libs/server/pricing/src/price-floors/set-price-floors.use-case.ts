import { Injectable } from '@nestjs/common';
import type { PriceFloorsRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { recordAudit, type StaffActor, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceFloorRepository } from './price-floor.repository';

export type SetFloorsRefusal = { kind: 'unknown_market'; message: string } | { kind: 'unknown_products'; variantIds: string[]; message: string };

@Injectable()
export class SetPriceFloorsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly floors: PriceFloorRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
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
      await this.floors.write(tx, marketCode, floors);
      await recordAudit(tx, { actor, action: 'set_price_floors', subject: 'market', subjectId: marketCode, after: { floors: floors.length } });
      return ok(null);
    });
  }
}
