import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookSaved, PriceReview, PriceSheetTable } from '@oneshelf/contracts';
import { unitPriceAt } from '@oneshelf/domain-pricing';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, bookOf, giveBook, giveMarket, giveVariant, merchandiser, releasesOf, rowsOf, letOnePersonPublish } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let [list, boot, sock] = ['', '', ''];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => merchandiser });
});
beforeEach(async () => {
  await forgetAll(test);
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const formula = (more: object) => ({ percentBasisPoints: 0, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null, ...more });
const nines = { endsInMinor: 99, stepMinor: 100 };
async function derive(code: string, bookId: string | null, more: object, versionId: string | null = null): Promise<string> {
  const { status, body } = await ask<PriceBookSaved>('POST', 'price-books', { code, name: code, marketCode: 'GB', derivedFrom: { bookId, versionId, formula: formula(more) } });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.bookId;
}
type Change = [variantId: string, amountMinor: number | null, fromMilli?: number];
const save = (bookId: string, ...changes: Change[]) => ask<{ versionId: string }>('PATCH', `price-books/${bookId}/draft`, { changes: changes.map(([variantId, amountMinor, fromMilli = 0]) => ({ variantId, amountMinor, fromMilli })) });
const review = async () => (await ask<PriceReview>('GET', 'markets/GB/price-review')).body;
async function publish(more: object = {}) {
  const { books } = await review();
  return ask<{ release: number; code?: string; details?: unknown }>('POST', 'markets/GB/publish', { drafts: books.map(({ versionId, revision }) => ({ versionId, revision })), ...more });
}
/** Prices of boot and sock in a book, in a release or now, at a quantity. */
async function priced(bookId: string, release?: number, quantityMilli = 1000): Promise<(number | null)[]> {
  const book = (await bookOf(app, 'GB', release)).books.find((scoped) => scoped.bookId === bookId);
  return [boot, sock].map((id) => unitPriceAt(book?.prices[id] ?? [], quantityMilli));
}

it('PRC-17 makes prices along the chain in the release of the base, and every past release stays as it was', async () => {
  await save(list, [boot, 20_000], [sock, 1000]);
  await publish();
  const outlet = await derive('a-outlet', list, { percentBasisPoints: -1000, ending: nines });
  // Its code comes first, its turn after its base's.
  const friends = await derive('0-friends', outlet, { surchargeMinor: -100 });
  expect([await priced(outlet), await priced(friends)]).toEqual([[17_999, 899], [17_899, 799]]);
  await save(list, [boot, 22_000]);
  expect((await publish()).body.release).toBe(4);
  expect([await priced(outlet), await priced(friends)]).toEqual([[19_799, 899], [19_699, 799]]);
  expect([await priced(outlet, 3), await priced(friends, 3), await priced(friends, 2)]).toEqual([[17_999, 899], [17_899, 799], [null, null]]);
  await test.database.updateTable('variant').set({ cost_minor: 1 }).execute();
  expect(await priced(outlet, 3)).toEqual([17_999, 899]);
  expect(await releasesOf(test)).toEqual([1, 2, 3, 4]);
});

it('PRC-17 lets a price set by hand win, and gives the formula\'s back when it is taken out', async () => {
  await save(list, [boot, 20_000], [sock, 1000]);
  await publish();
  const outlet = await derive('outlet', list, { percentBasisPoints: -1000 });
  await save(outlet, [boot, 15_000]);
  expect((await review()).books).toMatchObject([{ name: 'outlet', changes: [{ sku: 'BOOT', beforeMinor: 18_000, afterMinor: 15_000 }] }]);
  await publish();
  await save(list, [boot, 30_000], [sock, 2000]);
  await publish();
  expect([await priced(outlet), await priced(outlet, 3)]).toEqual([[15_000, 1800], [15_000, 900]]);
  await save(outlet, [boot, null]);
  expect((await review()).books).toMatchObject([{ name: 'outlet', changes: [{ beforeMinor: 15_000, afterMinor: 27_000, checks: ['large_change'] }] }]);
  await publish();
  expect(await priced(outlet)).toEqual([27_000, 1800]);
  await save(list, [sock, null]);
  await publish();
  expect(await priced(outlet)).toEqual([27_000, null]);
});

it('PRC-17 derives from the cost with the tax inside, and from a version that is held on to', async () => {
  await save(list, [boot, 20_000]);
  const { body: { versionId } } = await save(list, [sock, 1000]);
  await publish();
  const [staff, season] = [await derive('staff', null, { percentBasisPoints: 1000 }), await derive('season', list, { percentBasisPoints: -500 }, versionId)];
  expect([await priced(staff), await priced(season)]).toEqual([[6600, null], [19_000, 950]]);
  await save(list, [boot, 40_000], [sock, 3000]);
  await publish();
  expect([await priced(staff), await priced(season), await priced(list)]).toEqual([[6600, null], [19_000, 950], [40_000, 3000]]);
});

it('PRC-16 quotes tiers, derived ones too, and keeps what each release had', async () => {
  await save(list, [sock, 1000], [sock, 800, 6000]);
  await publish();
  const outlet = await derive('outlet', list, { percentBasisPoints: -1000 });
  expect([await priced(list), await priced(list, 1, 5999), await priced(list, 1, 6000), await priced(outlet, 2, 6000)]).toEqual([[null, 1000], [null, 1000], [null, 800], [null, 720]]);
  await save(list, [sock, null, 6000], [sock, 700, 12_000]);
  await publish();
  expect([await priced(list, 3, 6000), await priced(list, 3, 12_000), await priced(outlet, 3, 12_000), await priced(outlet, 3, 6000), await priced(outlet, 2, 12_000)]).toEqual([[null, 1000], [null, 700], [null, 630], [null, 900], [null, 720]]);
});

it('shows a column a quantity in the sheet, the formula with where it takes its prices, and only prices set by hand', async () => {
  await save(list, [boot, 20_000], [sock, 1000], [sock, 800, 6000]);
  await publish();
  await derive('outlet', list, { percentBasisPoints: -1000 });
  const { body } = await ask<PriceSheetTable>('GET', 'markets/GB/price-sheet');
  const { columns } = body;
  expect(columns.map(({ name, fromMilli, derivation }) => [name, fromMilli, derivation?.column ?? null, derivation?.baseName ?? null])).toEqual([['gb-list', 0, null, null], ['gb-list', 6000, null, null], ['outlet', 0, 0, 'gb-list'], ['outlet', 6000, 1, 'gb-list']]);
  expect(rowsOf(body).map(({ sku, live }) => [sku, live])).toEqual([['BOOT', [20_000, null, null, null]], ['SOCK', [1000, 800, null, null]]]);
  await save(list, [sock, null, 6000]);
  expect(rowsOf((await ask<PriceSheetTable>('GET', 'markets/GB/price-sheet')).body)[1]?.draft).toEqual([{ column: 1, amountMinor: null }]);
});

it('refuses a publish whose formulas sell below cost, also later, and shows them in the review', async () => {
  await save(list, [boot, 20_000]);
  await publish();
  await derive('outlet', list, { percentBasisPoints: -5000 });
  // 110.00 is not below a cost of 50.00, but half of it is: 45.83 without tax.
  await save(list, [boot, 11_000]);
  expect(await review()).toMatchObject({ derived: [{ name: 'outlet', changes: [{ sku: 'BOOT', beforeMinor: 10_000, afterMinor: 5500, checks: ['below_cost'] }] }], totals: { changed: 1, belowCost: 1 } });
  const before = await everythingOf(test);
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'below_cost', details: { total: 1, first: [{ bookName: 'outlet', amountMinor: 5500 }] } } });
  expect(await publish({ goesLiveAt: '2099-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, body: { code: 'below_cost' } });
  expect(await everythingOf(test)).toBe(before);
  await letOnePersonPublish(test);
  expect((await publish({ acceptBelowCost: true })).status).toBe(201);
});

it('brings back only what was set by hand when a version of a derived book is restored', async () => {
  await save(list, [boot, 20_000], [sock, 1000]);
  await publish();
  const outlet = await derive('outlet', list, { percentBasisPoints: -1000 });
  const { body: { versionId } } = await save(outlet, [boot, 15_000]);
  await publish();
  await save(outlet, [boot, null]);
  await publish();
  expect((await ask<{ changes: number }>('POST', `price-books/versions/${versionId}/restore`)).body.changes).toBe(1);
  await publish();
  expect(await priced(outlet)).toEqual([15_000, 900]);
});
