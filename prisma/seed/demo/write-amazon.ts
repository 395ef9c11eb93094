import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { demoListings, demoMarketplaceStock } from './listings';
import type { DemoTimes } from './demo-times';

export async function writeAmazon(tx: Kysely<DB>, { counted }: DemoTimes): Promise<void> {
  await insertRows(tx, 'listing', demoListings());
  await insertRows(tx, 'marketplace_stock', demoMarketplaceStock(counted));
}
