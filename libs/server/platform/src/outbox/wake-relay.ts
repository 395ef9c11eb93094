import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../db/database';

/** The channel on which the relay listens; the payload is empty, the table is the truth. */
export const OUTBOX_CHANNEL = 'oneshelf_outbox';

const TOGETHER_MS = 100;

/**
 * Wakes the relays once events are committed: at once, then at most every 100 ms however many commit. It comes after
 * the commit, because PostgreSQL lets one transaction at a time commit that holds a NOTIFY, in the whole cluster and
 * with its wait for the disk. Lost in a crash it costs a second: the relays also look by the clock.
 */
export class WakeRelay {
  private busy = false;
  private asked = false;

  constructor(private readonly database: Database) {}

  ask(): void {
    this.asked = true;
    if (!this.busy) void this.run();
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.asked) {
      this.asked = false;
      await sql`SELECT pg_notify(${OUTBOX_CHANNEL}, '')`.execute(this.database.withoutPlugins()).catch(() => undefined);
      await sleep(TOGETHER_MS, undefined, { ref: false });
    }
    this.busy = false;
  }
}
