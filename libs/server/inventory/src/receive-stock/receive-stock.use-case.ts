import { Injectable } from '@nestjs/common';
import { apportion, divideRounded, invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { StockBucket } from '@oneshelf/domain-inventory';
import type { Actor, Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { byPiece } from '../serials/by-piece';
import type { SerialRefused, StockEntry } from '../stock-entry';
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
  /** The pieces of it that are told apart, as they are kept. */
  serials?: readonly string[];
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

  /** Refuses only a piece that is here already, or sold: what else stands there has come. Statements: 2, with serials 4. */
  async run(tx: Tx, input: ReceiveStockInput): Promise<Result<{ applied: boolean }, SerialRefused>> {
    if (input.lines.length === 0) return ok({ applied: true });
    invariant(input.lines.every((line) => Number.isSafeInteger(line.valueMinor) && line.valueMinor >= 0), 'What comes has a worth in whole minor units');
    const entries = entriesOf(input);
    const result = await this.ledger.applyNamed(tx, {
      operationId: input.receiptId,
      causeKind: 'receipt',
      causeId: input.receiptId,
      actor: input.actor,
      deviceId: input.deviceId,
      occurredAt: input.occurredAt,
      entries: entries.map(({ valueMinor: _, ...entry }) => entry),
    });
    if (!result.ok && result.refusal.kind === 'serial_elsewhere') return refuse(result.refusal);
    invariant(result.ok, 'Goods that come in are never short');
    if (result.value.applied) await this.keepValues(tx, input, entries);
    return ok({ applied: result.value.applied });
  }

  private async keepValues(tx: Tx, { receiptId, locationId }: ReceiveStockInput, lines: { variantId: string; valueMinor: number }[]): Promise<void> {
    await sql`
      INSERT INTO stock_receipt_value (operation_id, entry, variant_id, location_id, value_minor)
      SELECT ${receiptId}::uuid, entry, variant_id, ${locationId}::uuid, value_minor
      FROM unnest(${lines.map((_, index) => index)}::int4[], ${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.valueMinor)}::int8[]) AS line (entry, variant_id, value_minor)`.execute(tx);
  }
}

/** An entry a piece where pieces are named, with its part of what the line cost; the parts come to the whole. */
const entriesOf = ({ locationId, lines }: ReceiveStockInput): (StockEntry & { valueMinor: number })[] =>
  lines.flatMap(({ variantId, bucket, quantityMilli, valueMinor, reason, lotId, serials }) => {
    const unitCostMinor = divideRounded(BigInt(valueMinor) * 1000n, quantityMilli, 'half_up');
    const entries = byPiece([{ variantId, locationId, from: 'supplier' as const, to: bucket, quantityMilli, unitCostMinor, ...(reason === undefined ? {} : { reason }), ...(lotId === undefined ? {} : { lotId }) }], serials);
    const shares = apportion(valueMinor, entries.map((entry) => entry.quantityMilli));
    return entries.map((entry, index) => ({ ...entry, valueMinor: shares[index] ?? 0 }));
  });
