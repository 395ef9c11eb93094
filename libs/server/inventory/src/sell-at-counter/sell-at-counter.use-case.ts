import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Actor, Tx } from '@oneshelf/platform';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface SellAtCounterInput {
  saleId: string;
  /** The till's own id of this operation; sent twice it applies once. */
  operationId: string;
  locationId: string;
  lines: { variantId: string; quantityMilli: number }[];
  actor: Actor;
  deviceId: string | null;
  /** ISO instant, by the till's clock. */
  occurredAt: string;
}

export interface CounterSale {
  /** False when this operation had been applied before; then nothing was changed now. */
  applied: boolean;
  /** What was sold beyond what the system knew to be there. */
  overrides: { variantId: string; quantityMilli: number }[];
}

/** A paid sale at a counter: sellable → customer. It always posts; below zero the level carries an override. */
@Injectable()
export class SellAtCounterUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Never refuses. Statements: 1. */
  async run(tx: Tx, input: SellAtCounterInput): Promise<CounterSale> {
    if (input.lines.length === 0) return { applied: true, overrides: [] };
    const result = await this.ledger.apply(tx, {
      operationId: input.operationId,
      causeKind: 'sale',
      causeId: input.saleId,
      actor: input.actor,
      deviceId: input.deviceId,
      occurredAt: input.occurredAt,
      entries: input.lines.map((line) => ({ ...line, locationId: input.locationId, from: 'sellable', to: 'customer' })),
      mayOverride: true,
    });
    invariant(result.ok, 'A sale at a counter is never short');
    const { applied, overrides } = result.value;
    return { applied, overrides: overrides.map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli })) };
  }
}
