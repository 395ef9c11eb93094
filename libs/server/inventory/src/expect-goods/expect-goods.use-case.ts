import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface ExpectedLine {
  variantId: string;
  locationId: string;
  quantityMilli: number;
  /** The day on which it should come: 'YYYY-MM-DD', on the location's calendar. */
  expectedOn: string;
}

export interface ExpectGoodsInput {
  sourceKind: 'purchase_order' | 'transfer' | 'manual';
  /** The document that says so. */
  sourceId: string;
  /** All that has not come yet of this document; none: nothing more will come. */
  lines: ExpectedLine[];
}

/** Says what is still to come of a document. It is no movement: nothing is on hand before it is received. */
@Injectable()
export class ExpectGoodsUseCase {
  /** Puts the document's lines in the place of what it said before; lines of one day, variant and place add up. Statements: 1. */
  async run(tx: Tx, { sourceKind, sourceId, lines }: ExpectGoodsInput): Promise<void> {
    invariant(lines.every((line) => Number.isSafeInteger(line.quantityMilli) && line.quantityMilli > 0), 'What is expected is a whole number of thousandths above zero');
    await sql`
      WITH said AS (
        SELECT variant_id, location_id, expected_on, sum(quantity)::int8 AS quantity FROM unnest(
          ${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.locationId)}::uuid[],
          ${lines.map((line) => line.expectedOn)}::date[], ${lines.map((line) => line.quantityMilli)}::int8[]
        ) AS line (variant_id, location_id, expected_on, quantity) GROUP BY variant_id, location_id, expected_on
      ),
      gone AS (
        DELETE FROM expected_receipt receipt WHERE source_kind = ${sourceKind} AND source_id = ${sourceId}::uuid
          AND NOT EXISTS (SELECT FROM said WHERE (said.variant_id, said.location_id, said.expected_on) = (receipt.variant_id, receipt.location_id, receipt.expected_on))
      )
      INSERT INTO expected_receipt AS receipt (source_kind, source_id, variant_id, location_id, expected_on, quantity_milli)
      SELECT ${sourceKind}, ${sourceId}::uuid, variant_id, location_id, expected_on, quantity FROM said ORDER BY variant_id, location_id, expected_on
      ON CONFLICT (variant_id, location_id, source_kind, source_id, expected_on) DO UPDATE
        SET quantity_milli = excluded.quantity_milli, changed_at = clock_timestamp() WHERE receipt.quantity_milli <> excluded.quantity_milli`.execute(tx);
  }
}
