import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';

/** Amazon's published usage plans: calls a second, and how many may come at once. */
const PLANS = {
  // One less at once than Amazon lets: calls that were booked in turn may arrive closer together.
  patchListingsItem: { perSecond: 5, burst: 4 },
  getListingsItem: { perSecond: 5, burst: 10 },
  getOrder: { perSecond: 0.5, burst: 30 },
  searchOrders: { perSecond: 0.0056, burst: 20 },
  confirmShipment: { perSecond: 2, burst: 10 },
  getInventorySummaries: { perSecond: 2, burst: 2 },
  createFeedDocument: { perSecond: 0.5, burst: 15 },
  createFeed: { perSecond: 0.0083, burst: 15 },
  getFeed: { perSecond: 2, burst: 15 },
  getFeeds: { perSecond: 0.0222, burst: 10 },
  getFeedDocument: { perSecond: 0.0222, burst: 10 },
} as const;
export type LimitedOperation = keyof typeof PLANS;

/** Token buckets in the database, so that all workers together stay within Amazon's rate for the account. */
@Injectable()
export class RateBucketRepository {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Takes a token now or books one of the next; resolves when its time has come. First come, first served. */
  async take(operation: LimitedOperation): Promise<void> {
    const waitMs = await this.book(operation);
    if (waitMs > 0) await sleep(waitMs);
  }

  /** Books a token. Answers how long until it is good, in milliseconds; 0: now. */
  async book(operation: LimitedOperation): Promise<number> {
    const { perSecond, burst } = PLANS[operation];
    const { rows } = await sql<{ tokens: number }>`
      INSERT INTO marketplace_bucket AS b (account, operation, tokens, filled_at) VALUES (${this.config.AMAZON_SELLER_ID}, ${operation}, ${burst - 1}::float8, clock_timestamp())
      ON CONFLICT (account, operation) DO UPDATE SET
        tokens = least(${burst}::float8, b.tokens + greatest(0, extract(epoch FROM clock_timestamp() - b.filled_at))::float8 * ${perSecond}::float8) - 1,
        filled_at = greatest(b.filled_at, clock_timestamp())
      RETURNING tokens`.execute(this.database);
    const tokens = rows[0]?.tokens ?? 0;
    return tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000);
  }

  /** A booked token that was not needed goes back. */
  async giveBack(operation: LimitedOperation): Promise<void> {
    await sql`UPDATE marketplace_bucket SET tokens = tokens + 1 WHERE account = ${this.config.AMAZON_SELLER_ID} AND operation = ${operation}`.execute(this.database);
  }

  /** Amazon says that the bucket is empty: nobody calls before so long. */
  async drained(operation: LimitedOperation, waitMs: number): Promise<void> {
    const debt = -(waitMs / 1000) * PLANS[operation].perSecond;
    await sql`UPDATE marketplace_bucket SET tokens = least(tokens, ${debt}::float8), filled_at = clock_timestamp()
      WHERE account = ${this.config.AMAZON_SELLER_ID} AND operation = ${operation}`.execute(this.database);
  }
}
