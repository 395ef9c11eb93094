import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PriceReview, PriceSheetTable, ReferenceImport, ReferenceSources } from '@oneshelf/contracts';
import type { Actor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { everythingOf, forgetAll, giveBook, giveMarket, giveVariant, letOnePersonPublish, merchandiser, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let [list, boot, sock] = ['', '', ''];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  await test.database.insertInto('market').values({ code: 'DE', name: 'Deutschland', country: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' }).execute();
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
  list = await giveBook(test, { code: 'list' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT', costMinor: 5000 }), await giveVariant(test, { sku: 'SOCK' })];
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const HEAD = 'sku,kind,source,price,currency,seen_at';
async function send(lines: string[], fields: Record<string, string> = {}, market = 'GB') {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([lines.join('\n')], { type: 'text/csv' }), 'references.csv');
  const encoded = new Response(form);
  const answer = await app.inject({ method: 'POST', url: `/api/markets/${market}/reference-prices`, headers: { ...signedIn, 'content-type': encoded.headers.get('content-type') ?? '' }, payload: Buffer.from(await encoded.arrayBuffer()) });
  return { status: answer.statusCode, body: answer.json<ReferenceImport & { code: string; details: ReferenceImport }>() };
}
async function ask<Body>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const stored = () => test.database.selectFrom('reference_price').select(['variant_id', 'kind', 'source', 'amount_minor']).orderBy('amount_minor').execute();

it('takes a file, counts what is new, changed and the same, and shows the prices beside the sheet', async () => {
  const lines = [HEAD, 'BOOT,map,Summit Boots,90.00,GBP,2026-11-01', 'BOOT,competitor,Hillside,"£1,085.50",,', 'SOCK,marketplace,Amazon,5.99,gbp,2026-11-20'];
  expect(await send(lines, { dryRun: 'true' })).toMatchObject({ status: 200, body: { isDryRun: true, rows: 3, added: 3, errorCount: 0 } });
  expect(await stored()).toEqual([]);
  expect((await send(lines)).body).toMatchObject({ isDryRun: false, rows: 3, added: 3, changed: 0, same: 0, removed: 0, sources: [{ kind: 'map', source: 'Summit Boots', rows: 1 }, { kind: 'competitor', source: 'Hillside', rows: 1 }, { kind: 'marketplace', source: 'Amazon', rows: 1 }] });
  expect((await send([HEAD, 'BOOT,map,Summit Boots,95,GBP,', 'SOCK,marketplace,Amazon,5.99,,'])).body).toMatchObject({ added: 0, changed: 1, same: 1, removed: 0 });
  expect(await stored()).toEqual([{ variant_id: sock, kind: 'marketplace', source: 'Amazon', amount_minor: 599 }, { variant_id: boot, kind: 'map', source: 'Summit Boots', amount_minor: 9500 }, { variant_id: boot, kind: 'competitor', source: 'Hillside', amount_minor: 108_550 }]);
  const { references } = (await ask<PriceSheetTable>('GET', 'markets/GB/price-sheet')).body;
  expect(references.map(({ kind, source, rows, amountsMinor }) => [kind, source, rows, amountsMinor])).toEqual([['competitor', 'Hillside', [0], [108_550]], ['map', 'Summit Boots', [0], [9500]], ['marketplace', 'Amazon', [1], [599]]]);
  expect((await ask<ReferenceSources>('GET', 'markets/GB/reference-prices')).body.items).toMatchObject([{ kind: 'competitor', source: 'Hillside', prices: 1 }, { kind: 'map', prices: 1 }, { kind: 'marketplace', prices: 1 }]);
  expect(await test.database.selectFrom('audit_entry').select(['action', 'subject']).where('subject', '=', 'reference_price').execute()).toHaveLength(2);
});

it('names every wrong cell by row and column, in words, and then writes nothing', async () => {
  await send([HEAD, 'BOOT,map,Summit Boots,90,,']);
  const before = await everythingOf(test);
  const { status, body } = await send([HEAD, 'NONE,map,S,-1,,', 'BOOT,list,S,1,,', 'BOOT,map,,1,,', 'BOOT,map,S,-5,,', 'BOOT,map,S,1e9,,', 'BOOT,map,S,20000000,,', 'BOOT,map,S,1,EUR,', 'BOOT,map,S,1,,2026-02-30', 'BOOT,map,S,1,,2999-01-01', ',map,S,,,', 'SOCK,map,S,1,,', 'SOCK,map,S,2,,', `SOCK,map,${'x'.repeat(61)},2,,`]);
  expect([status, body.code, body.details.errorCount]).toEqual([422, 'invalid_reference_prices', 14]);
  expect(body.details.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'price', 'negative'], [2, 'sku', 'unknown_sku'], [3, 'kind', 'unknown_kind'], [4, 'source', 'missing'], [5, 'price', 'negative'], [6, 'price', 'not_a_price'], [7, 'price', 'too_large'],
    [8, 'currency', 'wrong_currency'], [9, 'seen_at', 'not_a_date'], [10, 'seen_at', 'in_the_future'], [11, 'sku', 'missing'], [11, 'price', 'missing'], [13, 'sku', 'repeated'], [14, 'source', 'too_long'],
  ]);
  expect(await everythingOf(test)).toBe(before);
});

it('refuses files that are none, and other roles', async () => {
  const before = await everythingOf(test);
  const codes = async (lines: string[]) => (await send(lines)).body.details.errors.map(({ column, code }) => [column, code]);
  expect(await codes(['sku,price', 'BOOT,1'])).toEqual([['file', 'missing_column']]);
  expect(await codes([HEAD])).toEqual([['file', 'no_rows']]);
  expect(await codes([HEAD, '"'])).toEqual([['file', 'unreadable_file']]);
  expect(await codes([HEAD, ...Array.from({ length: 100_001 }, () => 'BOOT,map,S,1,,')])).toEqual([['file', 'too_many_rows']]);
  expect(await send([HEAD, 'BOOT,map,S,1,,'], {}, 'XX')).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
  actor = staffWith('finance');
  expect((await send([HEAD, 'BOOT,map,S,1,,'])).status).toBe(403);
  expect(await everythingOf(test)).toBe(before);
});

it('with a whole file takes away what its sources had and it has not, and nothing of others', async () => {
  await send([HEAD, 'BOOT,competitor,Hillside,90,,', 'SOCK,competitor,Hillside,5,,', 'SOCK,competitor,Valley,6,,']);
  expect((await send([HEAD, 'BOOT,competitor,Hillside,91,,'], { isWhole: 'true' })).body).toMatchObject({ changed: 1, removed: 1 });
  expect((await stored()).map(({ source, amount_minor }) => [source, amount_minor])).toEqual([['Valley', 600], ['Hillside', 9100]]);
});

it('reads a German file by the market\'s writing, with semicolons', async () => {
  expect((await send(['Artikel;Art;Quelle;Preis', 'BOOT;competitor;Bergzeit;1.234,50 €'], {}, 'DE')).body).toMatchObject({ added: 1 });
  expect((await stored()).map(({ amount_minor }) => amount_minor)).toEqual([123_450]);
});

it('PRC-95 points out a price below the maker\'s limit in the review, and refuses its publish unless it is accepted', async () => {
  await send([HEAD, 'BOOT,map,Summit Boots,90.00,,', 'BOOT,competitor,Hillside,500,,']);
  await ask('PATCH', `price-books/${list}/draft`, { changes: [{ variantId: boot, amountMinor: 8999 }, { variantId: sock, amountMinor: 1 }] });
  const { body } = await ask<PriceReview>('GET', 'markets/GB/price-review');
  expect([body.totals.belowMap, body.totals.belowCost, body.books[0]?.changes.map(({ checks }) => checks)]).toEqual([1, 0, [['below_map'], []]]);
  const drafts = body.books.map(({ versionId, revision }) => ({ versionId, revision }));
  expect(await ask('POST', 'markets/GB/publish', { drafts })).toMatchObject({ status: 422, body: { code: 'below_cost', details: { total: 1, first: [{ sku: 'BOOT', amountMinor: 8999, mapMinor: 9000 }] } } });
  await letOnePersonPublish(test);
  expect((await ask('POST', 'markets/GB/publish', { drafts, acceptBelowCost: true })).status).toBe(201);
});
