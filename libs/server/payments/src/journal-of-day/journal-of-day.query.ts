import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** All lines of one account in the entries of one cause and channel. `amountMinor` = `debitMinor` − `creditMinor`. */
export interface JournalSum {
  currency: string;
  causeKind: string;
  channelCode: string;
  account: string;
  amountMinor: number;
  debitMinor: number;
  creditMinor: number;
}

export interface EntryCount {
  currency: string;
  causeKind: string;
  channelCode: string;
  count: number;
}

/** The journal of one business date, of one location or all, summed: what a day's report is made of. */
@Injectable()
export class JournalOfDay {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async run(day: { date: string; locationId: string | null }): Promise<{ sums: JournalSum[]; entries: EntryCount[] }> {
    const ofDay = sql`e.business_date = ${day.date}::date AND (${day.locationId}::uuid IS NULL OR e.location_id = ${day.locationId}::uuid)`;
    const [sums, entries] = await Promise.all([
      sql<JournalSum>`
        SELECT e.currency, e.cause_kind AS "causeKind", e.channel_code AS "channelCode", l.account, sum(l.amount_minor)::int8 AS "amountMinor",
          sum(greatest(l.amount_minor, 0))::int8 AS "debitMinor", sum(greatest(-l.amount_minor, 0))::int8 AS "creditMinor"
        FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id WHERE ${ofDay} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`.execute(this.database),
      sql<EntryCount>`
        SELECT e.currency, e.cause_kind AS "causeKind", e.channel_code AS "channelCode", count(*) AS count
        FROM journal_entry e WHERE ${ofDay} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(this.database),
    ]);
    return { sums: sums.rows, entries: entries.rows };
  }
}
