import { Injectable } from '@nestjs/common';
import { explodeDemand } from '@oneshelf/domain-inventory';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { shortagesOfLines } from '../shortages-of-lines';
import { SoldRecipeRepository } from '../sold-recipe.repository';
import type { InsufficientStock } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReserveStockInput {
  orderId: string;
  lines: { orderLineId: string; variantId: string; locationId: string; quantityMilli: number }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  /** Default: the order's id, so one order is reserved once. An edit of an order sends an id of its own. */
  operationId?: string;
}

/**
 * Keeps units for an order: sellable → committed, all lines or none. A bundle keeps its components, and what it is made of
 * is frozen with the order. Demand is summed per variant and location.
 */
@Injectable()
export class ReserveStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly recipes: BundleRecipes,
    private readonly sold: SoldRecipeRepository,
  ) {}

  /** Refuses insufficient_stock with every level that is short; nothing is changed then. Statements: 1; with bundles 2. */
  async run(tx: Tx, input: ReserveStockInput): Promise<Result<void, InsufficientStock>> {
    const recipes = await this.recipes.of(input.lines.map(({ variantId }) => variantId), tx);
    const kept = explodeDemand(input.lines, recipes);
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? input.orderId,
      causeKind: 'order',
      causeId: input.orderId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: kept.map(({ variantId, locationId, quantityMilli }) => ({ variantId, locationId, quantityMilli, from: 'sellable', to: 'committed' })),
      reservations: kept.map(({ quantityMilli, bundle, ...line }) => ({ ...line, orderId: input.orderId, deltaMilli: quantityMilli, ...(bundle ? { bundleId: bundle.variantId, perBundleMilli: bundle.perBundleMilli } : {}) })),
    });
    if (!result.ok) return recipes.size === 0 ? result : refuse({ ...result.refusal, shortages: shortagesOfLines(result.refusal.shortages, input.lines, recipes) });
    if (result.value.applied) await this.sold.freeze(tx, input.orderId, recipes);
    return ok(undefined);
  }
}
