import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { DifferingQuote } from './replay-quotes.use-case';

export interface OpenQuoteDifference {
  orderId: string;
  number: string;
  reason: string;
  foundAt: string;
}

/** What replays found and nobody has looked at yet. */
@Injectable()
export class QuoteDifferenceRepository {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Writes what differs and takes away what agrees again. One that a person has looked at stays looked at. */
  async keep({ replayed, differing }: { replayed: string[]; differing: DifferingQuote[] }, now: Date): Promise<void> {
    const rows = differing.map(({ orderId, number, reason, differences }) => ({ orderId, number, reason, differences }));
    await sql`
      WITH found AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f("orderId" uuid, number text, reason text, differences jsonb)),
      agreeing AS (DELETE FROM quote_difference d WHERE d.order_id = ANY(${replayed}::uuid[]) AND d.order_id NOT IN (SELECT "orderId" FROM found))
      INSERT INTO quote_difference (order_id, order_number, reason, differences, found_at) SELECT "orderId", number, reason, differences, ${now} FROM found
      ON CONFLICT (order_id) DO UPDATE SET reason = excluded.reason, differences = excluded.differences`.execute(this.database);
  }

  /** The oldest first. */
  async open(take: number): Promise<{ count: number; first: OpenQuoteDifference[] }> {
    const [counted, rows] = await Promise.all([
      this.database.selectFrom('quote_difference').select((count) => count.fn.countAll<number>().as('count')).where('resolved_at', 'is', null).executeTakeFirst(),
      this.database
        .selectFrom('quote_difference').select(['order_id', 'order_number', 'reason', 'found_at'])
        .where('resolved_at', 'is', null).orderBy('found_at').orderBy('order_id').limit(take).execute(),
    ]);
    return { count: counted?.count ?? 0, first: rows.map((row) => ({ orderId: row.order_id, number: row.order_number, reason: row.reason, foundAt: row.found_at.toISOString() })) };
  }
}
