import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { demoProducts } from './catalogue';
import { daysFrom, type DemoTimes } from './demo-times';

const PREORDERED = 'BOK-82301';
/** Ghyll Winter Boots: every size is sold on when it is out. */
const BACKORDERED = 'ghyll-winter-boots';

/** What is sold before it is there: a book that is out in three weeks, and boots that come again all winter. */
export async function writePromises(tx: Kysely<DB>, { now }: DemoTimes): Promise<void> {
  const book = demoProducts.flatMap((product) => product.variants).find(({ sku }) => sku === PREORDERED);
  const boots = demoProducts.find(({ handle }) => handle === BACKORDERED)?.variants ?? [];
  if (!book) throw new Error(`There is no demo variant ${PREORDERED}.`);
  await insertRows(tx, 'stock_policy', [
    { variant_id: book.id, kind: 'preorder', limit_milli: 40_000, available_on: daysFrom(now, 21).toISOString().slice(0, 10) },
    ...boots.map(({ id }) => ({ variant_id: id, kind: 'backorder', limit_milli: 12_000, available_on: null })),
  ]);
}
