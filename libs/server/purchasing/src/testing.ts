import { newId } from '@oneshelf/platform';
import type { TestDatabase } from '@oneshelf/platform/testing';

type Test = Pick<TestDatabase, 'database'>;

/** A supplier of the tests, in pounds. Answers the id. */
export async function giveSupplier(test: Test, change: { code?: string; currency?: string; minimumOrderMinor?: number } = {}): Promise<string> {
  const id = newId();
  await test.database.insertInto('supplier').values({ id, code: change.code ?? `S-${id.slice(-8).toUpperCase()}`, name: 'Northern Boots', currency: change.currency ?? 'GBP', lead_time_days: 14, minimum_order_minor: change.minimumOrderMinor ?? 0 }).execute();
  return id;
}
