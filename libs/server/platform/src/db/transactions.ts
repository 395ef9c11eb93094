import type { DB } from '@oneshelf/database-types';
import type { Result } from '@oneshelf/domain-kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { RawBuilder, Transaction } from 'kysely';
import { speaking } from '../outbox/speaking';
import { WakeRelay } from '../outbox/wake-relay';
import { type Database, DATABASE } from './database';

/** The one transaction type: every write of the product happens on one of these. */
export type Tx = Transaction<DB>;

/** Carries a refusal out of Kysely's transaction, which rolls back only on a throw. */
class RolledBack extends Error {
  constructor(readonly refusal: { kind: string }) {
    super('rolled back');
  }
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;

@Injectable()
export class Transactions {
  private readonly relay: WakeRelay;

  constructor(@Inject(DATABASE) private readonly database: Database) {
    this.relay = new WakeRelay(database);
  }

  /**
   * Runs `work` in one transaction: commits when it answers ok, rolls back when it refuses or throws.
   * A deadlock is retried here (the database has undone everything), so callers never see one.
   */
  async run<Value, Refusal extends { kind: string }>(work: (tx: Tx) => Promise<Result<Value, Refusal>>): Promise<Result<Value, Refusal>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        let speaks = false;
        const done = await this.database.transaction().execute(async (tx) => {
          const result = await work(tx);
          if (!result.ok) throw new RolledBack(result.refusal);
          speaks = speaking.has(tx);
          return result;
        });
        if (speaks) this.relay.ask();
        return done;
      } catch (error) {
        if (error instanceof RolledBack) return { ok: false, refusal: error.refusal as Refusal };
        if (attempt < ATTEMPTS && isRetryable(error)) continue;
        throw error;
      }
    }
  }

  /**
   * One statement that is all of its transaction: the database does it whole or not at all, and the trips for BEGIN and
   * COMMIT are spared. For the few that are hot. A deadlock is retried as above.
   */
  async statement<Row>(build: (tx: Tx) => RawBuilder<Row>): Promise<Row[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { rows, speaks } = await this.database.connection().execute(async (connection) => {
          const tx = connection as Tx;
          const done = await build(tx).execute(tx);
          return { rows: done.rows, speaks: speaking.has(tx) };
        });
        if (speaks) this.relay.ask();
        return rows;
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  /** The same as `run` for work that has no refusal. */
  async write<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const result = await this.run<Value, never>(async (tx) => ({ ok: true, value: await work(tx) }));
    if (!result.ok) throw new Error('work without a refusal refused');
    return result.value;
  }
}

const isRetryable = (error: unknown): boolean => {
  const code = (error as { code?: string }).code;
  return code === DEADLOCK || code === SERIALIZATION_FAILURE;
};
