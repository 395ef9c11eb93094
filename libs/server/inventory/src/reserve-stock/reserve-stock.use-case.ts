import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
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

/** Keeps units for an order: sellable → committed, all lines or none. Demand is summed per variant and location. */
@Injectable()
export class ReserveStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Refuses insufficient_stock with every level that is short; nothing is changed then. Statements: 1. */
  async run(tx: Tx, input: ReserveStockInput): Promise<Result<void, InsufficientStock>> {
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? input.orderId,
      causeKind: 'order',
      causeId: input.orderId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ variantId, locationId, quantityMilli }) => ({ variantId, locationId, quantityMilli, from: 'sellable', to: 'committed' })),
      reservations: input.lines.map(({ quantityMilli, ...line }) => ({ ...line, orderId: input.orderId, deltaMilli: quantityMilli })),
    });
    return result.ok ? ok(undefined) : result;
  }
}
