import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrdersHttpModule } from '@oneshelf/server-orders';
import { seedAbroad, seedChain, stock, type TestChain } from '@oneshelf/server-orders/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import { PricingHttpModule } from '@oneshelf/server-pricing';

let test: TestDatabase;
let stripe: Awaited<ReturnType<typeof startStripe>>;
let app: NestFastifyApplication;
let chain: TestChain;
let actor: Actor;
let bookId = '';
let promotionId = '';

const shop: Actor = { kind: 'api_key', id: newId(), name: 'Shop page', channelCode: 'web-de', secret: false };
const office: Actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'i@example.com', locale: 'en', grants: [{ role: 'merchandiser', locationId: null }, { role: 'finance', locationId: null }, { role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await seedAbroad(test, chain);
  await stock(test, chain.leedsId, { [chain.beltId]: 20 });
  bookId = (await test.database.selectFrom('price_book').select('id').where('code', '=', 'DE').executeTakeFirstOrThrow()).id;
  promotionId = (await test.database.selectFrom('promotion').select('id').executeTakeFirstOrThrow()).id;
  app = await createTestApp(test, { imports: [OrdersHttpModule, PricingHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

/** How many rows each table holds, but for the counters of who asked how often. */
async function everyTable(): Promise<unknown> {
  const { rows } = await test.pool.query<{ table_name: string }>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'rate_limit' ORDER BY table_name");
  const counts = await test.pool.query<Record<string, string>>(`SELECT ${rows.map(({ table_name }) => `(SELECT count(*) FROM "${table_name}") AS "${table_name}"`).join(', ')}`);
  return counts.rows[0];
}

interface Bad {
  what: string;
  method?: 'POST' | 'GET' | 'PATCH' | 'PUT';
  url: string;
  payload?: () => unknown;
  refused: [status: number, code: string];
  /** What the sentence must name: where it is wrong, or what to do. */
  says: RegExp;
}

/** Sends it as this actor and looks at every table before and after. */
async function refuse(who: Actor, { method = 'POST', url, payload, refused, says }: Bad): Promise<void> {
  actor = who;
  const before = await everyTable();
  const answer = await app.inject({ method, url: `/api/${url.replace('$book', bookId).replace('$promotion', promotionId)}`, headers: { ...signedIn, 'idempotency-key': newId() }, ...(payload ? { payload: payload() as object } : {}) });
  const problem = answer.json<{ code: string; detail: string; title: string }>();
  expect([answer.statusCode, problem.code]).toEqual(refused);
  expect(problem.detail).toMatch(says);
  // A sentence and what to do, not a bare code; nothing of our inside.
  expect(problem.detail).toMatch(/Nothing was|Nothing is|Wait|There is no/);
  expect(answer.body).not.toMatch(/node_modules|at \w+ \(|SELECT |stack/);
  expect(await everyTable()).toEqual(before);
}

const line = (change: object = {}) => ({ variantId: chain.beltId, quantityMilli: 1000, ...change });
const to = (change: object = {}) => ({ kind: 'delivery', address: { line1: 'Ring 1', city: 'Wien', postcode: '1010', country: 'AT', ...change } });
const basket = (change: object = {}) => ({ lines: [line()], fulfilment: to(), ...change });
const order = (change: object = {}) => ({ ...basket(), customer: { name: 'Priya', email: 'p@example.com' }, expectedTotalMinor: 1990, paymentMethodId: 'pm_card_visa', ...change });

const both = (what: string, change: () => object, refused: Bad['refused'], says: RegExp): Bad[] => [
  { what: `quote: ${what}`, url: 'storefront/quote', payload: () => basket(change()), refused, says },
  { what: `order: ${what}`, url: 'storefront/orders', payload: () => order(change()), refused, says },
];
const invalid: Bad['refused'] = [400, 'invalid_input'];

const atTheStorefront: Bad[] = [
  ...both('a currency that nobody asked for', () => ({ currency: 'XXX' }), invalid, /currency/),
  ...both('a quantity of 1e9', () => ({ lines: [line({ quantityMilli: 1_000_000_000_000 })] }), invalid, /lines.*quantityMilli/),
  ...both('a quantity below zero', () => ({ lines: [line({ quantityMilli: -1000 })] }), invalid, /lines.*quantityMilli/),
  ...both('no quantity', () => ({ lines: [line({ quantityMilli: 0 })] }), invalid, /lines.*quantityMilli/),
  ...both('half a thousandth', () => ({ lines: [line({ quantityMilli: 0.5 })] }), invalid, /lines.*quantityMilli/),
  ...both('a quantity as text', () => ({ lines: [line({ quantityMilli: '1000' })] }), invalid, /lines.*quantityMilli/),
  ...both('10,000 lines', () => ({ lines: Array.from({ length: 10_000 }, () => line()) }), invalid, /lines/),
  ...both('no line', () => ({ lines: [] }), invalid, /lines/),
  ...both('a code with a control character', () => ({ coupons: ['AB\u0000C'] }), invalid, /coupons.*control characters/),
  ...both('a code that is turned round', () => ({ coupons: ['AB\u202EC'] }), invalid, /coupons.*control characters/),
  ...both('a code of 10,000 characters', () => ({ coupons: ['A'.repeat(10_000)] }), invalid, /coupons/),
  ...both('a thousand codes', () => ({ coupons: Array.from({ length: 1000 }, (_, index) => `C${index}`) }), invalid, /coupons/),
  ...both('a country that is none', () => ({ fulfilment: to({ country: 'Austria' }) }), invalid, /country/),
  ...both('a country in small letters', () => ({ fulfilment: to({ country: 'at' }) }), invalid, /country/),
  ...both('a country that is not served', () => ({ fulfilment: to({ country: 'XX' }) }), [422, 'not_delivered_there'], /XX.*AT, CH, DE/),
  ...both('a postcode of another country', () => ({ fulfilment: to({ postcode: '10115' }) }), [422, 'malformed_postcode'], /10115.*AT.*1010/),
  ...both('a postcode that is none', () => ({ fulfilment: to({ postcode: "1010'; --" }) }), [422, 'malformed_postcode'], /1010/),
  ...both('a postcode of 1,000 characters', () => ({ fulfilment: to({ postcode: '1'.repeat(1000) }) }), invalid, /postcode/),
  ...both('a VAT number that is none', () => ({ vatNumber: 'AT123' }), [422, 'malformed_vat_number'], /AT123.*ATU12345678/),
  ...both('a way to send it that is none', () => ({ shippingMethodId: 'rocket' }), [422, 'unknown_shipping_method'], /rocket.*standard/),
  ...both('a store that hands nothing over', () => ({ fulfilment: { kind: 'pickup', locationId: newId() } }), [422, 'unknown_location'], /store/),
  ...both('a product that is not', () => ({ lines: [line({ variantId: newId() })] }), [422, 'unknown_variant'], /line 1/),
  ...both('a product without a price here', () => ({ lines: [line(), line({ variantId: chain.socksId })] }), [422, 'no_price'], /line 2/),
  { what: 'order: nothing in it', url: 'storefront/orders', payload: () => ({}), refused: invalid, says: /lines/ },
  { what: 'order: an e-mail that is none', url: 'storefront/orders', payload: () => order({ customer: { name: 'P', email: 'nobody' } }), refused: invalid, says: /customer.*email/ },
  { what: 'order: a total below zero', url: 'storefront/orders', payload: () => order({ expectedTotalMinor: -1 }), refused: invalid, says: /expectedTotalMinor/ },
  { what: 'order: an old total', url: 'storefront/orders', payload: () => order({ expectedTotalMinor: 1 }), refused: [409, 'price_changed'], says: /new total/ },
  { what: 'prices: not ids', method: 'GET', url: 'storefront/prices?variantIds=1,2', refused: invalid, says: /variantIds/ },
  { what: 'prices: 101 ids', method: 'GET', url: `storefront/prices?variantIds=${Array.from({ length: 101 }, () => newId()).join(',')}`, refused: invalid, says: /variantIds/ },
];

const promotion = (change: object = {}, definition: object = {}) => ({
  name: 'Summer', marketCode: 'DE', startsAt: '2026-12-01T00:00:00Z', endsAt: '2026-12-31T00:00:00Z',
  definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1000 } }, ...definition }, ...change,
});
const rate = (change: object = {}) => ({ country: 'AT', taxClass: 'standard', name: 'VAT', ratePpm: 200_000, validFrom: '2099-01-01T00:00:00Z', ...change });
const book = (change: object = {}) => ({ code: 'members', name: 'Members', marketCode: 'DE', ...change });
const draft = (change: object = {}) => ({ changes: [{ variantId: chain.beltId, amountMinor: 900, ...change }] });

const atTheOffice: Bad[] = [
  { what: 'a book of a market that is not', url: 'price-books', payload: () => book({ marketCode: 'ZZ' }), refused: [404, 'unknown_market'], says: /market/ },
  { what: 'a book with a currency of its own', url: 'price-books', payload: () => book({ currency: 'XXX' }), refused: invalid, says: /currency/ },
  { what: 'a book of a country in words', url: 'price-books', payload: () => book({ marketCode: 'Germany' }), refused: invalid, says: /marketCode/ },
  { what: 'a price of 1e10', method: 'PATCH', url: 'price-books/$book/draft', payload: () => draft({ amountMinor: 10_000_000_000 }), refused: invalid, says: /changes.*amountMinor/ },
  { what: 'a price below zero', method: 'PATCH', url: 'price-books/$book/draft', payload: () => draft({ amountMinor: -1 }), refused: invalid, says: /changes.*amountMinor/ },
  { what: 'a price from 1e9 pieces', method: 'PATCH', url: 'price-books/$book/draft', payload: () => draft({ fromMilli: 1_000_000_000_000 }), refused: invalid, says: /changes.*fromMilli/ },
  { what: '10,001 prices at once', method: 'PATCH', url: 'price-books/$book/draft', payload: () => ({ changes: Array.from({ length: 10_001 }, () => draft().changes[0]) }), refused: invalid, says: /changes/ },
  { what: 'a code with a control character', url: 'promotions', payload: () => promotion({}, { coupon: { codes: ['AB\u0007CD'] } }), refused: invalid, says: /codes.*letters, digits/ },
  { what: 'a code of 200 characters', url: 'promotions', payload: () => promotion({}, { coupon: { codes: ['A'.repeat(200)] } }), refused: invalid, says: /codes/ },
  { what: 'a promotion in a market that is not', url: 'promotions', payload: () => promotion({ marketCode: 'ZZ' }), refused: [404, 'unknown_market'], says: /market/ },
  { what: 'a promotion that ends before it begins', url: 'promotions', payload: () => promotion({ endsAt: '2026-11-01T00:00:00Z' }), refused: invalid, says: /endsAt/ },
  { what: 'a discount of 1e9 percent', url: 'promotions', payload: () => promotion({}, { reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints: 1e11 } } }), refused: invalid, says: /reward/ },
  { what: 'a prefix of codes with a control character', url: 'promotions/$promotion/coupon-batches', payload: () => ({ id: newId(), count: 5, prefix: 'A\u0000' }), refused: invalid, says: /prefix/ },
  { what: '1e9 codes', url: 'promotions/$promotion/coupon-batches', payload: () => ({ id: newId(), count: 1e9 }), refused: invalid, says: /count/ },
  { what: 'a tax rate of a country that is none', url: 'tax-rates', payload: () => rate({ country: 'Austria' }), refused: invalid, says: /country/ },
  { what: 'a tax rate of 1e9 percent', url: 'tax-rates', payload: () => rate({ ratePpm: 1e13 }), refused: invalid, says: /ratePpm/ },
  { what: 'a tax rate for a postcode without an end', url: 'tax-rates', payload: () => rate({ postcodes: [{ from: '1010' }] }), refused: invalid, says: /postcodes/ },
  { what: 'a trial of tax on a sum below zero', url: 'tax-rates/try', payload: () => ({ country: 'AT', taxClass: 'standard', day: '2026-05-05', amountMinor: -1, taxInclusive: true }), refused: invalid, says: /amountMinor/ },
];

describe('bad input at the storefront is refused with what, where and what to do, and nothing is half saved', () => {
  it.each(atTheStorefront.map((bad) => [bad.what, bad] as const))('%s', (_what, bad) => refuse(shop, bad));
});

describe('bad input at the office is refused with what, where and what to do, and nothing is half saved', () => {
  it.each(atTheOffice.map((bad) => [bad.what, bad] as const))('%s', (_what, bad) => refuse(office, bad));
});
