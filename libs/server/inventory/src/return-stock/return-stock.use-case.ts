import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import type { Bucket } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export type Disposition = 'resellable' | 'refurbish' | 'quarantine';

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

const BUCKET_OF: Record<Disposition, Bucket> = { resellable: 'sellable', refurbish: 'refurbish', quarantine: 'quarantine' };

/** Goods come back from a customer: customer → sellable, refurbish or quarantine. */
@Injectable()
export class ReturnStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Never refuses; the same return twice comes back once. Statements: 3. */
  async run(tx: Tx, input: ReturnStockInput): Promise<{ applied: boolean }> {
    if (input.lines.length === 0) return { applied: true };
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId ?? input.returnId,
      causeKind: 'return',
      causeId: input.returnId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ disposition, ...line }) => ({ ...line, locationId: input.locationId, from: 'customer', to: BUCKET_OF[disposition], reason: disposition })),
    });
    invariant(result.ok, 'Goods that come back are never short');
    return { applied: result.value.applied };
  }
}
