import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { type Actor, recordAudit, type Tx } from '@oneshelf/platform';
import type { CauseKind, StockBucket } from '@oneshelf/domain-inventory';
import type { InsufficientStock, StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';

export interface AdjustStockInput {
  /** Made by the sender; the cause of the movements. Sent twice it applies once. */
  adjustmentId: string;
  locationId: string;
  /** A positive delta adds units that were found (from shrink, or 'supplier' for a receipt), a negative one writes them off. */
  lines: { variantId: string; bucket?: StockBucket; deltaMilli: number }[];
  reason: string;
  actor: Actor;
  /** ISO instant. */
  occurredAt: string;
  causeKind?: Extract<CauseKind, 'opening' | 'adjustment' | 'receipt' | 'count'>;
}

export type AdjustStockRefusal = InsufficientStock | { kind: 'reason_required' } | { kind: 'nothing_to_adjust' };

/** A person, a count or an import corrects a number: shrink (or supplier) ↔ a bucket, with a reason and an audit row. */
@Injectable()
export class AdjustStockUseCase {
  constructor(private readonly ledger: StockLedgerRepository) {}

  /** Refuses a missing reason, no change at all, and more than the bucket has. Statements: 2. */
  async run(tx: Tx, input: AdjustStockInput): Promise<Result<{ applied: boolean }, AdjustStockRefusal>> {
    if (input.reason.trim() === '') return refuse({ kind: 'reason_required' });
    const entries = input.lines.filter((line) => line.deltaMilli !== 0).map((line) => entryOf(input, line));
    if (entries.length === 0) return refuse({ kind: 'nothing_to_adjust' });
    const result = await this.ledger.apply(tx, {
      operationId: input.adjustmentId,
      causeKind: input.causeKind ?? 'adjustment',
      causeId: input.adjustmentId,
      actor: input.actor,
      occurredAt: input.occurredAt,
      entries,
    });
    if (!result.ok) return result;
    if (result.value.applied) {
      await recordAudit(tx, {
        actor: input.actor,
        action: 'adjust',
        subject: 'stock',
        subjectId: input.adjustmentId,
        locationId: input.locationId,
        after: { reason: input.reason, lines: input.lines },
      });
    }
    return ok({ applied: result.value.applied });
  }
}

function entryOf(input: AdjustStockInput, line: AdjustStockInput['lines'][number]): StockEntry {
  const bucket = line.bucket ?? 'sellable';
  const outside = input.causeKind === 'opening' || input.causeKind === 'receipt' ? 'supplier' : 'shrink';
  const common = { variantId: line.variantId, locationId: input.locationId, reason: input.reason.trim() };
  return line.deltaMilli > 0
    ? { ...common, from: outside, to: bucket, quantityMilli: line.deltaMilli }
    : { ...common, from: bucket, to: outside, quantityMilli: -line.deltaMilli };
}
