import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from './product';

const LOOK_EVERY_MS = 500;
const STILL_FOR_MS = 4000;

export interface Restless { what: string; count: number }

/** What has begun and has no end yet: events, jobs, pushes, questions to the card company. */
const restless = (product: Product): Promise<Restless[]> =>
  product.query<Restless>(`
    SELECT 'events in the outbox' AS what, count(*)::int AS count FROM outbox_event WHERE relayed_at IS NULL
    UNION ALL SELECT 'jobs', count(*)::int FROM bullmq.job WHERE state::text IN ('waiting', 'active', 'delayed')
    UNION ALL SELECT 'listings to push', count(*)::int FROM listing l JOIN channel c ON c.code = l.channel_code WHERE c.fulfilled_by = 'merchant' AND (l.wanted_version > l.pushed_version)
    UNION ALL SELECT 'payments without an answer', count(*)::int FROM payment WHERE status IN ('pending', 'capturing') AND kind = 'card_online'
    UNION ALL SELECT 'refunds without an answer', count(*)::int FROM refund WHERE status = 'pending' AND provider_reference IS NULL`);

/** Waits until nothing moves for four seconds; `meanwhile` is done at each look, and says what moves outside of the database. Answers what still moved at the end of its patience, and how long it took. */
export async function untilQuiet(product: Product, patienceMs: number, meanwhile: () => Promise<Restless[]> = () => Promise.resolve([])): Promise<{ left: Restless[]; ms: number }> {
  const from = Date.now();
  let stillSince: number | null = null;
  for (;;) {
    const outside = await meanwhile();
    const left = [...outside, ...(await restless(product))].filter(({ count }) => count > 0);
    if (left.length > 0) stillSince = null;
    else stillSince ??= Date.now();
    if (stillSince !== null && Date.now() - stillSince >= STILL_FOR_MS) return { left: [], ms: Date.now() - from };
    if (Date.now() - from > patienceMs) return { left, ms: Date.now() - from };
    await sleep(LOOK_EVERY_MS);
  }
}
