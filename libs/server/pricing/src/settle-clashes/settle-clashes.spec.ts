import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceClashes } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { PublishPricesUseCase } from '../publish-prices/publish-prices.use-case';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, pricesOf, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
let list = '';
let [boot, sock, tent] = ['', '', ''];
const [soon, later] = ['2098-01-01T06:00:00.000Z', '2099-01-01T06:00:00.000Z'];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  list = await giveBook(test, { code: 'gb-list' });
  [boot, sock, tent] = [await giveVariant(test, { sku: 'BOOT' }), await giveVariant(test, { sku: 'SOCK' }), await giveVariant(test, { sku: 'TENT' })];
  await publish(await save([boot, 9000], [sock, 600]));
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Draft = { versionId: string; revision: number };
async function ask<Body = { code: string; details: { total: number } }>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const save = async (...changes: [string, number | null][]) => (await ask<Draft>('PATCH', `price-books/${list}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) })).body;
const publish = ({ versionId, revision }: Draft, goesLiveAt: string | null = null) => ask('POST', 'markets/GB/publish', { drafts: [{ versionId, revision }], goesLiveAt });
const clashes = async (at?: string) => (await ask<PriceClashes>('GET', `markets/GB/draft-clashes${at ? `?at=${at}` : ''}`)).body.items;
const short = (items: PriceClashes['items']) => items.map(({ sku, begunMinor, theirsMinor, mineMinor }) => [sku, begunMinor, theirsMinor, mineMinor]);
const settle = (choices: object[]) => ask<{ settled: number; drafts: Draft[] } & { code: string }>('POST', 'markets/GB/draft-clashes/settle', { choices });
/** A draft that began before another version went live. */
async function overtaken(...mine: [string, number | null][]): Promise<Draft> {
  await publish(await save([boot, 9500], [tent, 30_000]), soon);
  const draft = await save(...mine);
  expect(await app.get(PublishPricesUseCase, { strict: false }).runDue(new Date(soon))).toBe(1);
  return draft;
}

it('lists what another version changed since the draft began: what it was, what it is, and mine', async () => {
  await overtaken([boot, 9900], [sock, 650], [tent, 30_000]);
  const found = await clashes();
  expect(short(found)).toEqual([['BOOT', 9000, 9500, 9900]]);
  expect(found[0]).toMatchObject({ bookName: 'gb-list', title: 'Product BOOT', by: { number: 2, name: 'Ines Duarte', isScheduled: false } });
});

it('refuses a publish with clashes, now and later, and changes nothing', async () => {
  const draft = await overtaken([boot, 9900], [sock, 650]);
  const before = await everythingOf(test);
  expect(await publish(draft)).toMatchObject({ status: 409, body: { code: 'clashes', details: { total: 1 } } });
  expect(await publish(draft, later)).toMatchObject({ status: 409, body: { code: 'clashes' } });
  expect(await everythingOf(test)).toBe(before);
});

it('keeps mine: the price goes live, unless theirs changed once more', async () => {
  const { versionId } = await overtaken([boot, 9900]);
  const stale = await settle([{ versionId, variantId: boot, fromMilli: 0, keep: 'mine', theirsMinor: 9400 }]);
  expect(stale.status).toBe(200);
  expect(short(await clashes())).toEqual([['BOOT', 9400, 9500, 9900]]);
  const { body } = await settle([{ versionId, variantId: boot, fromMilli: 0, keep: 'mine', theirsMinor: 9500 }]);
  expect(await clashes()).toEqual([]);
  expect(body.drafts[0]?.revision).toBe((stale.body.drafts[0]?.revision ?? 0) + 1);
  expect((await publish(body.drafts[0] as Draft)).status).toBe(201);
  expect((await pricesOf(test, list)).filter(([id, , to]) => id === boot && to === null).map(([, , , amount]) => amount)).toEqual([9900]);
});

it('takes theirs: the draft changes that price no more', async () => {
  const { versionId } = await overtaken([boot, 9900], [sock, 650]);
  const { body } = await settle([{ versionId, variantId: boot, fromMilli: 0, keep: 'theirs', theirsMinor: 9500 }]);
  expect(await clashes()).toEqual([]);
  expect(await publish(body.drafts[0] as Draft)).toMatchObject({ status: 201, body: { changes: 1 } });
  expect((await pricesOf(test, list)).filter(([id, , to]) => id === boot && to === null).map(([, , , amount]) => amount)).toEqual([9500]);
});

it('sees a scheduled version that goes first, but none that goes after', async () => {
  await publish(await save([boot, 9500]), soon);
  const draft = await save([boot, 9900]);
  expect(await clashes()).toEqual([]);
  expect(await clashes(later)).toMatchObject([{ begunMinor: 9000, theirsMinor: 9500, by: { number: 2, isScheduled: true, at: soon } }]);
  expect(await publish(draft, later)).toMatchObject({ status: 409, body: { code: 'clashes' } });
  await settle([{ versionId: draft.versionId, variantId: boot, fromMilli: 0, keep: 'mine', theirsMinor: 9500 }]);
  expect(await clashes(later)).toEqual([]);
  expect((await publish({ ...draft, revision: draft.revision + 1 }, later)).status).toBe(201);
});

it('refuses a publish when a scheduled version goes live between the look and the lock', async () => {
  await publish(await save([boot, 9500]), soon);
  const draft = await save([boot, 9900]);
  const publishing = app.get(PublishPricesUseCase, { strict: false });
  const [published] = await Promise.all([publish(draft), publishing.runDue(new Date(soon))]);
  const after = (await pricesOf(test, list)).filter(([id, , to]) => id === boot && to === null).map(([, , , amount]) => amount);
  // Either the draft was first and the schedule came after it, or it met the schedule and was refused.
  expect([published.status, after]).toEqual(published.status === 201 ? [201, [9500]] : [409, [9500]]);
});

it('settles drafts of this market for those who edit them, all or none', async () => {
  const { versionId } = await overtaken([boot, 9900]);
  const before = await everythingOf(test);
  const choice = { versionId, variantId: boot, fromMilli: 0, keep: 'mine', theirsMinor: 9500 };
  expect(await settle([choice, { ...choice, versionId: newId() }])).toMatchObject({ status: 409, body: { code: 'unknown_draft' } });
  expect((await settle([])).status).toBe(400);
  expect((await ask('GET', 'markets/XX/draft-clashes')).status).toBe(404);
  actor = staffWith('finance');
  expect((await settle([choice])).status).toBe(403);
  expect((await ask('GET', 'markets/GB/draft-clashes')).status).toBe(200);
  expect(await everythingOf(test)).toBe(before);
});
