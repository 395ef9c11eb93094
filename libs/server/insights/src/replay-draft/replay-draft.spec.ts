import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DraftReplay, PriceOutcome, PricePrediction, PublishPricesAnswer, Today } from '@oneshelf/contracts';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { LoadPriceBook, PriceReviews, PricingHttpModule } from '@oneshelf/server-pricing';
import { InsightsHttpModule } from '../insights-http.module';
import { type Chain, openChain } from '../testing';
import { ReplayDraftUseCase } from './replay-draft.use-case';

const DAY_MS = 86_400_000;
const ines: Actor = { kind: 'staff', id: newId(), name: 'Ines Duarte', email: 'ines@fieldhouse.example', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }] };
const hannah: Actor = { ...ines, id: newId(), name: 'Hannah Vogt', grants: [{ role: 'finance', locationId: null }] };

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: Chain;
let book = '';
let actor: Actor | null = ines;

beforeEach(async () => {
  actor = ines;
  test = await createTestDatabase();
  chain = await openChain(test);
  book = newId();
  const { database } = test;
  const founded = new Date(Date.now() - 100 * DAY_MS);
  await database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test', released_at: founded }).execute();
  await database.insertInto('price_book').values({ id: book, code: 'GB', name: 'UK', market_code: 'GB', currency: 'GBP' }).execute();
  await database.insertInto('price_book_version').values({ id: newId(), book_id: book, number: 1, status: 'live', based_on: 0, published_at: founded, release_number: 1, author_id: 'x', author_name: 'Opening', created_at: founded }).execute();
  await database.insertInto('price').values([{ book_id: book, variant_id: chain.jacket, from_release: 1, amount_minor: 12_000 }, { book_id: book, variant_id: chain.socks, from_release: 1, amount_minor: 600 }]).execute();
  await database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT', rate_basis_points: 2000, valid_from: '2020-01-01T00:00:00Z' }).execute();
  await database.updateTable('variant').set({ cost_minor: 5000, cost_currency: 'GBP' }).where('id', '=', chain.jacket).execute();
  app = await createTestApp(test, { imports: [InsightsHttpModule, PricingHttpModule], actor: () => actor });
});
afterEach(async () => {
  await app.close();
  await test.drop();
});

const get = <Value>(type: new (...values: never[]) => Value): Value => app.get(type, { strict: false });

/** A sale at the till so many days ago, by the live book. */
async function sell(days: number, lines: [variantId: string, quantity: number][]): Promise<void> {
  const saleId = newId();
  const soldAt = new Date(Date.now() - days * DAY_MS).toISOString();
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.soho, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: lines.map(([variantId, quantity], index) => ({ lineId: `${index}`, variantId, quantityMilli: quantity * 1000 })) };
  const quote = quoteBasket(basket, await get(LoadPriceBook).run('GB'));
  if (!quote.ok) throw new Error(quote.refusal.kind);
  await test.transactions.write((tx) => get(RecordTillSaleUseCase).run(tx, { saleId, receiptNumber: saleId, channelCode: 'pos-gb', locationId: chain.soho, basket, quote: quote.value, lineTexts: [], staffName: 'Sam', soldAt, businessDate: soldAt.slice(0, 10) }));
}

