import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { bucketOfDisposition, type Disposition } from '@oneshelf/domain-inventory';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReturnStockInput {
  returnId: string;
  locationId: string;
  lines: { variantId: string; quantityMilli: number; disposition: Disposition }[];
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  /** Default: the return's id, so one return comes back once. */
  operationId?: string;
}

/** Goods come back from a customer: customer → the bucket of their disposition. */
@Injectable()
export class ReturnStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Never refuses; the same return twice comes back once. Statements: 1. */
  async run(tx: Tx, input: ReturnStockInput): Promise<{ applied: boolean }> {
    if (input.lines.length === 0) return { applied: true };
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? input.returnId,
      causeKind: 'return',
      causeId: input.returnId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ disposition, ...line }) => ({ ...line, locationId: input.locationId, from: 'customer', to: bucketOfDisposition[disposition], reason: disposition })),
    });
    invariant(result.ok, 'Goods that come back are never short');
    return { applied: result.value.applied };
  }
}
