import { Injectable } from '@nestjs/common';
import { type SetComponentsRequest, StockChanged } from '@oneshelf/contracts';
import { faultOfRecipe, type RecipeFault } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, publish, recordAudit, Transactions, type Tx } from '@oneshelf/platform';
import { RecipeRepository } from '@oneshelf/server-catalog/bundles';
import { sql } from 'kysely';

export type SetComponentsRefusal = { kind: 'unknown_variant'; variantIds: string[] } | { kind: 'bundle_has_stock'; message: string } | { kind: RecipeFault };

/** Says what a bundle or a kit is made of. Orders and sales of before keep what they were made of then. */
@Injectable()
export class SetComponentsUseCase {
  constructor(
    private readonly catalogue: RecipeRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Refusals change nothing. Whoever else changes one of these recipes waits. */
  async run(actor: Actor, variantId: string, request: SetComponentsRequest): Promise<Result<void, SetComponentsRefusal>> {
    const done = await this.transactions.run<void, SetComponentsRefusal>((tx) => this.set(tx, { actor, variantId, request }));
    this.catalogue.recipes.forget();
    return done;
  }

  private async set(tx: Tx, { actor, variantId, request: { kind, components } }: { actor: Actor; variantId: string; request: SetComponentsRequest }): Promise<Result<void, SetComponentsRefusal>> {
    const ids = [variantId, ...components.map((component) => component.variantId)];
    const known = await this.catalogue.lock(tx, ids);
    const variant = known.get(variantId);
    const unknown = ids.filter((id) => !known.has(id));
    if (!variant || unknown.length > 0) return refuse({ kind: 'unknown_variant', variantIds: unknown });
    const [before, uses] = [await this.catalogue.recipes.components(tx, variantId), await this.catalogue.recipes.usesOf(tx, variantId)];
    if (kind !== 'stock') {
      const fault = faultOfRecipe({ variantId, kind, isComponent: uses.length > 0 }, components, (id) => (known.get(id)?.isCatchWeight ? 'catch_weight' : (known.get(id)?.kind ?? 'stock')));
      if (fault) return refuse({ kind: fault });
    }
    if (kind === 'bundle' && variant.kind !== 'bundle' && (await hasStock(tx, variantId))) {
      return refuse({ kind: 'bundle_has_stock', message: 'There is stock of this product, or it is promised or on its way. Nothing was changed; a bundle has none of its own: correct the stock to zero first, or make it a kit.' });
    }
    await this.catalogue.write(tx, variant, { kind, components });
    await recordAudit(tx, { actor, action: 'set_components', subject: 'variant', subjectId: variantId, before: { kind: variant.kind, components: before }, after: { kind, components } });
    // What may be sold of it is another number now: whoever shows it looks again.
    await publish(tx, { type: StockChanged, key: variantId, payload: { variantIds: [variantId], causeKind: 'recipe', causeId: variantId } });
    return ok(undefined);
  }
}

/** Any number that is not zero, or goods and promises that would become one. */
async function hasStock(tx: Tx, variantId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    SELECT EXISTS (SELECT FROM stock_level WHERE variant_id = ${variantId}::uuid AND (sellable_milli <> 0 OR held_milli + committed_milli + allotted_milli + safety_milli + quality_control_milli + damaged_milli + refurbish_milli + quarantine_milli <> 0))
      OR EXISTS (SELECT FROM expected_receipt WHERE variant_id = ${variantId}::uuid AND quantity_milli > 0)
      OR EXISTS (SELECT FROM stock_promise WHERE variant_id = ${variantId}::uuid) AS found`.execute(tx);
  return rows[0]?.found ?? false;
}
