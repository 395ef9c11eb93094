import type { TestingModule } from '@nestjs/testing';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { InsightsModule } from '../insights.module';
import { type Chain, openChain } from '../testing';
import { QuoteDifferenceRepository } from './quote-difference.repository';
import { ReplayNightUseCase } from './replay-night.use-case';
import { type DifferingQuote, ReplayQuotesUseCase } from './replay-quotes.use-case';
import { ResolveQuoteDifferenceUseCase } from './resolve-quote-difference.use-case';

const NIGHT = new Date(`${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T03:00:00Z`);
const ana: Actor = { kind: 'staff', id: newId(), name: 'Ana Reis', email: 'ana@fieldhouse.example', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

let test: TestDatabase;
let context: TestingModule;
let chain: Chain;

beforeEach(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  const [book, sale] = [newId(), newId()];
  const { database } = test;
  await database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await database.insertInto('price_book').values({ id: book, code: 'GB', name: 'UK', market_code: 'GB', currency: 'GBP' }).execute();
  await database.insertInto('price').values({ book_id: book, variant_id: chain.jacket, from_release: 1, amount_minor: 4000 }).execute();
  await database.insertInto('tax_rate').values(['standard', 'reduced'].map((tax_class, index) => ({ id: newId(), country: 'GB', tax_class, name: 'VAT', rate_basis_points: 2000 - 1500 * index, valid_from: '2020-01-01T00:00:00Z' }))).execute();
  await database.insertInto('collection').values({ id: sale, handle: 'sale', title: 'Sale' }).execute();
  await test.pool.query('INSERT INTO collection_product (collection_id, product_id) SELECT $1, product_id FROM variant WHERE id = $2', [sale, chain.jacket]);
  const definition = { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: { collectionIds: [sale] }, discount: { percentBasisPoints: 1000 } } };
  await database.insertInto('promotion').values({ id: newId(), code: 'TENTH', name: 'A tenth', market_code: 'GB', definition: JSON.stringify(definition), starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 1 }).execute();
  context = await createTestContext(test, { imports: [InsightsModule] });
});
afterEach(async () => {
  await context.close();
  await test.drop();
});

/** Two jackets, sold at the till by the live book. */
async function order(): Promise<string> {
  const saleId = newId();
  const soldAt = new Date().toISOString();
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.soho, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: [{ lineId: '1', variantId: chain.jacket, quantityMilli: 2000 }] };
  const quote = quoteBasket(basket, await context.get(LoadPriceBook, { strict: false }).run('GB'));
  if (!quote.ok) throw new Error(quote.refusal.kind);
  await test.transactions.write((tx) => context.get(RecordTillSaleUseCase, { strict: false }).run(tx, {
    saleId, receiptNumber: saleId, channelCode: 'pos-gb', locationId: chain.soho, basket, quote: quote.value, lineTexts: [], staffName: 'Sam', soldAt, businessDate: soldAt.slice(0, 10),
  }));
  return saleId;
}

async function replay(range = {}): Promise<{ done: number; differing: DifferingQuote[] }> {
  const result: { done: number; differing: DifferingQuote[] } = { done: 0, differing: [] };
  for await (const page of context.get(ReplayQuotesUseCase, { strict: false }).run(range)) {
    result.done = page.done;
    result.differing.push(...page.differing);
  }
  return result;
}

const night = (now = NIGHT) => context.get(ReplayNightUseCase, { strict: false }).run(now);
const open = async () => (await context.get(QuoteDifferenceRepository, { strict: false }).open(5)).first;
const falsify = (orderId: string, totalMinor: number) =>
  test.pool.query("UPDATE sales_order SET quote = jsonb_set(quote, '{totalMinor}', $2::jsonb) WHERE id = $1", [orderId, String(totalMinor)]);

describe('pricing stored orders again', () => {
  it('agrees with what was sold, also after prices, promotions and the catalogue have changed', async () => {
    await order();
    await test.pool.query("UPDATE price SET to_release = 2 WHERE from_release = 1; INSERT INTO price (book_id, variant_id, from_release, amount_minor) SELECT book_id, variant_id, 2, amount_minor * 2 FROM price; INSERT INTO price_release (market_code, number, cause, released_by) VALUES ('GB', 2, 'test', 'test')");
    await test.pool.query("DELETE FROM collection_product; UPDATE product SET tax_class = 'reduced'");
    // The facts are read at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const second = await order();
    expect(await test.database.selectFrom('sales_order').select('total_minor').where('id', '=', second).executeTakeFirst()).toEqual({ total_minor: 16_000 });
    expect(await replay()).toEqual({ done: 2, differing: [] });
  });

  it('names an order that would be priced otherwise, where and how', async () => {
    const orderId = await order();
    await falsify(orderId, 7_100);
    expect(await replay()).toMatchObject({ done: 1, differing: [{ orderId, reason: 'differs', differences: [{ path: 'totalMinor', stored: 7_100, replayed: 7_200 }] }] });
    expect(await replay({ to: new Date(0) })).toEqual({ done: 0, differing: [] });
  });

  it('says so when the book of an order never was', async () => {
    const orderId = await order();
    await test.pool.query("UPDATE sales_order SET quote = jsonb_set(quote, '{bookVersion}', '\"GB:99.1\"')");
    expect((await replay()).differing).toMatchObject([{ orderId, reason: 'unknown_book', bookVersion: 'GB:99.1' }]);
  });
});

describe('the nightly replay', () => {
  it('runs once a night, in one worker, after closing time', async () => {
    await order();
    expect(await night(new Date(NIGHT.getTime() - 2 * 3_600_000))).toBeNull();
    expect((await Promise.all([night(), night(), night()])).filter((done) => done !== null)).toEqual([{ quotes: 1, differing: 0 }]);
    expect(await night(new Date(NIGHT.getTime() + 86_400_000))).toEqual({ quotes: 1, differing: 0 });
  });

  it('is taken over an hour after its worker died', async () => {
    await order();
    await test.pool.query('INSERT INTO quote_replay (night, started_at) VALUES ($1::date, $2)', [NIGHT.toISOString().slice(0, 10), new Date(NIGHT.getTime() - 50 * 60_000)]);
    expect(await night()).toBeNull();
    expect(await night(new Date(NIGHT.getTime() + 20 * 60_000))).toEqual({ quotes: 1, differing: 0 });
  });

  it('leaves a task for what differs until a person has looked or it agrees again', async () => {
    const [first, second] = [await order(), await order()];
    await falsify(first, 1);
    await falsify(second, 2);
    expect(await night()).toEqual({ quotes: 2, differing: 2 });
    expect((await open()).map((task) => task.orderId).sort()).toEqual([first, second].sort());
    const resolve = new ResolveQuoteDifferenceUseCase(test.transactions);
    expect(await resolve.run(ana, first, 'Known since the outage.')).toEqual({ ok: true, value: null });
    expect(await resolve.run(ana, first, '')).toMatchObject({ ok: false, refusal: { kind: 'already_resolved' } });
    expect(await resolve.run(ana, newId(), '')).toMatchObject({ ok: false, refusal: { kind: 'not_found' } });
    await falsify(second, 7_200);
    await night(new Date(NIGHT.getTime() + 86_400_000));
    expect(await open()).toEqual([]);
    expect(await test.database.selectFrom('quote_difference').select(['order_id', 'resolved_by']).execute()).toEqual([{ order_id: first, resolved_by: 'Ana Reis' }]);
  });
});
