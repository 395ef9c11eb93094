import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookSaved, PriceClashes, PriceReview, PriceSheetTable } from '@oneshelf/contracts';
import { type BasketInput, type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { PublishPricesUseCase } from '../publish-prices/publish-prices.use-case';
import { bookOf, everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, pricesOf, releasesOf, rowsOf } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let [list, boot, sock] = ['', '', ''];
const midnight = '2099-01-01T00:00:00.000Z';
const [before, after] = ['2098-12-31T23:59:59.999Z', midnight];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  const place = (code: string, time_zone: string) => ({ id: newId(), code, name: code, kind: 'store', market_code: 'GB', channel_code: 'store-gb', country: 'GB', time_zone, address: JSON.stringify({ lines: [], city: code, postalCode: 'X' }), latitude: 0, longitude: 0, can_ship: true, can_pickup: true });
  await test.database.insertInto('location').values([place('LONDON', 'Europe/London'), place('LEEDS', 'Europe/London'), place('AZORES', 'Atlantic/Azores')]).execute();
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => merchandiser });
});
beforeEach(async () => {
  await forgetAll(test);
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
  await publishNow(list, [boot, 20_000], [sock, 1000]);
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Change = [variantId: string, amountMinor: number | null, fromMilli?: number];

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const save = (bookId: string, ...changes: Change[]) => ask<{ versionId: string }>('PATCH', `price-books/${bookId}/draft`, { changes: changes.map(([variantId, amountMinor, fromMilli = 0]) => ({ variantId, amountMinor, fromMilli })) });
async function publish(goesLiveAt: string | null) {
  const { body: { books } } = await ask<PriceReview>('GET', 'markets/GB/price-review');
  return ask<{ status: string; release: number | null; goesLiveAt: string; code?: string }>('POST', 'markets/GB/publish', { goesLiveAt, acceptBelowCost: true, drafts: books.map(({ versionId, revision }) => ({ versionId, revision })) });
}
async function publishNow(bookId: string, ...changes: Change[]): Promise<void> {
  await save(bookId, ...changes);
  expect((await publish(null)).status).toBe(201);
}
/** Answers the version's id. Whoever schedules has seen what goes before. */
async function schedule(at: string, bookId: string, ...changes: Change[]): Promise<string> {
  const { body: { versionId } } = await save(bookId, ...changes);
  const { body: { items } } = await ask<PriceClashes>('GET', `markets/GB/draft-clashes?at=${new Date(at).toISOString()}`);
  if (items.length > 0) await ask('POST', 'markets/GB/draft-clashes/settle', { choices: items.map(({ variantId, fromMilli, theirsMinor }) => ({ versionId, variantId, fromMilli, theirsMinor, keep: 'mine' })) });
  expect(await publish(at)).toMatchObject({ status: 201, body: { status: 'scheduled' } });
  return versionId;
}
async function derive(code: string, bookId: string, percentBasisPoints: number): Promise<string> {
  const formula = { percentBasisPoints, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null };
  const { body } = await ask<PriceBookSaved>('POST', 'price-books', { code, name: code, marketCode: 'GB', channelCode: 'web-gb', derivedFrom: { bookId, versionId: null, formula } });
  return body.bookId;
}
const runDue = (at = midnight) => app.get(PublishPricesUseCase, { strict: false }).runDue(new Date(at));

/** Unit prices of boot and sock on a channel at an instant, as the engine quotes them; null where there is none. */
function priced(book: PriceBook, pricedAt: string, more: Partial<BasketInput> = {}): (number | null)[] {
  return [boot, sock].map((variantId) => {
    const quote = quoteBasket({ marketCode: 'GB', channelCode: 'till', locationId: null, currency: 'GBP', taxCountry: 'GB', pricedAt, lines: [{ lineId: '1', variantId, quantityMilli: 1000 }], ...more }, book);
    return quote.ok ? (quote.value.lines[0]?.listUnitMinor ?? null) : null;
  });
}
/** Before and after the moment, by the book of now or of a release. */
async function turns(more: Partial<BasketInput> = {}, release?: number): Promise<(number | null)[][]> {
  const book = await bookOf(app, 'GB', release);
  return [priced(book, before, more), priced(book, after, more)];
}

it('puts what is scheduled into the book at once, to be asked from its moment on, and the sheet shows what is live', async () => {
  await schedule(midnight, list, [boot, 18_000]);
  expect((await bookOf(app, 'GB')).version).toMatch(/^GB:2\./);
  expect(await turns()).toEqual([[20_000, 1000], [18_000, 1000]]);
  expect(rowsOf((await ask<PriceSheetTable>('GET', 'markets/GB/price-sheet')).body).map(({ live }) => live)).toEqual([[20_000], [1000]]);
  expect(await test.database.selectFrom('price_release').select('cause').orderBy('number').execute()).toEqual([{ cause: 'publish' }, { cause: 'schedule' }]);
});

it('quotes the same after the moment before and after the server made it live, and every version as it was', async () => {
  await schedule(midnight, list, [boot, 18_000], [sock, null]);
  const outcome = async () => JSON.stringify(quoteBasket({ marketCode: 'GB', channelCode: 'till', locationId: null, currency: 'GBP', taxCountry: 'GB', pricedAt: after, lines: [{ lineId: '1', variantId: boot, quantityMilli: 3000 }] }, await bookOf(app, 'GB'))).replace(/GB:\d+/g, 'GB');
  const early = await outcome();
  expect(await turns()).toEqual([[20_000, 1000], [18_000, null]]);
  expect(await runDue()).toBe(1);
  expect(await outcome()).toBe(early);
  expect((await bookOf(app, 'GB')).books[0]).not.toHaveProperty('coming');
  expect([await turns({}, 1), await turns({}, 2), await turns({}, 3)]).toEqual([[[20_000, 1000], [20_000, 1000]], [[20_000, 1000], [18_000, null]], [[18_000, null], [18_000, null]]]);
  expect(await releasesOf(test)).toEqual([1, 2, 3]);
});

it('takes it out of the book when it is taken back, by a release', async () => {
  const versionId = await schedule(midnight, list, [boot, 18_000]);
  expect((await ask('POST', `price-books/versions/${versionId}/unschedule`)).status).toBe(200);
  expect([await turns(), await turns({}, 2)]).toEqual([[[20_000, 1000], [20_000, 1000]], [[20_000, 1000], [18_000, 1000]]]);
  expect(await test.database.selectFrom('price_release').select('cause').where('number', '=', 3).execute()).toEqual([{ cause: 'unschedule' }]);
  expect(await test.database.selectFrom('audit_entry').select('after').where('action', '=', 'unschedule').execute()).toEqual([{ after: { release: 3 } }]);
  expect(await publish(midnight)).toMatchObject({ status: 201 });
  expect(await turns()).toEqual([[20_000, 1000], [18_000, 1000]]);
});

it('carries tiers: a turn says the whole of what the book then says of a variant', async () => {
  await publishNow(list, [sock, 900, 6000]);
  await schedule(midnight, list, [sock, 950], [sock, 800, 12_000]);
  await publishNow(list, [sock, 890, 6000]);
  const [{ coming } = { coming: undefined }] = (await bookOf(app, 'GB')).books;
  expect(coming).toEqual([{ turnId: expect.any(String), from: midnight, prices: { [sock]: [{ fromMilli: 0, unitMinor: 950 }, { fromMilli: 6000, unitMinor: 890 }, { fromMilli: 12_000, unitMinor: 800 }] } }]);
  await runDue();
  expect((await bookOf(app, 'GB')).books[0]?.prices[sock]).toEqual(coming?.[0]?.prices[sock]);
});

describe('derived books', () => {
  const outlet = { channelCode: 'web-gb' };

  it('turn with their base, also after a publish of the base in between', async () => {
    await derive('outlet', list, -1000);
    await schedule(midnight, list, [boot, 30_000]);
    expect(await turns(outlet)).toEqual([[18_000, 900], [27_000, 900]]);
    await publishNow(list, [boot, 10_000], [sock, 2000]);
    expect([await turns(outlet), await turns(outlet, 3)]).toEqual([[[9000, 1800], [27_000, 1800]], [[18_000, 900], [27_000, 900]]]);
    await runDue();
    expect(await turns(outlet)).toEqual([[27_000, 1800], [27_000, 1800]]);
  });

  it('keep a price set by hand, and have the formula\'s again when it is taken out at the moment', async () => {
    const id = await derive('outlet', list, -1000);
    await publishNow(id, [boot, 15_000]);
    await schedule(midnight, id, [boot, null], [sock, 500]);
    expect(await turns(outlet)).toEqual([[15_000, 900], [18_000, 500]]);
    await runDue();
    expect(await turns(outlet)).toEqual([[18_000, 500], [18_000, 500]]);
  });

  it('follow a formula that is changed meanwhile, and several turns one after the other', async () => {
    const id = await derive('outlet', list, -1000);
    await schedule(midnight, list, [boot, 30_000]);
    await schedule('2099-02-01T00:00:00.000Z', list, [boot, 40_000]);
    const settings = (await ask<{ items: { id: string; settings: object }[] }>('GET', 'price-books')).body.items.find((book) => book.id === id)?.settings;
    expect((await ask('PUT', `price-books/${id}/settings`, { ...settings, derivedFrom: { bookId: list, versionId: null, formula: { percentBasisPoints: -2000 } } })).status).toBe(200);
    expect(await turns(outlet)).toEqual([[16_000, 800], [24_000, 800]]);
    expect(priced(await bookOf(app, 'GB'), '2099-02-01T00:00:00.000Z', outlet)).toEqual([32_000, 800]);
    await runDue();
    expect([await turns(outlet), priced(await bookOf(app, 'GB'), '2099-02-01T00:00:00.000Z', outlet)]).toEqual([[[24_000, 800], [24_000, 800]], [32_000, 800]]);
  });
});

describe('a time on each store\'s clock', () => {
  const local = '2099-07-01T00:00';
  const at = (iso: string, timeZone?: string) => bookOf(app, 'GB').then((book) => priced(book, iso, timeZone === undefined ? {} : { timeZone })[0]);

  it('turns each store at its own midnight and the market at that of most places; the server waits for the last', async () => {
    await save(list, [boot, 18_000]);
    // The Azores are the last: an hour behind London, and in summer at UTC.
    expect((await publish(local)).body.goesLiveAt).toBe('2099-07-01T00:00:00.000Z');
    expect([await at('2099-06-30T23:00:00.000Z', 'Europe/London'), await at('2099-06-30T23:00:00.000Z', 'Atlantic/Azores'), await at('2099-06-30T23:00:00.000Z'), await at('2099-06-30T22:59:59.999Z')]).toEqual([18_000, 20_000, 18_000, 20_000]);
    expect(await runDue('2099-06-30T23:59:59.999Z')).toBe(0);
    expect(await runDue('2099-07-01T00:00:00.000Z')).toBe(1);
    expect(await at('2099-07-01T00:00:00.000Z', 'Atlantic/Azores')).toBe(18_000);
    expect(await pricesOf(test, list)).toEqual(expect.arrayContaining([[boot, 1, 3, 20_000], [boot, 3, null, 18_000]]));
  });

  it('refuses a time that has passed on every clock, and what is no time; nothing changes', async () => {
    await save(list, [boot, 18_000]);
    const state = await everythingOf(test);
    expect([(await publish('2020-01-01T00:00')).body.code, (await publish('2099-02-31T00:00')).status, (await publish('2099-02-01T25:00')).status, (await publish('tomorrow')).status]).toEqual(['in_the_past', 400, 400, 400]);
    expect(await everythingOf(test)).toBe(state);
  });
});
