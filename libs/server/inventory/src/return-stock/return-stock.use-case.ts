import { Injectable } from '@nestjs/common';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { bucketOfDisposition, type Disposition } from '@oneshelf/domain-inventory';
import { sql } from 'kysely';
import { byPiece } from '../serials/by-piece';
import type { SerialRefused } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReturnStockInput {
  returnId: string;
  locationId: string;
  lines: { variantId: string; quantityMilli: number; disposition: Disposition; serials?: readonly string[] }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  /** The sale that they left with, where it was in the currency of this location: they come back at what they cost then. */
  soldBy?: string;
  /** Default: the return's id, so one return comes back once. */
  operationId?: string;
}

/** Goods come back from a customer: customer → the bucket of their disposition. */
@Injectable()
export class ReturnStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Refuses only a piece that is with no customer; the same return twice comes back once. Statements: 1, with `soldBy` 2, with serials 2 more. */
  async run(tx: Tx, input: ReturnStockInput): Promise<Result<{ applied: boolean }, SerialRefused>> {
    if (input.lines.length === 0) return ok({ applied: true });
    const costs = input.soldBy === undefined ? new Map<string, number>() : await costsOfSale(tx, input.soldBy, input.lines.map((line) => line.variantId));
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.operationId ?? input.returnId,
      causeKind: 'return',
      causeId: input.returnId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.flatMap(({ disposition, serials, ...line }) =>
        byPiece([{ ...line, locationId: input.locationId, from: 'customer' as const, to: bucketOfDisposition[disposition], reason: disposition, unitCostMinor: costs.get(line.variantId) }], serials)),
    });
    if (result.ok) return ok({ applied: result.value.applied });
    invariant(result.refusal.kind === 'serial_elsewhere', 'Goods that come back are never short');
    return refuse(result.refusal);
  }
}

/** What a piece of each cost when the sale took it; a sale that is not reckoned yet says nothing, and the goods come back at the level's own cost. */
async function costsOfSale(tx: Tx, saleId: string, variantIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ variant_id: string; unit_cost: number }>`
    SELECT variant_id, round(sum(average_minor) * 1000.0 / sum(quantity_milli))::int8 AS unit_cost FROM stock_cost_entry
    WHERE cause_id = ${saleId} AND cause_kind = 'sale' AND variant_id = ANY(${variantIds}::uuid[]) GROUP BY variant_id`.execute(tx);
  return new Map(rows.map((row) => [row.variant_id, row.unit_cost]));
}
