import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookVersions } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, pricesOf, staffWith, versionsOf } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let list = '';
let [boot, sock] = ['', ''];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT' }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = unknown>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
async function save(...changes: [string, number | null][]) {
  return (await ask<{ versionId: string; revision: number }>('PATCH', `price-books/${list}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) })).body;
}
const publish = ({ versionId, revision }: { versionId: string; revision: number }, goesLiveAt: string | null = null) => ask('POST', 'markets/GB/publish', { drafts: [{ versionId, revision }], goesLiveAt });
const versions = async () => (await ask<PriceBookVersions>('GET', `price-books/${list}/versions`)).body.items;

it('brings an old version back as a new draft, and history stays', async () => {
  const first = await save([boot, 9000], [sock, 600]);
  await publish(first);
  await publish(await save([boot, 9500], [sock, null]));
  const live = await pricesOf(test, list);
  const { status, body } = await ask<{ versionId: string; revision: number }>('POST', `price-books/versions/${first.versionId}/restore`);
  expect([status, body]).toEqual([201, { versionId: expect.any(String), number: 3, changes: 2, revision: 2 }]);
  expect(await pricesOf(test, list)).toEqual(live);
  expect(await versions()).toMatchObject([
    { number: 3, status: 'draft', basedOn: 2, changes: 2, release: null, authorName: 'Ines Duarte' },
    { number: 2, status: 'live', release: 2 },
    { number: 1, status: 'superseded', release: 1, publishedAt: expect.any(String) },
  ]);
  expect((await publish(body)).status).toBe(201);
  expect(await pricesOf(test, list)).toEqual(expect.arrayContaining([[boot, 1, 2, 9000], [boot, 2, 3, 9500], [boot, 3, null, 9000], [sock, 1, 2, 600], [sock, 3, null, 600]]));
});

it('takes products out again that the old version did not have', async () => {
  const first = await save([boot, 9000]);
  await publish(first);
  await publish(await save([sock, 600]));
  const { body } = await ask<{ versionId: string; revision: number }>('POST', `price-books/versions/${first.versionId}/restore`);
  await publish(body);
  expect((await pricesOf(test, list)).filter(([, , to]) => to === null)).toEqual([[boot, 1, null, 9000]]);
});

it('refuses to restore: unknown, never live, already so, a draft is open, another role; nothing changes', async () => {
  const first = await save([boot, 9000]);
  const before = await everythingOf(test);
  expect(await ask('POST', `price-books/versions/${newId()}/restore`)).toMatchObject({ status: 404, body: { code: 'unknown_version' } });
  expect(await ask('POST', `price-books/versions/${first.versionId}/restore`)).toMatchObject({ status: 409, body: { code: 'never_live' } });
  expect(await everythingOf(test)).toBe(before);
  await publish(first);
  const published = await everythingOf(test);
  expect(await ask('POST', `price-books/versions/${first.versionId}/restore`)).toMatchObject({ status: 422, body: { code: 'nothing_to_restore' } });
  expect(await everythingOf(test)).toBe(published);
  await publish(await save([boot, 9500]));
  await save([boot, 9900]);
  const open = await everythingOf(test);
  expect(await ask('POST', `price-books/versions/${first.versionId}/restore`)).toMatchObject({ status: 409, body: { code: 'draft_open' } });
  actor = staffWith('finance');
  expect((await ask('POST', `price-books/versions/${first.versionId}/restore`)).status).toBe(403);
  expect((await ask('POST', 'price-books/versions/none/restore')).status).toBe(403);
  actor = merchandiser;
  expect((await ask('POST', 'price-books/versions/none/restore')).status).toBe(400);
  expect(await everythingOf(test)).toBe(open);
});

it('unschedules back to a draft that can be published at once', async () => {
  const first = await save([boot, 9000]);
  await publish(first, '2099-01-01T00:00:00.000Z');
  const { status, body } = await ask<{ versionId: string; revision: number }>('POST', `price-books/versions/${first.versionId}/unschedule`);
  expect([status, body]).toEqual([200, { versionId: first.versionId, number: 1, changes: 1, revision: first.revision + 1 }]);
  expect(await versionsOf(test, list)).toEqual([[1, 'draft']]);
  expect(await publish(first)).toMatchObject({ status: 409, body: { code: 'draft_changed' } });
  expect((await publish(body)).status).toBe(201);
});

it('refuses to unschedule: unknown, not scheduled, a draft is open, another role; nothing changes', async () => {
  const first = await save([boot, 9000]);
  expect(await ask('POST', `price-books/versions/${first.versionId}/unschedule`)).toMatchObject({ status: 409, body: { code: 'not_scheduled' } });
  expect(await ask('POST', `price-books/versions/${newId()}/unschedule`)).toMatchObject({ status: 404, body: { code: 'unknown_version' } });
  await publish(first, '2099-01-01T00:00:00.000Z');
  await save([boot, 9500]);
  const before = await everythingOf(test);
  expect(await ask('POST', `price-books/versions/${first.versionId}/unschedule`)).toMatchObject({ status: 409, body: { code: 'draft_open' } });
  actor = staffWith('associate');
  expect((await ask('POST', `price-books/versions/${first.versionId}/unschedule`)).status).toBe(403);
  expect(await everythingOf(test)).toBe(before);
});

it('lists versions for those who may see prices, of a book that is there', async () => {
  expect(await ask('GET', `price-books/${newId()}/versions`)).toMatchObject({ status: 404, body: { code: 'unknown_price_book' } });
  expect((await ask('GET', 'price-books/none/versions')).status).toBe(400);
  expect((await ask('GET', `price-books/${list}/versions`)).body).toMatchObject({ book: { id: list, name: 'gb-list', marketCode: 'GB' }, items: [] });
  actor = staffWith('associate');
  expect((await ask('GET', `price-books/${list}/versions`)).status).toBe(403);
});
