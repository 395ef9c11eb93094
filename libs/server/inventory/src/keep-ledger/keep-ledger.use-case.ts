import { Injectable } from '@nestjs/common';
import { Transactions } from '@oneshelf/platform';
import { sql } from 'kysely';
import { CheckpointRepository } from './checkpoint.repository';
import { dueCheckpoints, MANY, monthOf } from './due-checkpoints';

/** Months that are made before they begin: a worker that is down for weeks does not matter. */
const MONTHS_AHEAD = 3;
/** Of the runs; enough to have the last month's among them, with one each hour. */
const RUNS_LOOKED_AT = 800;

/** Keeps the ledger in order: the coming months have their partitions, and past instants their checkpoints. */
@Injectable()
export class KeepLedgerUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly checkpoints: CheckpointRepository,
  ) {}

  /** Safe in several workers at once: whoever comes second finds nothing to do. */
  async run(now: Date): Promise<{ months: number; checkpoints: number }> {
    const months = await this.makeMonths(now);
    let written = 0;
    while (await this.writeNext(now)) written += 1;
    return { months, checkpoints: written };
  }

  /** The months of what waits in the default partition, this one and the next three. */
  private makeMonths(now: Date): Promise<number> {
    return this.transactions.write(async (tx) => {
      const waiting = await tx.selectFrom(sql<{ at: Date }>`(SELECT DISTINCT date_trunc('month', recorded_at, 'UTC') AS at FROM stock_movement_default)`.as('month')).select('at').execute();
      const ahead = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + MONTHS_AHEAD, 1));
      let made = 0;
      for (const [first, last] of [...waiting.map(({ at }) => [at, at] as const), [now, ahead] as const]) {
        const { rows } = await sql<{ made: number }>`SELECT make_stock_movement_months(${first.toISOString().slice(0, 10)}::date, ${last.toISOString().slice(0, 10)}::date) AS made`.execute(tx);
        made += rows[0]?.made ?? 0;
      }
      return made;
    });
  }

  /** One checkpoint run in a transaction of its own. False: nothing is due, or another transaction may still add to it. */
  private writeNext(now: Date): Promise<boolean> {
    return this.transactions.write(async (tx) => {
      const { rows } = await sql<{ mine: boolean }>`SELECT pg_try_advisory_xact_lock(hashtext('stock checkpoints')) AS mine`.execute(tx);
      if (!rows[0]?.mine) return false;
      const done = await this.checkpoints.lastRuns(tx, RUNS_LOOKED_AT);
      const first = done.at(-1) ?? (await this.checkpoints.firstMovement(tx));
      if (!first) return false;
      const [next] = dueCheckpoints(now, done.length === 0 ? first : monthOf(first), done);
      if (!next || (await this.checkpoints.mayStillCome(tx, next.takenFor))) return false;
      await this.checkpoints.write(tx, next);
      if (next.atLeast === 1) await this.checkpoints.writeDays(tx, { ...next, atLeast: MANY });
      return true;
    });
  }

  /** Makes all checkpoints again from the movements, for an operator. */
  async remake(now: Date): Promise<{ months: number; checkpoints: number }> {
    await this.transactions.write((tx) => this.checkpoints.clear(tx));
    return this.run(now);
  }
}
