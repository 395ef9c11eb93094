import { gunzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceBookAnswer, PriceBookDeltaAnswer } from '@oneshelf/contracts';
import { applyPriceBookDelta } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PosSyncHttpModule } from '../pos-sync-http.module';
import { openStore, type Store } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let store: Store;
let [bookId, release] = ['', 1];

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 10);
  bookId = (await test.database.selectFrom('price_book').select('id').executeTakeFirstOrThrow()).id;
  app = await createTestApp(test, { imports: [PosSyncHttpModule], actor: () => store.device });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Answer = PriceBookAnswer | PriceBookDeltaAnswer;

async function ask(since?: string, headers: Record<string, string> = {}): Promise<{ status: number; etag: string; body: Answer | null; bytes: number }> {
  const { statusCode: status, headers: given, rawPayload } = await app.inject({ method: 'GET', url: `/api/pos/price-book${since === undefined ? '' : `?since=${since}`}`, headers: { ...signedIn, ...headers } });
  const text = given['content-encoding'] === 'gzip' ? gunzipSync(rawPayload).toString() : rawPayload.toString();
  return { status, etag: String(given.etag), body: text === '' ? null : (JSON.parse(text) as Answer), bytes: rawPayload.length };
}
const wholeOf = async (): Promise<PriceBookAnswer> => (await ask()).body as PriceBookAnswer;

/** Publishes prices as the next release. */
async function publish(prices: [variantId: string, amountMinor: number][]): Promise<void> {
  release += 1;
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: release, cause: 'test', released_by: 'test' }).execute();
  if (prices.length === 0) return;
  await test.database.updateTable('price').set({ to_release: release }).where('book_id', '=', bookId).where('variant_id', 'in', prices.map(([id]) => id)).where('to_release', 'is', null).execute();
  await test.database.insertInto('price').values(prices.map(([variant_id, amount_minor]) => ({ book_id: bookId, variant_id, from_release: release, amount_minor }))).execute();
}

it('answers what changed since the version that the till has, and 304 where nothing did', async () => {
  const before = await ask();
  await publish([[store.variantId, 900], [newId(), 500]]);
  const [answer, whole] = [await ask((before.body as PriceBookAnswer).version), await ask()];
  const delta = answer.body as PriceBookDeltaAnswer;
  expect([delta.kind, delta.books.map(({ prices }) => prices?.values)]).toEqual(['delta', [expect.arrayContaining([900, 500])]]);
  const applied = applyPriceBookDelta(before.body as PriceBookAnswer, before.etag.slice(-17, -1), delta);
  expect(applied.ok && JSON.stringify(applied.value)).toBe(JSON.stringify(whole.body));
  expect(answer.etag).toBe(whole.etag);
  expect((await ask(delta.version, { 'if-none-match': answer.etag })).status).toBe(304);
});

it('answers one delta over a week of releases, byte for byte the whole book, and the whole book to a version that is none of ours', async () => {
  const before = await ask();
  for (let day = 0; day < 7; day += 1) await publish([[store.variantId, 800 + day], [newId(), day]]);
  const [answer, whole] = [(await ask((before.body as PriceBookAnswer).version)).body as PriceBookDeltaAnswer, await wholeOf()];
  const applied = applyPriceBookDelta(before.body as PriceBookAnswer, before.etag.slice(-17, -1), answer);
  expect(applied.ok && JSON.stringify(applied.value)).toBe(JSON.stringify(whole));
  for (const unknown of ['GB:999.1', 'GB:1.999', 'FR:1.1', 'nonsense']) expect((await ask(unknown)).body).toEqual(whole);
  expect((await ask('x'.repeat(41))).status).toBe(400);
});

it('sends 500 changed prices in less than 30 kB, and the whole book where that is smaller', async () => {
  const many = Array.from({ length: 3000 }, (_, index): [string, number] => [newId(), 1000 + index]);
  await publish(many);
  const { version } = await wholeOf();
  await publish(many.slice(0, 500).map(([id, amount]) => [id, Math.round(amount * 0.9)]));
  const delta = await ask(version, { 'accept-encoding': 'gzip, deflate, br' });
  expect([(delta.body as PriceBookDeltaAnswer).books[0]?.prices?.ids.length, delta.bytes < 30_000]).toEqual([500, true]);
  // Nearly everything is taken out: what is left is less than what went.
  await publish([]);
  await test.database.updateTable('price').set({ to_release: release }).where('book_id', '=', bookId).where('to_release', 'is', null).where('variant_id', '!=', store.variantId).execute();
  expect((await ask(version)).body).toEqual(await wholeOf());
});

it('carries prices to come to the till before they are asked', async () => {
  const { version } = await wholeOf();
  await publish([]);
  await test.database.insertInto('price_coming').values({ version_id: newId(), book_id: bookId, variant_id: store.variantId, amount_minor: 700, starts_at: '2099-01-01T00:00:00Z', starts_local: '2099-01-01T00:00', time_zone: 'Europe/London', from_release: release }).execute();
  const delta = (await ask(version)).body as PriceBookDeltaAnswer;
  expect(delta.books[0]?.coming?.turns).toEqual([{ turnId: expect.any(String), from: '2099-01-01T00:00', timeZone: 'Europe/London', prices: { [store.variantId]: 700 } }]);
});
