import { Injectable } from '@nestjs/common';
import { divideRounded, invariant } from '@oneshelf/domain-kernel';
import type { StockBucket } from '@oneshelf/domain-inventory';
import type { Actor, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface ReceivedGoods {
  variantId: string;
  /** Where they go: for sale, to be checked, or apart because they are damaged. */
  bucket: Extract<StockBucket, 'sellable' | 'quality_control' | 'damaged'>;
  quantityMilli: number;
  /** What all of them cost, in minor units of the location's currency: exact, where the cost of a piece may not be. */
  valueMinor: number;
  reason?: string;
  /** Of a variant kept by lot. */
  lotId?: string;
}

export interface ReceiveStockInput {
  /** The receipt: the cause of the movements, and what makes them unique. Sent twice it applies once. */
  receiptId: string;
  locationId: string;
  lines: ReceivedGoods[];
  actor: Actor;
  deviceId?: string | null;
  /** ISO instant. */
  occurredAt: string;
}

/** Goods come from a supplier, with what they cost: supplier → a bucket. */
@Injectable()
export class ReceiveStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Never refuses: what stands there has come. Statements: 2. */
  async run(tx: Tx, input: ReceiveStockInput): Promise<{ applied: boolean }> {
    if (input.lines.length === 0) return { applied: true };
    invariant(input.lines.every((line) => Number.isSafeInteger(line.valueMinor) && line.valueMinor >= 0), 'What comes has a worth in whole minor units');
    const result = await this.ledger.apply(tx, {
      operationId: input.receiptId,
      causeKind: 'receipt',
      causeId: input.receiptId,
      actor: input.actor,
      deviceId: input.deviceId,
      occurredAt: input.occurredAt,
      entries: input.lines.map(({ variantId, bucket, quantityMilli, valueMinor, reason, lotId }) => ({
        variantId, locationId: input.locationId, from: 'supplier', to: bucket, quantityMilli, reason, lotId,
        unitCostMinor: divideRounded(BigInt(valueMinor) * 1000n, quantityMilli, 'half_up'),
      })),
    });
    invariant(result.ok, 'Goods that come in are never short');
    if (result.value.applied) await this.keepValues(tx, input);
    return { applied: result.value.applied };
  }

  private async keepValues(tx: Tx, { receiptId, locationId, lines }: ReceiveStockInput): Promise<void> {
    await sql`
      INSERT INTO stock_receipt_value (operation_id, entry, variant_id, location_id, value_minor)
      SELECT ${receiptId}::uuid, entry, variant_id, ${locationId}::uuid, value_minor
      FROM unnest(${lines.map((_, index) => index)}::int4[], ${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.valueMinor)}::int8[]) AS line (entry, variant_id, value_minor)`.execute(tx);
  }
}
