import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { QuoteDifferenceRepository } from './quote-difference.repository';
import { ReplayQuotesUseCase } from './replay-quotes.use-case';

const DAY_MS = 86_400_000;
/** As long as goods are usually taken back. */
const DAYS = 35;
/** Stores of all markets are closed then. */
const FROM_HOUR_UTC = 2;
/** A worker that died with its night is followed by another. */
const GIVEN_UP_AFTER = '1 hour';

/** For the worker's schedule: once a night all orders of the last weeks are priced again, and what differs becomes a task. */
@Injectable()
export class ReplayNightUseCase {
  constructor(
    private readonly replay: ReplayQuotesUseCase,
    private readonly differences: QuoteDifferenceRepository,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Null: not the hour, or this night is done or in another worker's hands. */
  async run(now: Date): Promise<{ quotes: number; differing: number } | null> {
    if (now.getUTCHours() < FROM_HOUR_UTC || !(await this.claim(now))) return null;
    let [quotes, differing] = [0, 0];
    for await (const page of this.replay.run({ from: new Date(now.getTime() - DAYS * DAY_MS), to: now })) {
      await this.differences.keep(page, now);
      quotes = page.done;
      differing += page.differing.length;
    }
    await this.database.updateTable('quote_replay').set({ finished_at: new Date(), quotes, differing }).where('night', '=', nightOf(now)).execute();
    return { quotes, differing };
  }

  private async claim(now: Date): Promise<boolean> {
    const { rows } = await sql`
      INSERT INTO quote_replay AS r (night, started_at) VALUES (${nightOf(now)}, ${now})
      ON CONFLICT (night) DO UPDATE SET started_at = ${now} WHERE r.finished_at IS NULL AND r.started_at < ${now}::timestamptz - ${GIVEN_UP_AFTER}::interval
      RETURNING night`.execute(this.database);
    return rows.length > 0;
  }
}

/** YYYY-MM-DD; the driver writes dates by the process's zone. */
const nightOf = (now: Date) => sql<Date>`${now.toISOString().slice(0, 10)}::date`;
