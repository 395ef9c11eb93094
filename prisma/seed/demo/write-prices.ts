import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { seedId } from '../seed-id';
import { daysFrom, type DemoTimes } from './demo-times';
import { demo } from './directory';
import { demoPriceBooks, demoPrices } from './price-books';
import { demoReferencePrices } from './reference-prices';

/** Release 1 of both markets: the books, their prices and the promotion that runs now. */
export async function writePrices(tx: Kysely<DB>, { now, founded }: DemoTimes): Promise<void> {
  const author = demo.staff.merchandiser;
  await insertRows(tx, 'price_release', ['GB', 'DE'].map((market) => ({
    market_code: market,
    number: 1,
    cause: 'Opening prices',
    released_at: founded,
    released_by: author.name,
  })));
  await insertRows(tx, 'price_book', demoPriceBooks);
  await insertRows(tx, 'price_book_version', demoPriceBooks.map((book) => ({
    id: seedId(`price-book-version:${book.code}:1`),
    book_id: book.id,
    number: 1,
    status: 'live',
    based_on: 0,
    published_at: founded,
    release_number: 1,
    author_id: author.id,
    author_name: author.name,
    note: 'Opening prices',
    created_at: founded,
  })));
  await insertRows(tx, 'price', demoPrices());
  await insertRows(tx, 'reference_price', demoReferencePrices(now));
  await insertRows(tx, 'promotion', (['GB', 'DE'] as const).map((market) => ({
    id: market === 'GB' ? demo.promotions.autumnKnitGb : demo.promotions.autumnKnitDe,
    code: 'AUTUMN-KNIT-10',
    name: 'Autumn knit, 10% off',
    market_code: market,
    definition: {
      lane: 'item', priority: 0, channelCodes: [], conditions: [],
      reward: { kind: 'lines', per: 'unit', on: { collectionIds: [seedId('collection:autumn-knit')] }, discount: { percentBasisPoints: 1000 } },
    },
    starts_at: daysFrom(now, -14),
    ends_at: daysFrom(now, 365),
    from_release: 1,
  })));
}
