import { Injectable } from '@nestjs/common';
import { invariant } from '@oneshelf/domain-kernel';
import { newId, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';

export interface JournalPosting {
  causeKind: 'sale' | 'order_captured' | 'refund' | 'refund_failed' | 'refund_paid' | 'cash_movement' | 'shift_difference';
  /** Unique per kind: the sale, payment, return, refund with its try, cash movement or shift. */
  causeId: string;
  currency: string;
  locationId: string | null;
  channelCode: string;
  /** YYYY-MM-DD */
  businessDate: string;
  /** ISO instant. */
  occurredAt: string;
  /** amountMinor > 0 is a debit, < 0 a credit; they sum to zero. */
  lines: { account: string; amountMinor: number }[];
}

/** Posts one balanced entry, once per cause: in one statement, and the database checks the sum when the transaction commits. */
@Injectable()
export class PostJournalUseCase {
  /** False when this cause was posted before; then nothing is written. */
  async run(tx: Tx, posting: JournalPosting): Promise<boolean> {
    const lines = posting.lines.filter((line) => line.amountMinor !== 0);
    invariant(lines.reduce((sum, line) => sum + line.amountMinor, 0) === 0, `the journal of ${posting.causeKind} ${posting.causeId} does not balance`);
    if (lines.length === 0) return false;
    const { rows } = await sql<{ line: number }>`
      WITH entry AS (
        INSERT INTO journal_entry (id, cause_kind, cause_id, currency, location_id, channel_code, business_date, occurred_at)
        VALUES (${newId()}, ${posting.causeKind}, ${posting.causeId}, ${posting.currency}, ${posting.locationId}, ${posting.channelCode}, ${posting.businessDate}, ${posting.occurredAt})
        ON CONFLICT (cause_kind, cause_id) DO NOTHING RETURNING id)
      INSERT INTO journal_line (entry_id, line, account, amount_minor)
      SELECT entry.id, given.line, given.account, given.amount_minor FROM entry,
        unnest(${lines.map((_, index) => index + 1)}::int[], ${lines.map((line) => line.account)}::text[], ${lines.map((line) => line.amountMinor)}::int8[]) AS given (line, account, amount_minor)
      RETURNING line`.execute(tx);
    return rows.length > 0;
  }
}
