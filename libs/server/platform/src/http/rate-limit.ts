import { sql } from 'kysely';
import type { Database } from '../db/database';
import { Problem } from './problem';

export interface RateLimit {
  /** What is limited and for whom, e.g. "sign-in:203.0.113.7". */
  key: string;
  limit: number;
  windowSeconds: number;
}

/**
 * Counts one hit in a fixed window, in the database, so that every replica counts together.
 * @throws Problem 429 above the limit
 */
export async function takeHit(database: Database, { key, limit, windowSeconds }: RateLimit): Promise<void> {
  const { rows } = await sql<{ hits: number; seconds_left: number }>`
    INSERT INTO rate_limit AS r (key, window_start, hits) VALUES (${key}, now(), 1)
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_start < now() - make_interval(secs => ${windowSeconds}) THEN 1 ELSE r.hits + 1 END,
      window_start = CASE WHEN r.window_start < now() - make_interval(secs => ${windowSeconds}) THEN now() ELSE r.window_start END
    RETURNING hits, ceil(extract(epoch FROM window_start + make_interval(secs => ${windowSeconds}) - now()))::int AS seconds_left`.execute(database);
  const row = rows[0];
  if (row && row.hits > limit) {
    throw new Problem(429, 'too_many_requests', `Too many tries. Wait ${row.seconds_left} seconds and try again.`, { retryAfterSeconds: row.seconds_left });
  }
}
