import { Inject, Injectable } from '@nestjs/common';
import { expireGrant, levelKey } from '@oneshelf/domain-inventory';
import { type Database, DATABASE, newId, system, Transactions, type Tx } from '@oneshelf/platform';
import { sql } from 'kysely';
import { PACE_DAYS } from '../channel-exposure/sales-pace.query';
import type { StockEntry } from '../stock-entry';
import { StockLedgerRepository } from '../stock-ledger.repository';
import { WatchStockUseCase } from '../watch-stock/watch-stock.use-case';
import { entryOf } from './grant-to-register.use-case';
import { RegisterGrantRepository } from './register-grant.repository';

/** How far behind a till's clock may be: within a lease of four hours no crystal is off by so much. */
export const MAX_SKEW_MS = 120_000;
const AT_A_TIME = 200;

/** By the clock: what registers that nobody heard of hold goes back to sale, and what lanes sell is noted. */
@Injectable()
export class SweepGrantsUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: RegisterGrantRepository,
    private readonly ledger: StockLedgerRepository,
    private readonly watch: WatchStockUseCase,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Answers how many grants have ended. One that holds more than is set aside stays, is named as a breach, and stops no other (INV-53). */
  run(now: Date): Promise<{ ended: number }> {
    return this.transactions.write(async (tx) => {
      const reusable = await this.grants.lockReusable(tx, MAX_SKEW_MS, AT_A_TIME);
      const expired = reusable.map((before) => ({ before, ...expireGrant(before) }));
      const short = await this.giveBack(tx, expired.filter(({ givenBackMilli }) => givenBackMilli > 0).map(({ before, givenBackMilli }) => entryOf(before, -givenBackMilli)), now);
      if (short.size > 0) await this.watch.look(tx, [...short.values()], 'the end of rights');
      const ended = expired.filter(({ before }) => !short.has(levelKey(before)));
      await this.grants.write(tx, ended.map(({ before, grant }) => ({ ...before, ...grant })));
      return { ended: ended.length };
    });
  }

  /** Answers the levels on which less is set aside than was to come back; nothing is moved there. */
  private async giveBack(tx: Tx, wanted: StockEntry[], now: Date): Promise<Map<string, StockEntry>> {
    const short = new Map<string, StockEntry>();
    for (let entries = wanted; entries.length > 0; entries = entries.filter((entry) => !short.has(levelKey(entry)))) {
      const result = await this.ledger.apply(tx, { operationId: newId(), causeKind: 'allotment', causeId: 'expiry', actor: system('grants'), occurredAt: now.toISOString(), entries });
      if (result.ok) return short;
      const keys = result.refusal.shortages.map(levelKey);
      for (const entry of entries) if (keys.includes(levelKey(entry))) short.set(levelKey(entry), entry);
    }
    return short;
  }

  /** What each location's counters sold in the last 28 days. A till's sale names its device. */
  async noteDemand(): Promise<void> {
    await sql`
      WITH sold AS (
        SELECT location_id, variant_id, sum(quantity_milli)::int8 AS sold_milli FROM stock_movement
        WHERE to_bucket = 'customer' AND cause_kind = 'sale' AND occurred_at > clock_timestamp() - make_interval(days => ${PACE_DAYS}::int) GROUP BY location_id, variant_id
      ),
      gone AS (DELETE FROM lane_demand old WHERE NOT EXISTS (SELECT FROM sold WHERE sold.location_id = old.location_id AND sold.variant_id = old.variant_id))
      INSERT INTO lane_demand (location_id, variant_id, sold_milli, noted_at) SELECT location_id, variant_id, sold_milli, clock_timestamp() FROM sold
      ON CONFLICT (location_id, variant_id) DO UPDATE SET sold_milli = excluded.sold_milli, noted_at = excluded.noted_at`.execute(this.database);
  }
}
