import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { StockChanged } from '@oneshelf/contracts';
import { type Actor, newId, publish, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface RevalueStockInput {
  /** Whose goods cost more, or less. */
  receiptId: string;
  locationId: string;
  /** In minor units of the location's currency; below zero: they cost less. */
  lines: { variantId: string; amountMinor: number }[];
  reason: string;
  actor: Actor;
}

/** Freight, duty or another invoice came after the goods: what is left of them is worth more. No goods move. */
@Injectable()
export class RevalueStockUseCase {
  /** Statements: 2. */
  async run(tx: Tx, { receiptId, locationId, lines, reason, actor }: RevalueStockInput): Promise<void> {
    const changes = lines.filter((line) => line.amountMinor !== 0);
    invariant(changes.every((line) => Number.isSafeInteger(line.amountMinor)), 'A worth changes by whole minor units');
    if (changes.length === 0) return;
    // The levels are held while the moment is taken, so that it stands in the order of their movements.
    await sql`
      WITH held AS (
        SELECT variant_id FROM stock_level WHERE location_id = ${locationId}::uuid AND variant_id = ANY(${changes.map((line) => line.variantId)}::uuid[])
        ORDER BY variant_id FOR UPDATE
      )
      INSERT INTO stock_revaluation (id, variant_id, location_id, operation_id, amount_minor, reason, actor, recorded_at)
      SELECT id, variant_id, ${locationId}::uuid, ${receiptId}::uuid, amount_minor, ${reason}, ${actor.name}, clock_timestamp()
      FROM unnest(${changes.map(newId)}::uuid[], ${changes.map((line) => line.variantId)}::uuid[], ${changes.map((line) => line.amountMinor)}::int8[]) AS line (id, variant_id, amount_minor)
      JOIN held USING (variant_id)`.execute(tx);
    const variantIds = [...new Set(changes.map((line) => line.variantId))];
    // The levels do not move, but whoever reckons their worth listens to this.
    await publish(tx, { type: StockChanged, key: variantIds[0] ?? '', payload: { variantIds, causeKind: 'receipt', causeId: receiptId } });
  }
}
