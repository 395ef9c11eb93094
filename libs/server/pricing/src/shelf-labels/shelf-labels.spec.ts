import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceCalendar, PublishPricesAnswer, ShelfLabels } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { forgetAll, giveBook, giveMarket, giveVariant, merchandiser, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let [list, boot, sock] = ['', '', ''];
const soho = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  await test.database.insertInto('channel').values({ code: 'pos-gb', name: 'Tills', kind: 'pos', market_code: 'GB' }).execute();
  await test.database.insertInto('location').values({
    id: soho, code: 'SOHO', name: 'Soho', kind: 'store', market_code: 'GB', channel_code: 'pos-gb', country: 'GB', time_zone: 'Europe/London', address: JSON.stringify({ lines: [], city: 'London', postalCode: 'W1' }), latitude: 51, longitude: 0, can_ship: true, can_pickup: true,
  }).execute();
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  // A process of its own: after forgetAll a release number means another book.
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT' }), await giveVariant(test, { sku: 'SOCK' })];
  await test.database.insertInto('barcode').values([{ code: '4006381333931', variant_id: boot }, { code: 'OWN-1', variant_id: sock }]).execute();
});
afterEach(() => app.close());
afterAll(() => test.drop());

async function ask<Body = { code: string }>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
async function publish(bookId: string, changes: [string, number | null][], goesLiveAt: string | null = null): Promise<PublishPricesAnswer> {
  const { body: { versionId, revision } } = await ask<{ versionId: string; revision: number }>('PATCH', `price-books/${bookId}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) });
  return (await ask<PublishPricesAnswer>('POST', 'markets/GB/publish', { drafts: [{ versionId, revision }], goesLiveAt })).body;
}
const labels = (release: number, location = soho) => ask<ShelfLabels & { code: string }>('GET', `markets/GB/shelf-labels?release=${release}&location=${location}`);

it('has a label for each price that a release changed on the shelves of this store', async () => {
  await publish(list, [[boot, 9000], [sock, 600]]);
  await publish(list, [[boot, 9500]]);
  const { status, body } = await labels(2);
  expect(status).toBe(200);
  expect(body).toEqual({
    store: 'Soho', currency: 'GBP', release: 2, total: 1,
    labels: [{ variantId: boot, sku: 'BOOT', title: 'Product BOOT', variantTitle: '', barcode: '4006381333931', priceMinor: 9500, unitPrice: null, listMinor: null, lowestMinor: null, wasMinor: 9000 }],
  });
  expect((await labels(1)).body.labels.map(({ sku, wasMinor, barcode }) => [sku, wasMinor, barcode])).toEqual([['BOOT', null, '4006381333931'], ['SOCK', null, null]]);
});

it('PRC-99 says the price of a unit where the contents are known, by the rule of the market', async () => {
  await publish(list, [[boot, 350]]);
  await test.database.updateTable('variant').set({ contents_milli: 200_000, contents_unit: 'g' }).where('id', '=', boot).execute();
  expect((await labels(1)).body.labels.map(({ unitPrice }) => unitPrice)).toEqual([{ amountMinor: 1750, quantity: 1, unit: 'kg' }]);
});

it('leaves out what only other shelves ask', async () => {
  await publish(list, [[boot, 9000]]);
  await publish(await giveBook(test, { code: 'gb-web', channelCode: 'web-gb' }), [[boot, 8000]]);
  expect((await labels(2)).body).toMatchObject({ total: 0, labels: [] });
});

it('prints at most a thousand, and says how many there are', async () => {
  const many: [string, number][] = [];
  for (let index = 0; index < 1005; index += 1) many.push([await giveVariant(test, { sku: `M${String(index).padStart(4, '0')}` }), 1000]);
  await test.database.insertInto('price_approval_rule').values({ market_code: 'GB', max_changes: null, below_cost: true, below_floor: true, margin_fall_basis_points: null, changed_by: 'test' }).execute();
  await publish(list, many);
  const { body } = await labels(1);
  expect([body.total, body.labels.length, body.labels[0]?.sku, body.labels.at(-1)?.sku]).toEqual([1005, 1000, 'M0000', 'M0999']);
});

it('refuses an unknown release or store, and another role', async () => {
  await publish(list, [[boot, 9000]]);
  expect(await labels(9)).toMatchObject({ status: 404, body: { code: 'unknown_release' } });
  expect(await labels(1, newId())).toMatchObject({ status: 404, body: { code: 'unknown_location' } });
  expect((await labels(0)).status).toBe(400);
  actor = staffWith('finance');
  expect((await labels(1)).status).toBe(403);
});

it('says in the calendar what goes live, what went live, and what begins and ends', async () => {
  await publish(list, [[boot, 9000]]);
  await publish(list, [[boot, 9500], [sock, 600]], '2099-02-10T06:00:00.000Z');
  await test.database.updateTable('price_book').set({ active_to: '2099-02-20T00:00:00.000Z' }).where('id', '=', list).execute();
  const promotion = { id: newId(), code: 'TENTH', name: 'A tenth', market_code: 'GB', definition: '{}', starts_at: '2099-01-31T23:59:59Z', ends_at: '2099-02-05T00:00:00Z', from_release: 1 };
  await test.database.insertInto('promotion').values([promotion, { ...promotion, id: newId(), to_release: 2 }]).execute();
  const calendar = async (from: string, to: string) => (await ask<PriceCalendar>('GET', `markets/GB/price-calendar?from=${from}&to=${to}`)).body;
  const { items } = await calendar('2099-02-01T00:00:00.000Z', '2099-03-01T00:00:00.000Z');
  expect(items.map(({ kind, at, name, number, changes }) => [kind, at, name, number, changes])).toEqual([
    ['promotion_ends', '2099-02-05T00:00:00.000Z', 'A tenth', null, null], ['scheduled', '2099-02-10T06:00:00.000Z', 'gb-list', 2, 2], ['book_ends', '2099-02-20T00:00:00.000Z', 'gb-list', null, null],
  ]);
  const now = Date.now();
  expect((await calendar(new Date(now - 60_000).toISOString(), new Date(now + 60_000).toISOString())).items).toMatchObject([{ kind: 'live', number: 1, changes: 1, bookId: list }]);
  expect((await ask('GET', 'markets/GB/price-calendar?from=2099-02-01T00:00:00.000Z&to=2099-02-01T00:00:00.000Z')).status).toBe(400);
  expect((await ask('GET', 'markets/GB/price-calendar?from=2099-02-01T00:00:00.000Z&to=2099-12-01T00:00:00.000Z')).status).toBe(400);
  actor = staffWith('associate');
  expect((await ask('GET', 'markets/GB/price-calendar?from=2099-02-01T00:00:00.000Z&to=2099-03-01T00:00:00.000Z')).status).toBe(403);
});
