import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { openingStock } from './opening-stock';
import type { DemoTimes } from './demo-times';

export async function writeStock(tx: Kysely<DB>, { counted }: DemoTimes): Promise<void> {
  const opening = openingStock(counted);
  await insertRows(tx, 'stock_movement', opening.movements);
  await insertRows(tx, 'stock_level', opening.levels);
}
