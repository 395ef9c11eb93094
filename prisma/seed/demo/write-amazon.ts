import type { Kysely } from 'kysely';
import type { DB } from '@oneshelf/database-types';
import { insertRows } from '../insert-rows';
import { demoListings, demoMarketplaceStock } from './listings';
import type { DemoTimes } from './seed-demo';

export async function writeAmazon(tx: Kysely<DB>, { counted }: DemoTimes): Promise<void> {
  await insertRows(tx, 'listing', demoListings());
  await insertRows(tx, 'marketplace_stock', demoMarketplaceStock(counted));
}
