import { Injectable } from '@nestjs/common';
import { Transactions } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface CounterDifference {
  promotionId: string;
  scope: string;
  key: string;
  counted: { uses: number; spentMinor: number } | null;
  rows: { uses: number; spentMinor: number };
}

/** Folds all rows of uses again and repairs the counters that differ; says each one. New uses wait meanwhile. */
@Injectable()
export class RebuildPromotionCountersUseCase {
  constructor(private readonly transactions: Transactions) {}

  run(): Promise<CounterDifference[]> {
    return this.transactions.write(async (tx) => {
      await sql`LOCK TABLE promotion_use, promotion_counter IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
      const { rows } = await sql<CounterDifference>`
        WITH folded AS (
          SELECT u.promotion_id, s.scope, s.key, count(*) AS uses, sum(u.amount_minor)::int8 AS spent_minor
          FROM promotion_use u JOIN promotion p ON p.id = u.promotion_id
          CROSS JOIN LATERAL (VALUES ('all', ''), ('customer', u.customer), ('code', u.code)) AS s (scope, key)
          WHERE u.released_at IS NULL AND s.key IS NOT NULL AND (s.scope = 'all'
            OR (s.scope = 'customer' AND p.definition->'limits'->'usesPerCustomer' IS NOT NULL) OR (s.scope = 'code' AND p.definition->'limits'->'usesPerCode' IS NOT NULL))
          GROUP BY 1, 2, 3),
        differing AS (
          SELECT coalesce(f.promotion_id, c.promotion_id) AS promotion_id, coalesce(f.scope, c.scope) AS scope, coalesce(f.key, c.key) AS key,
            c.uses AS counted_uses, c.spent_minor AS counted_minor, coalesce(f.uses, 0) AS uses, coalesce(f.spent_minor, 0) AS spent_minor
          FROM folded f FULL JOIN promotion_counter c ON c.promotion_id = f.promotion_id AND c.scope = f.scope AND c.key = f.key
          WHERE c.uses IS DISTINCT FROM f.uses OR c.spent_minor IS DISTINCT FROM f.spent_minor),
        repaired AS (
          INSERT INTO promotion_counter AS c (promotion_id, scope, key, uses, spent_minor)
          SELECT promotion_id, scope, key, uses, spent_minor FROM differing
          ON CONFLICT (promotion_id, scope, key) DO UPDATE SET uses = excluded.uses, spent_minor = excluded.spent_minor)
        SELECT promotion_id AS "promotionId", scope, key,
          CASE WHEN counted_uses IS NULL THEN NULL ELSE json_build_object('uses', counted_uses, 'spentMinor', counted_minor) END AS counted,
          json_build_object('uses', uses, 'spentMinor', spent_minor) AS rows
        FROM differing WHERE uses > 0 OR counted_uses <> 0 OR counted_minor <> 0 ORDER BY 1, 2, 3`.execute(tx);
      return rows;
    });
  }
}
