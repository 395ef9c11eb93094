import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { StorefrontPrices as Prices } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { OrdersHttpModule } from '../orders-http.module';
import { seedChain, statementsOn, type TestChain } from '../testing';
import { HitsInProcess } from './hits-in-process';
import { priceTurn } from './price-turn';
import { StorefrontPrices } from './storefront-prices.query';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  const web: Actor = { kind: 'api_key', id: newId(), name: 'Shop page', channelCode: 'web-gb', secret: false };
  app = await createTestApp(test, { imports: [OrdersHttpModule], actor: () => web });
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

const read = async (variantIds: string[], headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method: 'GET', url: `/api/storefront/prices?variantIds=${variantIds.join(',')}`, headers: { ...signedIn, ...headers } });
  return { status: answer.statusCode, etag: String(answer.headers.etag), cache: answer.headers['cache-control'], body: answer.body === '' ? null : answer.json<Prices>() };
};

describe('prices of many variants', () => {
  it('are those of the book that tills have, in the order asked, with the price before where it is reduced', async () => {
    const strange = newId();
    const { status, body, cache } = await read([chain.beltId, strange, chain.bootsId, chain.beltId]);
    expect([status, cache]).toEqual([200, 'public, max-age=1']);
    const belt = { variantId: chain.beltId, priceMinor: 1000, beforeMinor: null, lowestLast30DaysMinor: null };
    expect(body).toMatchObject({
      bookVersion: expect.stringMatching(/^GB:1\.\d+$/) as string, currency: 'GBP', taxInclusive: true, validUntil: '2099-01-01T00:00:00.000Z',
      items: [belt, { variantId: strange, priceMinor: null }, { variantId: chain.bootsId, priceMinor: 3600, beforeMinor: 4000 }, belt],
    });
  });

  it('are asked of the database once a version, and not at all with the same ETag', async () => {
    const { etag } = await read([chain.bootsId]);
    expect(await read([chain.bootsId], { 'if-none-match': `W/${etag}` })).toMatchObject({ status: 304, body: null });
    expect((await read([chain.bootsId], { 'if-none-match': '"other"' })).status).toBe(200);
    expect(await statementsOn(/FROM "?(price|promotion|tax_rate|rate_limit)"?\b/i, async () => { for (let index = 0; index < 5; index += 1) await read([chain.bootsId, chain.beltId]); })).toBe(0);
  });

  it('turn when a price begins, and within a quarter of a second of a publish', async () => {
    const prices = app.get(StorefrontPrices, { strict: false });
    const at = (instant: string) => prices.run('web-gb', chain.bootsId, new Date(instant)).then(async (answer) => ({ etag: answer.etag, price: (JSON.parse(await answer.body()) as Prices).items[0]?.priceMinor }));
    const [before, after] = [await at('2098-12-31T23:59:59.999Z'), await at('2099-01-01T00:00:00.000Z')];
    expect([before.price, after.price]).toEqual([3600, 4000]);
    expect(before.etag).not.toBe(after.etag);
    await test.database.insertInto('price_release').values({ market_code: 'GB', number: 2, cause: 'test', released_by: 'test' }).execute();
    await test.database.updateTable('price').set({ to_release: 2 }).where('variant_id', '=', chain.beltId).execute();
    const { book_id } = await test.database.selectFrom('price').select('book_id').where('variant_id', '=', chain.beltId).executeTakeFirstOrThrow();
    await test.database.insertInto('price').values({ book_id, variant_id: chain.beltId, from_release: 2, amount_minor: 1200 }).execute();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await read([chain.beltId])).body).toMatchObject({ bookVersion: expect.stringMatching(/^GB:2\./) as string, items: [{ priceMinor: 1200 }] });
  });

  it('refuse what is no list of ids', async () => {
    expect((await read(['none'])).status).toBe(400);
    expect((await read(Array.from({ length: 101 }, () => newId()))).status).toBe(400);
  });
});

describe('priceTurn', () => {
  it('lies between the last and the next instant at which anything begins or ends', () => {
    const book = { books: [{ activeFrom: '2026-01-01T00:00:00Z', activeTo: null }], promotions: [{ startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-03-01T00:00:00Z' }], taxRates: [] } as unknown as PriceBook;
    const turn = (at: string) => priceTurn(book, Date.parse(at));
    expect(turn('2026-02-01T00:00:00Z')).toEqual({ from: Date.parse('2026-02-01T00:00:00Z'), to: Date.parse('2026-03-01T00:00:00Z') });
    expect([turn('2025-01-01T00:00:00Z').from, turn('2027-01-01T00:00:00Z').to]).toEqual([0, null]);
  });
});

describe('HitsInProcess', () => {
  it('lets so many through in a window, by key, and says how long to wait', () => {
    const hits = new HitsInProcess({ limit: 2, windowMs: 60_000 });
    expect([hits.take('a', 0), hits.take('a', 0), hits.take('a', 30_000), hits.take('b', 30_000), hits.take('a', 60_000)]).toEqual([0, 0, 30, 0, 0]);
  });
});
