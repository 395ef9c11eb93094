import { Injectable } from '@nestjs/common';
import { buckets, type UnitsInUse } from '@oneshelf/domain-inventory';
import type { Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

/** What is counted in the unit that a product has today, in the transaction that may change it. */
@Injectable()
export class UnitsInUseQuery {
  async run(tx: Tx, variantId: string): Promise<UnitsInUse> {
    const { rows } = await sql<UnitsInUse>`
      SELECT coalesce((SELECT sum(${sql.join(buckets.map((bucket) => sql`abs(${sql.ref(`${bucket}_milli`)})`), sql` + `)} + held_milli) FROM stock_level WHERE variant_id = ${variantId}), 0)::int8 AS "stockMilli",
        (coalesce((SELECT sum(quantity_milli) FROM reservation WHERE variant_id = ${variantId}), 0)
          + coalesce((SELECT sum(quantity_milli) FROM stock_promise WHERE variant_id = ${variantId}), 0))::int8 AS "waitingMilli",
        coalesce((SELECT sum(quantity_milli) FROM expected_receipt WHERE variant_id = ${variantId}), 0)::int8 AS "expectedMilli"`.execute(tx);
    return rows[0] ?? { stockMilli: 0, waitingMilli: 0, expectedMilli: 0 };
  }
}
