import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookList, PriceReview, PriceSheetTable, PromotionList } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { quoteBasket } from '@oneshelf/domain-pricing';
import { LoadPriceBook } from './load-price-book/load-price-book.use-case';
import { PricingHttpModule } from './pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, pricesOf, releasesOf, rowsOf, staffWith, letOnePersonPublish } from './testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let [list, web] = ['', ''];
let [boot, sock, tent] = ['', '', ''];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  // The base book stands first although its code does not.
  [web, list] = [await giveBook(test, { code: 'a-web', channelCode: 'web-gb' }), await giveBook(test, { code: 'b-list' })];
  [boot, sock, tent] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK', costMinor: 100 }), await giveVariant(test, { sku: 'TENT' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = unknown>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const save = (bookId: string, ...changes: [string, number | null][]) =>
  ask<{ versionId: string; revision: number }>('PATCH', `price-books/${bookId}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) });
const review = async () => (await ask<PriceReview>('GET', 'markets/GB/price-review')).body;
async function publishAll(request: object = {}) {
  const { books } = await review();
  return ask('POST', 'markets/GB/publish', { drafts: books.map(({ versionId, revision }) => ({ versionId, revision })), ...request });
}

it('shows the sheet: live prices book by book, what the drafts change, cost and tax; also a product no longer sold that a draft changes', async () => {
  await save(list, [boot, 9000], [tent, 30_000]);
  await publishAll();
  await save(web, [boot, 8500]);
  await save(list, [boot, null], [sock, 600]);
  await test.database.updateTable('variant').set({ status: 'archived' }).where('id', 'in', [sock, tent]).execute();
  const { status, body } = await ask<PriceSheetTable>('GET', 'markets/GB/price-sheet');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    marketCode: 'GB', currency: 'GBP', taxInclusive: true, release: 1,
    columns: [
      { bookId: list, name: 'b-list', fromMilli: 0, derivation: null, channelCode: null, locationId: null, draft: { versionId: expect.any(String), number: 2, revision: 2 } },
      { bookId: web, name: 'a-web', fromMilli: 0, derivation: null, channelCode: 'web-gb', locationId: null, draft: { versionId: expect.any(String), number: 1, revision: 2 } },
    ],
  });
  expect(rowsOf(body)).toEqual([
    { variantId: boot, sku: 'BOOT', title: 'Product BOOT', costMinor: 5000, taxRateBasisPoints: 2000, live: [9000, null], draft: expect.arrayContaining([{ column: 0, amountMinor: null }, { column: 1, amountMinor: 8500 }]) },
    { variantId: sock, sku: 'SOCK', title: 'Product SOCK', costMinor: 100, taxRateBasisPoints: 2000, live: [null, null], draft: [{ column: 0, amountMinor: 600 }] },
  ]);
});

it('reviews: before and after with the sheet\'s margins, and what to look at', async () => {
  await save(list, [boot, 9000], [sock, 600]);
  await publishAll();
  await save(list, [boot, 5999], [sock, null], [tent, 30_000]);
  const { body } = await ask<PriceReview>('GET', 'markets/GB/price-review');
  expect(body.totals).toEqual({ changed: 3, raised: 0, lowered: 1, added: 1, removed: 1, belowCost: 1, belowMap: 0, large: 0 });
  expect(body.books).toMatchObject([{ bookId: list, name: 'b-list', number: 2, revision: 2 }]);
  expect(body.books[0]?.changes).toEqual([
    // 90.00 is 75.00 net: (75 − 50) ÷ 75; 59.99 is 49.9917 net.
    { variantId: boot, sku: 'BOOT', title: 'Product BOOT', fromMilli: 0, beforeMinor: 9000, afterMinor: 5999, costMinor: 5000, marginBeforeBasisPoints: 3333, marginAfterBasisPoints: -2, checks: ['below_cost'] },
    { variantId: sock, sku: 'SOCK', title: 'Product SOCK', fromMilli: 0, beforeMinor: 600, afterMinor: null, costMinor: 100, marginBeforeBasisPoints: 8000, marginAfterBasisPoints: null, checks: ['removed'] },
    { variantId: tent, sku: 'TENT', title: 'Product TENT', fromMilli: 0, beforeMinor: null, afterMinor: 30_000, costMinor: null, marginBeforeBasisPoints: null, marginAfterBasisPoints: null, checks: [] },
  ]);
  await save(list, [boot, 4499]);
  expect((await review()).books[0]?.changes[0]?.checks).toEqual(['below_cost', 'large_change']);
  expect(await publishAll()).toMatchObject({ status: 422, body: { code: 'below_cost', details: { total: 1, first: [{ sku: 'BOOT', amountMinor: 4499, costMinor: 5000 }] } } });
  await letOnePersonPublish(test);
  expect(await publishAll({ acceptBelowCost: true })).toMatchObject({ status: 201, body: { status: 'live', release: 2, goesLiveAt: null, changes: 3 } });
});

it('reviews page by page, by book and by what stands out; books and totals are of all changes', async () => {
  await save(list, [boot, 9000], [sock, 600]);
  await publishAll();
  await save(list, [boot, 5999], [sock, null], [tent, 30_000]);
  await save(web, [boot, 8500]);
  const page = async (query: string) => {
    const { body } = await ask<PriceReview>('GET', `markets/GB/price-review?${query}`);
    return { changed: body.totals.changed, books: body.books.map(({ bookId, count, changes }) => [bookId, count, changes.map(({ sku }) => sku)]) };
  };
  expect(await page('limit=2')).toEqual({ changed: 4, books: [[list, 3, ['BOOT', 'SOCK']], [web, 1, ['BOOT']]] });
  expect(await page(`book=${list}&offset=2&limit=2`)).toEqual({ changed: 4, books: [[list, 3, ['TENT']], [web, 1, []]] });
  expect(await page('check=removed')).toEqual({ changed: 4, books: [[list, 1, ['SOCK']], [web, 0, []]] });
  expect((await ask('GET', 'markets/GB/price-review?limit=5000')).status).toBe(400);
});

it('lists the books with what is live, drafted and scheduled', async () => {
  await save(list, [boot, 9000]);
  await publishAll();
  await save(list, [boot, 9500]);
  await publishAll({ goesLiveAt: '2099-01-01T00:00:00.000Z' });
  await save(list, [sock, 600], [boot, 9900]);
  const { body } = await ask<PriceBookList>('GET', 'price-books');
  expect(body.items).toMatchObject([
    { id: web, live: null, draft: null, scheduled: [] },
    { id: list, code: 'b-list', live: { number: 1 }, draft: { number: 3, changes: 2, authorName: 'Ines Duarte' }, scheduled: [{ number: 2, changes: 1, goesLiveAt: '2099-01-01T00:00:00.000Z' }] },
  ]);
  actor = null;
  expect((await ask('GET', 'price-books')).status).toBe(401);
});

it('refuses bad input and what is unknown; nothing changes', async () => {
  await save(list, [boot, 9000]);
  const before = await everythingOf(test);
  expect(await save(newId(), [boot, 1])).toMatchObject({ status: 404, body: { code: 'unknown_price_book' } });
  expect(await save(list, [newId(), 1])).toMatchObject({ status: 422, body: { code: 'unknown_products' } });
  for (const changes of [[], [{ variantId: boot, amountMinor: -1 }], [{ variantId: boot, amountMinor: 1.5 }], [{ variantId: boot, amountMinor: 1_000_000_001 }], [{ variantId: 'x', amountMinor: 1 }]]) {
    expect((await ask('PATCH', `price-books/${list}/draft`, { changes })).status).toBe(400);
  }
  expect(await ask('POST', `price-books/${web}/draft/discard`)).toMatchObject({ status: 409, body: { code: 'no_draft' } });
  expect(await ask('GET', 'markets/XX/price-sheet')).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
  expect(await ask('GET', 'markets/XX/price-review')).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
  expect((await ask('GET', 'markets/gb/price-sheet')).status).toBe(400);
  expect((await ask('POST', 'markets/GB/publish', { drafts: [] })).status).toBe(400);
  expect(await publishAll({ goesLiveAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, body: { code: 'in_the_past' } });
  expect(await everythingOf(test)).toBe(before);
});

it('lets each role do what is its own', async () => {
  await save(list, [boot, 9000]);
  const before = await everythingOf(test);
  const status = async (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => (await ask(method, path, body)).status;
  const allowed = async (role: Parameters<typeof staffWith>[0]) => {
    actor = staffWith(role);
    return [
      await status('GET', 'price-books'), await status('GET', 'markets/GB/price-sheet'), await status('GET', 'markets/GB/price-review'), await status('PATCH', `price-books/${list}/draft`, { changes: [{ variantId: boot, amountMinor: 1 }] }),
      await status('POST', `price-books/${list}/draft/discard`), await status('POST', 'markets/GB/publish', { drafts: [{ versionId: newId(), revision: 1 }] }), await status('POST', 'promotions', {}),
    ];
  };
  expect(await allowed('finance')).toEqual([200, 200, 200, 403, 403, 403, 403]);
  expect(await allowed('operations')).toEqual([200, 200, 403, 403, 403, 403, 403]);
  expect(await allowed('associate')).toEqual([200, 403, 403, 403, 403, 403, 403]);
  expect(await everythingOf(test)).toBe(before);
});

it('discards a draft and leaves what is live', async () => {
  await save(list, [boot, 9000]);
  await publishAll();
  await save(list, [boot, 1]);
  expect((await ask('POST', `price-books/${list}/draft/discard`)).status).toBe(204);
  expect(await pricesOf(test, list)).toEqual([[boot, 1, null, 9000]]);
  expect((await review()).books).toEqual([]);
});

describe('promotions', () => {
  let collectionId = '';
  const definition = (overrides: object = {}) => ({ lane: 'item', priority: 0, channelCodes: ['web-gb'], conditions: [], reward: { kind: 'lines', per: 'unit', on: { collectionIds: [collectionId] }, discount: { percentBasisPoints: 1000 } }, ...overrides });
  const promotion = (overrides: object = {}) => ({ name: 'Autumn walks', marketCode: 'GB', definition: definition(), startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z', ...overrides });
  beforeEach(async () => {
    collectionId = newId();
    await test.database.insertInto('collection').values({ id: collectionId, handle: 'boots', title: 'Boots' }).execute();
  });

  it('are part of the next release when they are made and when they end', async () => {
    const { status, body } = await ask<{ id: string }>('POST', 'promotions', promotion());
    expect(status).toBe(201);
    expect((await ask<PromotionList>('GET', 'promotions')).body).toMatchObject({ collections: [{ id: collectionId, title: 'Boots' }], items: [{ id: body.id, code: 'autumn-walks', definition: definition(), state: 'running' }] });
    expect((await ask('POST', `promotions/${body.id}/end`)).status).toBe(204);
    expect((await ask<PromotionList>('GET', 'promotions')).body.items).toEqual([]);
    expect(await test.database.selectFrom('promotion').select(['from_release', 'to_release']).execute()).toEqual([{ from_release: 1, to_release: 2 }]);
    expect(await releasesOf(test)).toEqual([1, 2]);
    expect(await test.database.selectFrom('outbox_event').select('payload').orderBy('occurred_at').execute()).toEqual([{ payload: { marketCode: 'GB', release: 1 } }, { payload: { marketCode: 'GB', release: 2 } }]);
    expect(await ask('POST', `promotions/${body.id}/end`)).toMatchObject({ status: 404, body: { code: 'unknown_promotion' } });
  });

  it('are refused where they make no sense; nothing changes', async () => {
    const before = await everythingOf(test);
    const refused = async (overrides: object) => {
      const { status, body } = await ask<{ code: string }>('POST', 'promotions', promotion(overrides));
      return [status, body.code];
    };
    expect(await refused({ marketCode: 'XX' })).toEqual([404, 'unknown_market']);
    const bundle = (on: object) => definition({ reward: { kind: 'bundle', parts: [{ on, quantity: 2 }], priceMinor: 4000 } });
    expect(await refused({ definition: bundle({ exceptCollectionIds: [newId()] }) })).toEqual([404, 'unknown_collection']);
    expect(await refused({ definition: definition({ channelCodes: ['web-xx'] }) })).toEqual([404, 'unknown_channel']);
    const invalid = [
      definition({ lane: 'shipping' }), definition({ reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 10_001 } } }), definition({ reward: { kind: 'lines', per: 'unit', on: {}, discount: { amountOffMinor: -1 } } }),
      bundle({ collectionId: 'misspelt' }), definition({ coupon: { codes: ['A\u0000B'] } }),
      definition({ reward: { kind: 'tiers', on: {}, by: 'quantity', steps: [{ from: 3000, discount: { amountOffMinor: 1 } }, { from: 3000, discount: { amountOffMinor: 2 } }] } }),
    ];
    for (const wrong of invalid) expect(await refused({ definition: wrong })).toEqual([400, 'invalid_input']);
    expect(await refused({ startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-01-01T00:00:00.000Z' })).toEqual([400, 'invalid_input']);
    expect(await everythingOf(test)).toBe(before);
  });

  it('of every kind reach the live book as the engine reads them', async () => {
    const variantId = await giveVariant(test, { sku: 'BOO-1' });
    await test.database.insertInto('price').values({ book_id: list, variant_id: variantId, from_release: 1, amount_minor: 3000 }).execute();
    const made = definition({ channelCodes: [], coupon: { codes: ['TWO-50'] }, reward: { kind: 'bundle', parts: [{ on: { variantIds: [variantId] }, quantity: 2 }], priceMinor: 5000, maxTimes: 1 } });
    expect((await ask('POST', 'promotions', promotion({ definition: made }))).status).toBe(201);
    const book = await app.get(LoadPriceBook).run('GB');
    const basket = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: '2026-06-01T00:00:00.000Z', taxCountry: 'GB', lines: [{ lineId: 'a', variantId, quantityMilli: 4000 }] };
    const totals = [undefined, { coupons: [{ code: 'two50' }] }].map((buyer) => quoteBasket({ ...basket, ...(buyer ? { buyer } : {}) }, book));
    expect(totals.map((quote) => quote.ok && quote.value.totalMinor)).toEqual([12_000, 11_000]);
  });
});
