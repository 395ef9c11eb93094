import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceHistory } from '@oneshelf/contracts';
import { newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { forgetAll, freshLoader, giveBook, giveMarket, giveVariant, merchandiser } from '../testing';
import { LowestPriceQuery } from './lowest-price.query';

let test: TestDatabase;
let app: NestFastifyApplication;
let [list, web, boot] = ['', '', ''];
const now = new Date('2026-11-21T12:00:00.000Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => merchandiser });
});
beforeEach(async () => {
  await forgetAll(test);
  [list, web, boot] = [await giveBook(test, { code: 'list' }), await giveBook(test, { code: 'web', channelCode: 'web-gb' }), await giveVariant(test, { sku: 'BOOT' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const release = (number: number, days: number) => test.database.insertInto('price_release').values({ market_code: 'GB', number, cause: 'publish', released_by: 'Ines', released_at: daysAgo(days) }).execute();
const price = (bookId: string, [from, to]: [number, number | null], amountMinor: number) => test.database.insertInto('price').values({ book_id: bookId, variant_id: boot, from_release: from, to_release: to, amount_minor: amountMinor }).execute();
const promotion = (percentBasisPoints: number, [starts, ends]: [number, number], fromRelease: number) => test.database
  .insertInto('promotion')
  .values({
    id: newId(), code: 'sale', name: 'Sale', market_code: 'GB', from_release: fromRelease, starts_at: daysAgo(starts), ends_at: daysAgo(ends),
    definition: JSON.stringify({ lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints } } }),
  })
  .execute();

async function lowest(): Promise<number | undefined> {
  const place = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', taxCountry: 'GB' };
  const book = await freshLoader(app).run('GB');
  return (await app.get(LowestPriceQuery, { strict: false }).run(book, place, { variantIds: [boot], at: now })).get(boot);
}

it('tells what each book said from when to when, the latest first', async () => {
  await release(1, 40);
  await release(2, 10);
  await price(list, [1, 2], 10_000);
  await price(list, [2, null], 9000);
  await price(web, [2, null], 8000);
  const answer = await app.inject({ method: 'GET', url: `/api/variants/${boot}/price-history`, headers: signedIn });
  const { items } = answer.json<PriceHistory>();
  expect(items.map(({ bookName, amountMinor, from, to }) => [bookName, amountMinor, from, to])).toEqual([['list', 9000, daysAgo(10), null], ['web', 8000, daysAgo(10), null], ['list', 10_000, daysAgo(40), daysAgo(10)]]);
});

describe('the lowest price of the 30 days before a reduction', () => {
  it('is that of the book before the promotion began, not the promotion\'s own', async () => {
    await release(1, 100);
    await price(list, [1, null], 10_000);
    await promotion(2000, [10, -10], 1);
    expect(await lowest()).toBe(10_000);
  });

  it('counts an earlier promotion and a lower price of those days, and nothing older', async () => {
    await release(1, 200);
    await release(2, 45);
    await release(3, 30);
    // 70.00 until 45 days ago is older than 30 days before the reduction of ten days ago.
    await price(list, [1, 2], 7000);
    await price(list, [2, 3], 9000);
    await price(list, [3, null], 10_000);
    await promotion(2000, [10, -10], 3);
    expect(await lowest()).toBe(9000);
    await promotion(1500, [20, 15], 3);
    expect(await lowest()).toBe(8500);
  });

  it('is not said of what is not reduced, or was not for sale before', async () => {
    await release(1, 100);
    await price(list, [1, null], 10_000);
    expect(await lowest()).toBeUndefined();
    await forgetAll(test);
    [list, boot] = [await giveBook(test, { code: 'list' }), await giveVariant(test, { sku: 'BOOT' })];
    await release(1, 10);
    await price(list, [1, null], 10_000);
    await promotion(2000, [10, -10], 1);
    expect(await lowest()).toBeUndefined();
  });
});
