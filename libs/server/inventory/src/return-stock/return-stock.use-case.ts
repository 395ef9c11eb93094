import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { bucketOfDisposition, type Disposition } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReturnStockInput {
  returnId: string;
  locationId: string;
  lines: { variantId: string; quantityMilli: number; disposition: Disposition }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  /** The sale, or the parts of an order, that they left with, where it was in the currency of this location: they come back at what they cost then. */
  soldBy?: readonly string[];
  /** Default: the return's id, so one return comes back once. */
  operationId?: string;
}

/** Goods come back from a customer: customer → the bucket of their disposition. */
@Injectable()
export class ReturnStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Never refuses; the same return twice comes back once. Statements: 1, with `soldBy` 2. */
  async run(tx: Tx, input: ReturnStockInput): Promise<{ applied: boolean }> {
    if (input.lines.length === 0) return { applied: true };
    const costs = input.soldBy === undefined ? new Map<string, number>() : await costsOfSale(tx, input.soldBy, input.lines.map((line) => line.variantId));
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? input.returnId,
      causeKind: 'return',
      causeId: input.returnId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ disposition, ...line }) => ({ ...line, locationId: input.locationId, from: 'customer', to: bucketOfDisposition[disposition], reason: disposition, unitCostMinor: costs.get(line.variantId) })),
    });
    invariant(result.ok, 'Goods that come back are never short');
    return { applied: result.value.applied };
  }
}

/** What a piece of each cost when it left; what is not reckoned yet says nothing, and the goods come back at the level's own cost. */
async function costsOfSale(tx: Tx, causeIds: readonly string[], variantIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ variant_id: string; unit_cost: number }>`
    SELECT variant_id, round(sum(average_minor) * 1000.0 / sum(quantity_milli))::int8 AS unit_cost FROM stock_cost_entry
    WHERE cause_id = ANY(${causeIds}::text[]) AND cause_kind IN ('sale', 'fulfilment') AND variant_id = ANY(${variantIds}::uuid[]) GROUP BY variant_id`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, row.unit_cost]));
}
