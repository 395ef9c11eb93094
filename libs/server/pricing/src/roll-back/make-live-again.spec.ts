import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MadeLiveAgain, PriceVersionDetail } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, pricesOf, releasesOf, staffWith, versionsOf } from '../testing';
import { PublishedVersions } from './published-versions.query';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let list = '';
let [boot, sock] = ['', ''];
let first: Draft;

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
  first = await save([boot, 9000], [sock, 600]);
  await publish(first);
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Draft = { versionId: string; revision: number };
async function ask<Body = { code: string }>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const save = async (...changes: [string, number | null][]) => (await ask<Draft>('PATCH', `price-books/${list}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) })).body;
const publish = ({ versionId, revision }: Draft, goesLiveAt: string | null = null) => ask('POST', 'markets/GB/publish', { drafts: [{ versionId, revision }], goesLiveAt });
const again = (id = first.versionId, request: object = {}) => ask<MadeLiveAgain & { code: string }>('POST', `price-versions/${id}/make-live-again`, request);
const show = async (id: string) => (await ask<PriceVersionDetail>('GET', `price-versions/${id}`)).body;
const liveOf = async (variantId: string) => (await pricesOf(test, list)).filter(([id, , to]) => id === variantId && to === null).map(([, , , amount]) => amount);

it('makes a past version live at once as a new version, beside an open draft; history stays', async () => {
  const second = await save([boot, 9500], [sock, null]);
  await publish(second);
  const open = await save([boot, 9900]);
  expect(await again(first.versionId, { note: 'Wrong list' })).toEqual({ status: 201, body: { versionId: expect.any(String), number: 4, release: 3, changes: 2 } });
  expect([await liveOf(boot), await liveOf(sock)]).toEqual([[9000], [600]]);
  expect(await versionsOf(test, list)).toEqual([[1, 'superseded'], [2, 'superseded'], [3, 'draft'], [4, 'live']]);
  expect(await test.database.selectFrom('audit_entry').select(['action', 'actor_name']).where('action', '=', 'make_live_again').execute()).toHaveLength(1);
  // Whoever drafts meanwhile meets it as a clash.
  expect(await publish(open)).toMatchObject({ status: 409, body: { code: 'clashes' } });
});

it('shows what a version changed and what would change if it were live again', async () => {
  const second = await save([boot, 9500], [sock, null]);
  await publish(second);
  const past = await show(first.versionId);
  expect(past).toMatchObject({ book: { name: 'gb-list', marketCode: 'GB' }, version: { number: 1, status: 'superseded', release: 1 } });
  expect(past.changes.map(({ sku, beforeMinor, afterMinor }) => [sku, beforeMinor, afterMinor])).toEqual([['BOOT', null, 9000], ['SOCK', null, 600]]);
  expect(past.back?.changes.map(({ sku, beforeMinor, afterMinor, marginAfterBasisPoints }) => [sku, beforeMinor, afterMinor, marginAfterBasisPoints])).toEqual([['BOOT', 9500, 9000, 3333], ['SOCK', null, 600, null]]);
  const live = await show(second.versionId);
  expect([live.changes.map(({ sku, beforeMinor, afterMinor }) => [sku, beforeMinor, afterMinor]), live.back]).toEqual([[['BOOT', 9000, 9500], ['SOCK', 600, null]], null]);
});

it('makes one of two at once', async () => {
  await publish(await save([boot, 9500]));
  const answers = await Promise.all([again(), again(), again()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  expect([await liveOf(boot), await releasesOf(test)]).toEqual([[9000], [1, 2, 3]]);
});

it('refuses: unknown, live, never live, below cost by now, another role; nothing changes', async () => {
  const scheduled = await save([boot, 9500]);
  await publish(scheduled, '2099-01-01T00:00:00.000Z');
  let before = await everythingOf(test);
  expect(await again(newId())).toMatchObject({ status: 404, body: { code: 'unknown_version' } });
  expect(await again()).toMatchObject({ status: 409, body: { code: 'is_live' } });
  expect(await again(scheduled.versionId)).toMatchObject({ status: 409, body: { code: 'never_live' } });
  expect(await everythingOf(test)).toBe(before);
  await publish(await save([boot, 12_000]));
  await test.database.updateTable('variant').set({ cost_minor: 8000 }).where('id', '=', boot).execute();
  before = await everythingOf(test);
  expect(await again()).toMatchObject({ status: 422, body: { code: 'below_cost' } });
  actor = staffWith('finance');
  expect((await again()).status).toBe(403);
  expect((await ask('GET', `price-versions/${first.versionId}`)).status).toBe(200);
  expect(await everythingOf(test)).toBe(before);
  actor = merchandiser;
  expect((await again(first.versionId, { acceptBelowCost: true })).status).toBe(201);
});

it('says from when to when a version was live, and which products it changed', async () => {
  const versions = app.get(PublishedVersions, { strict: false });
  expect(await versions.find(newId())).toBeNull();
  expect(await versions.find(first.versionId)).toMatchObject({ marketCode: 'GB', from: expect.any(Date), to: null, changedIds: new Set([boot, sock]), predicted: null });
  await publish(await save([boot, 9500]));
  expect((await versions.find(first.versionId))?.to).toBeInstanceOf(Date);
});