async function ask<Body = { code: string; details: { reasons: object[] } }>(method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const save = async (...changes: [string, number | null][]) => (await ask<{ versionId: string; revision: number }>('PATCH', `price-books/${book}/draft`, { changes: changes.map(([variantId, amountMinor]) => ({ variantId, amountMinor })) })).body;
const publish = ({ versionId, revision }: { versionId: string; revision: number }) => ask<PublishPricesAnswer & { code: string; details: { reasons: object[] } }>('POST', 'markets/GB/publish', { drafts: [{ versionId, revision }] });

async function replayed(request: object = {}): Promise<DraftReplay> {
  const begun = await ask<DraftReplay>('POST', 'markets/GB/draft-replays', request);
  expect(begun.status).toBe(202);
  for (;;) {
    const { body } = await ask<DraftReplay>('GET', `draft-replays/${begun.body.id}`);
    if (body.status !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('replays the sales of the last weeks at the prices of now and of the drafts, the units as they were', async () => {
  await sell(1, [[chain.jacket, 2], [chain.socks, 1]]);
  await sell(10, [[chain.jacket, 1]]);
  await sell(20, [[chain.socks, 3]]);
  await sell(40, [[chain.jacket, 9]]);
  await save([chain.jacket, 13_200]);
  const { status, done, total, prediction } = await replayed();
  expect([status, done, total]).toEqual(['done', 3, 3]);
  // 3 jackets at 120.00 (100.00 net, cost 50.00) and 4 socks at 6.00 (5.00 net, no cost); at 132.00 a jacket is 110.00 net.
  expect(prediction).toMatchObject({
    weeks: 4, baskets: 3, basketsChanged: 2, leftOut: 0, isCut: false,
    all: { before: { unitsMilli: 7000, revenueMinor: 38_400, netMinor: 32_000, costedNetMinor: 30_000, marginMinor: 15_000, marginBasisPoints: 5000 }, after: { unitsMilli: 7000, revenueMinor: 42_000, netMinor: 35_000, marginMinor: 18_000, marginBasisPoints: 5455 } },
    changed: { before: { baskets: 2, revenueMinor: 36_000 }, after: { baskets: 2, revenueMinor: 39_600 } },
    movers: [{ sku: 'JACKET', before: { unitsMilli: 3000, netMinor: 30_000 }, after: { unitsMilli: 3000, netMinor: 33_000 } }],
  });
  expect(prediction?.byWeek.map(({ before, after }) => [before.baskets, before.revenueMinor, after.revenueMinor])).toEqual([[1, 1800, 1800], [1, 12_000, 13_200], [1, 24_600, 27_000]]);
  expect((await replayed({ weeks: 13 })).prediction?.all.before.unitsMilli).toBe(16_000);
});

it('takes what the formulas make of the drafts along, and leaves out what cannot be sold today', async () => {
  await test.database.insertInto('price_book').values({ id: newId(), code: 'soho', name: 'Soho', market_code: 'GB', currency: 'GBP', location_id: chain.soho, base_book_id: book, formula: JSON.stringify({ percentBasisPoints: -1000, surchargeMinor: 0, ending: null, minMarginBasisPoints: null, maxMarginBasisPoints: null }) }).execute();
  await sell(1, [[chain.jacket, 1]]);
  await sell(1, [[chain.socks, 1]]);
  await save([chain.jacket, 10_000], [chain.socks, null]);
  const { prediction } = await replayed();
  expect(prediction).toMatchObject({ baskets: 1, leftOut: 1, all: { before: { revenueMinor: 12_000 }, after: { revenueMinor: 9000 } } });
});

it('takes the newest where there are more than it replays, and says so', async () => {
  await sell(3, [[chain.jacket, 5]]);
  await sell(2, [[chain.jacket, 1]]);
  await sell(1, [[chain.jacket, 1]]);
  await save([chain.jacket, 13_200]);
  const drafts = await get(PriceReviews).drafts.open('GB');
  let last: PricePrediction | null = null;
  for await (const { prediction } of get(ReplayDraftUseCase).run({ marketCode: 'GB', drafts, weeks: 4, now: new Date(), mostBaskets: 2 })) last = prediction;
  expect(last).toMatchObject({ isCut: true, baskets: 2, all: { before: { unitsMilli: 2000 } } });
});

it('asks for a second person where the replayed margin falls by more than two points, also when nobody had replayed before', async () => {
  await sell(1, [[chain.jacket, 1]]);
  const draft = await save([chain.jacket, 11_000]);
  // 91.67 net: (91.67 − 50) ÷ 91.67 = 45.46 %.
  expect(await publish(draft)).toMatchObject({ status: 422, body: { code: 'approval_needed', details: { reasons: [{ kind: 'margin_falls', found: 454, limit: 200 }] } } });
  expect((await ask('POST', 'markets/GB/price-approval', { drafts: [draft].map(({ versionId, revision }) => ({ versionId, revision })), note: 'Autumn' })).status).toBe(201);
  actor = hannah;
  const today = (await ask<Today>('GET', 'today')).body.concerns;
  expect(today).toMatchObject([{ kind: 'price_approvals', count: 1, rows: [{ subject: 'United Kingdom', place: 'Ines Duarte', count: 1, href: '/prices/GB/review' }] }]);
});

it('keeps what was predicted with the version, and holds it against what was sold since', async () => {
  await sell(1, [[chain.jacket, 1], [chain.socks, 1]]);
  const draft = await save([chain.jacket, 13_200]);
  await replayed();
  expect((await publish(draft)).status).toBe(201);
  await test.database.updateTable('price_book_version').set({ published_at: new Date(Date.now() - 7 * DAY_MS) }).where('id', '=', draft.versionId).execute();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await sell(0, [[chain.jacket, 1], [chain.socks, 1]]);
  await test.database.deleteFrom('order_line').execute();
  const { body } = await ask<PriceOutcome>('GET', `price-versions/${draft.versionId}/outcome`);
  // Predicted from one basket in four weeks; two were sold in the last week, one of them still at the old price.
  expect(body.predicted).toMatchObject({ weeks: 4, all: { revenueMinor: 3450, marginBasisPoints: 5455 }, changed: { revenueMinor: 3300 } });
  expect(body.realised).toMatchObject({ baskets: 2, changed: { unitsMilli: 2000, revenueMinor: 25_200, marginBasisPoints: 5238 } });
  expect(body.missBasisPoints).toBe(-217);
});

it('is asked once for the same drafts, needs drafts, and checks roles', async () => {
  expect(await ask('POST', 'markets/GB/draft-replays', {})).toMatchObject({ status: 422, body: { code: 'nothing_to_replay' } });
  await save([chain.jacket, 13_200]);
  const [first, second] = [(await replayed()).id, (await replayed()).id];
  expect(first).not.toBe(second);
  expect((await ask('POST', 'markets/GB/draft-replays', { weeks: 14 })).status).toBe(400);
  expect((await ask('GET', `draft-replays/${newId()}`)).status).toBe(404);
  expect((await ask('GET', `price-versions/${newId()}/outcome`)).status).toBe(404);
  actor = { ...ines, grants: [{ role: 'associate', locationId: null }] };
  expect((await ask('POST', 'markets/GB/draft-replays', {})).status).toBe(403);
  expect((await ask('GET', `draft-replays/${first}`)).status).toBe(403);
});
