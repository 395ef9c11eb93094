import { Injectable } from '@nestjs/common';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { bucketOfDisposition, type Disposition, explodeDemand } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';
import { lotsOfSale } from '../lots/lots-of-document';
import { byPiece } from '../serials/by-piece';
import { SoldRecipeRepository } from '../sold-recipe.repository';
import type { SerialRefused, StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReturnStockInput {
  returnId: string;
  locationId: string;
  lines: { variantId: string; quantityMilli: number; disposition: Disposition; serials?: readonly string[] }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  /** The order or sale that they were sold with: a bundle of it comes back as what it was made of then. */
  orderId?: string;
  /** The sale, or the parts of an order, that they left with, where it was in the currency of this location: they come back at what they cost then. */
  soldBy?: readonly string[];
  /** The sale, or the parts of an order, that they left with, and what came back of it before, by variant: they come back to their lots, where those are known. */
  sale?: { ids: readonly string[]; returnedMilli: Readonly<Record<string, number>> };
  /** Default: the return's id, so one return comes back once. */
  operationId?: string;
}

/** Goods come back from a customer: customer → the bucket of their disposition; of a bundle, each of its components. */
@Injectable()
export class ReturnStockUseCase {
  constructor(
    private readonly ledger: StockLedgerRepository,
    private readonly sold: SoldRecipeRepository,
  ) {}

  /** Refuses only a piece that is with no customer; the same return twice comes back once. Statements: 1, with `orderId`, `soldBy` and `sale` one more each, with serials 2 more. */
  async run(tx: Tx, input: ReturnStockInput): Promise<Result<{ applied: boolean }, SerialRefused>> {
    if (input.lines.length === 0) return ok({ applied: true });
    const lines = input.orderId === undefined ? input.lines : explodeDemand(input.lines, await this.sold.ofOrder(tx, input.orderId));
    const costs = input.soldBy === undefined ? new Map<string, number>() : await costsOfSale(tx, input.soldBy, lines.map((line) => line.variantId));
    const entries = lines.flatMap(({ disposition, variantId, quantityMilli, serials }): StockEntry[] =>
      byPiece([{ variantId, quantityMilli, locationId: input.locationId, from: 'customer', to: bucketOfDisposition[disposition], reason: disposition, unitCostMinor: costs.get(variantId) }], serials));
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.operationId ?? input.returnId,
      causeKind: 'return',
      causeId: input.returnId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: await lotsOfSale(tx, input.sale, entries),
    });
    if (result.ok) return ok({ applied: result.value.applied });
    invariant(result.refusal.kind === 'serial_elsewhere', 'Goods that come back are never short');
    return refuse(result.refusal);
  }
}

/** What a piece of each cost when it left; what is not reckoned yet says nothing, and the goods come back at the level's own cost. */
async function costsOfSale(tx: Tx, causeIds: readonly string[], variantIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ variant_id: string; unit_cost: number }>`
    SELECT variant_id, round(sum(average_minor) * 1000.0 / sum(quantity_milli))::int8 AS unit_cost FROM stock_cost_entry
    WHERE cause_id = ANY(${causeIds}::text[]) AND cause_kind IN ('sale', 'fulfilment') AND variant_id = ANY(${variantIds}::uuid[]) GROUP BY variant_id`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, row.unit_cost]));
}
