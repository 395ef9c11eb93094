import { Injectable } from '@nestjs/common';
import type { SetStockPolicyRequest } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, Transactions } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PromiseRepository } from '../promise-stock/promise.repository';

export type SetPolicyRefusal = { kind: 'unknown_variant'; message: string } | { kind: 'unknown_channel'; message: string };

/** Says what may be sold of a product before it is there, in one channel or in all. What was promised stays promised. */
@Injectable()
export class SetPolicyUseCase {
  constructor(
    private readonly promises: PromiseRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
    private readonly transactions: Transactions,
  ) {}

  async run(actor: Actor, variantId: string, request: SetStockPolicyRequest): Promise<Result<void, SetPolicyRefusal>> {
    if (!(await this.variants.byIds([variantId])).has(variantId)) return refuse({ kind: 'unknown_variant', message: 'There is no product with this id. Nothing was changed.' });
    const { channels } = await this.organisation.read();
    if (request.channelCode !== null && !channels.has(request.channelCode)) return refuse({ kind: 'unknown_channel', message: `There is no channel ${request.channelCode}. Nothing was changed; choose one of ${[...channels.keys()].join(', ')}.` });
    await this.transactions.write(async (tx) => {
      const before = await this.promises.setPolicy(tx, variantId, request);
      await recordAudit(tx, { actor, action: 'set_policy', subject: 'stock_policy', subjectId: variantId, ...(before ? { before } : {}), after: request });
    });
    return ok(undefined);
  }
}
