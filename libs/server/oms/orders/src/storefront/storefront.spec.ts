import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OrderDetail, OrderListPage, PlacedOrder, StorefrontProductPage } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { answerBank, startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { OrdersHttpModule } from '../orders-http.module';
import { checkout, delivery, seedChain, stock, type TestChain } from '../testing';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;
let actor: Actor;
const web: Actor = { kind: 'api_key', id: newId(), name: 'Web', channelCode: 'web-gb', secret: false };
const staff: Actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'i@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await stock(test, chain.leedsId, { [chain.bootsId]: 50 });
  await stock(test, chain.warehouseId, { [chain.bootsId]: 7 });
  app = await createTestApp(test, { imports: [OrdersHttpModule], actor: () => actor });
  actor = web;
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

async function call<Body = { code: string; details: unknown }>(method: 'GET' | 'POST', url: string, payload?: object, key: string = newId()): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: { ...signedIn, 'idempotency-key': key }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const body = (change: object = {}) => {
  const { channelCode: _channel, idempotencyKey: _key, ...rest } = checkout(chain, change);
  return rest;
};

describe('the storefront', () => {
  it('shows products at the price that a checkout will ask, and what may be promised', async () => {
    const { body: page } = await call<StorefrontProductPage>('GET', 'storefront/products?limit=2');
    expect(page.items).toHaveLength(2);
    expect(page.nextCursor).not.toBeNull();
    const { body: boots } = await call<StorefrontProductPage>('GET', 'storefront/products?q=boots');
    expect(boots.items).toMatchObject([{ handle: 'boo-1', currency: 'GBP', variants: [{ id: chain.bootsId, priceMinor: 3_600, listMinor: 4_000, availableMilli: 57_000 }] }]);
    expect((await call('GET', 'storefront/products/boo-1')).body).toMatchObject({ title: 'Suede boots' });
    expect((await call('GET', 'storefront/products/none')).status).toBe(404);
    expect((await call('GET', 'storefront/stores')).body).toMatchObject({ items: [{ name: 'Leeds' }, { name: 'London Soho' }] });
  });

  it('names the collections that hold something for sale', async () => {
    await test.pool.query("INSERT INTO collection (id, handle, title) VALUES ($1, 'empty', 'Empty'), ($2, 'footwear', 'Footwear')", [newId(), newId()]);
    await test.pool.query("INSERT INTO collection_product (collection_id, product_id) SELECT c.id, v.product_id FROM collection c, variant v WHERE c.handle = 'footwear' AND v.id = $1", [chain.bootsId]);
    const { body: collections } = await call<{ items: { handle: string }[] }>('GET', 'storefront/collections');
    expect(collections.items.map(({ handle }) => handle)).toContain('footwear');
    expect(collections.items.map(({ handle }) => handle)).not.toContain('empty');
    expect((await call<StorefrontProductPage>('GET', 'storefront/products?collection=footwear')).body.items).toMatchObject([{ handle: 'boo-1' }]);
  });

  it('tells availability by store and for delivery', async () => {
    const { body: availability } = await call('GET', `storefront/availability?variantIds=${chain.bootsId}`);
    expect(availability).toEqual({ items: [{ variantId: chain.bootsId, deliveryMilli: 57_000, stores: [{ locationId: chain.leedsId, availableMilli: 50_000 }, { locationId: chain.sohoId, availableMilli: 0 }] }] });
    expect((await call('GET', 'storefront/availability?variantIds=none')).status).toBe(400);
  });

  it('quotes a basket and refuses what it cannot price', async () => {
    expect((await call('POST', 'storefront/quote', { lines: body().lines })).body).toMatchObject({ totalMinor: 7_200, discountMinor: 800, taxMinor: 1_200, discounts: [{ name: 'Autumn' }] });
    expect(await call('POST', 'storefront/quote', { lines: [{ variantId: newId(), quantityMilli: 1_000 }] })).toMatchObject({ status: 422, body: { code: 'unknown_variant' } });
    expect((await call('POST', 'storefront/quote', { lines: [{ variantId: chain.bootsId, quantityMilli: 0 }] })).status).toBe(400);
  });

  it('places an order, shows it behind its token only, and staff find it', async () => {
    const { status, body: placed } = await call<PlacedOrder>('POST', 'storefront/orders', body({ fulfilment: delivery }));
    expect([status, placed.status]).toEqual([201, 'placed']);
    expect((await call('GET', `storefront/orders/${placed.orderId}?token=${placed.statusToken}`)).body).toMatchObject({ number: placed.number, displayStatus: 'placed', collectionCode: null, totalMinor: 7_200 });
    expect((await call('GET', `storefront/orders/${placed.orderId}?token=wrong`)).status).toBe(404);
    actor = staff;
    const { body: list } = await call<OrderListPage>('GET', `orders?q=${placed.number}&status=open`);
    expect(list.items).toMatchObject([{ number: placed.number, customerName: 'Priya Nair', unitCount: 2, displayStatus: 'placed' }]);
    const { body: shown } = await call<OrderDetail>('GET', `orders/${placed.orderId}`);
    expect(shown).toMatchObject({ displayStatus: 'placed', onHoldMinor: 7_200, externalId: null, actions: ['cancel'], payments: [{ cardLabel: 'Visa ··4242' }] });
    // The quote as it was sold, so that a screen can say why each line costs what it costs.
    expect(shown.quote?.lines).toMatchObject([{ variantId: chain.bootsId, totalMinor: 7_200, trace: { promotions: [{ name: 'Autumn', applied: true, amountMinor: 800 }] } }]);
    actor = web;
  });

  it('refuses with the status that tells what to do', async () => {
    expect(await call('POST', 'storefront/orders', body({ expectedTotalMinor: 1 }))).toMatchObject({ status: 409, body: { code: 'price_changed', details: { quote: { totalMinor: 7_200 } } } });
    expect(await call('POST', 'storefront/orders', body({ paymentMethodId: 'pm_card_chargeDeclined' }))).toMatchObject({ status: 402, body: { code: 'card_declined', details: { code: 'generic_decline' } } });
    expect(await call('POST', 'storefront/orders', body({ lines: [{ variantId: chain.bootsId, quantityMilli: 90_000 }], expectedTotalMinor: 324_000 }))).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect(await call('POST', 'storefront/orders', body(), 'not-a-uuid')).toMatchObject({ status: 400, body: { code: 'idempotency_key_missing' } });
    const key = newId();
    await call('POST', 'storefront/orders', body(), key);
    expect(await call('POST', 'storefront/orders', body({ customer: { name: 'Else', email: 'e@example.com' } }), key)).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  });

  it('lets one address read so often in a minute, and no other key or address suffers', async () => {
    const read = async (url: string, ip: string) => (await app.inject({ method: 'GET', url: `/api/${url}`, headers: signedIn, remoteAddress: ip })).statusCode;
    expect(await read('storefront/stores', '203.0.113.7')).toBe(200);
    const counted = await test.database.selectFrom('rate_limit').select(['key', 'hits']).where('key', 'like', 'storefront:%203.0.113.7').execute();
    expect(counted).toMatchObject([{ hits: 1 }]);
    await test.database.updateTable('rate_limit').set({ hits: 600 }).where('key', '=', counted[0]?.key ?? '').execute();
    const urls = ['products', 'products/boo-1', 'collections', 'stores', `availability?variantIds=${chain.bootsId}`, `orders/${newId()}?token=x`];
    for (const url of urls) expect(await read(`storefront/${url}`, '203.0.113.7')).toBe(429);
    expect(await read('storefront/stores', '203.0.113.8')).toBe(200);
  });

  it('takes a shopper through 3-D Secure and back', async () => {
    const { body: placed } = await call<PlacedOrder>('POST', 'storefront/orders', body({ paymentMethodId: 'pm_card_threeDSecure2Required' }));
    expect(placed.status).toBe('requires_action');
    await answerBank(placed.redirectUrl ?? '', 'complete');
    expect((await call('POST', `storefront/orders/${placed.orderId}/payment-return`, { token: placed.statusToken })).body).toMatchObject({ status: 'placed', number: placed.number });
    const failed = (await call<PlacedOrder>('POST', 'storefront/orders', body({ paymentMethodId: 'pm_card_threeDSecure2Required' }))).body;
    await answerBank(failed.redirectUrl ?? '', 'fail');
    expect(await call('POST', `storefront/orders/${failed.orderId}/payment-return`, { token: failed.statusToken })).toMatchObject({ status: 402, body: { code: 'card_declined' } });
  });

  it('takes a code, says what became of it, and sells at the total that it makes', async () => {
    const definition = { lane: 'basket', priority: 0, channelCodes: [], conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 8_000, of: 'list' }], coupon: { codes: ['WELCOME'] }, reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 700 } } };
    await test.pool.query("INSERT INTO price_release (market_code, number, cause, released_by) VALUES ('GB', 2, 'test', 'test')");
    await test.pool.query("INSERT INTO promotion (id, code, name, market_code, definition, starts_at, ends_at, from_release) VALUES ($1, 'welcome', 'Welcome', 'GB', $2, '2020-01-01', '2099-01-01', 2)", [newId(), JSON.stringify(definition)]);
    const quote = async (quantityMilli: number, coupons: string[]) => (await call('POST', 'storefront/quote', { lines: [{ variantId: chain.bootsId, quantityMilli }], coupons })).body;
    expect(await quote(2_000, ['wel come', 'NOPE'])).toMatchObject({ totalMinor: 6_500, discounts: expect.arrayContaining([expect.objectContaining({ name: 'Welcome', amountMinor: 700 })]), coupons: [{ code: 'wel come', outcome: 'applied' }, { code: 'NOPE', outcome: 'unknown' }] });
    expect(await quote(1_000, ['WELCOME'])).toMatchObject({ totalMinor: 3_600, coupons: [{ code: 'WELCOME', outcome: 'not_applied' }] });
    expect(await call('POST', 'storefront/orders', body({ expectedTotalMinor: 6_500 }))).toMatchObject({ status: 409, body: { code: 'price_changed' } });
    expect(await call('POST', 'storefront/orders', body({ expectedTotalMinor: 6_500, coupons: ['WELCOME'] }))).toMatchObject({ status: 201, body: { totalMinor: 6_500 } });
    expect((await call('POST', 'storefront/quote', { lines: body().lines, coupons: ['x'.repeat(41)] })).status).toBe(400);
    for (const coupon of ['WEL\u0000COME', 'WEL\u0007COME', '\u200bWELCOME', 'WELCOME\n']) {
      expect(await call('POST', 'storefront/quote', { lines: body().lines, coupons: [coupon] })).toMatchObject({ status: 400, body: { code: 'invalid_input', detail: expect.stringContaining('A code has no control characters') as string } });
      expect((await call('POST', 'storefront/orders', body({ coupons: [coupon] }))).status).toBe(400);
    }
  });

  it('quotes a promotion that is limited per customer by the e-mail, and an order that goes by another total says the new one', async () => {
    const definition = { lane: 'basket', priority: 0, channelCodes: [], conditions: [], limits: { usesPerCustomer: 1 }, reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 500 } } };
    await test.pool.query("INSERT INTO price_release (market_code, number, cause, released_by) VALUES ('GB', 3, 'test', 'test')");
    await test.pool.query("INSERT INTO promotion (id, code, name, market_code, definition, starts_at, ends_at, from_release) VALUES ($1, 'once', 'Once each', 'GB', $2, '2020-01-01', '2099-01-01', 3)", [newId(), JSON.stringify(definition)]);
    const total = async (email?: string) => (await call<{ totalMinor: number }>('POST', 'storefront/quote', { lines: body().lines, ...(email ? { email } : {}) })).body.totalMinor;
    expect(await total('priya@example.com')).toBe(6_700);
    expect(await call('POST', 'storefront/orders', body({ expectedTotalMinor: 6_700 }))).toMatchObject({ status: 201 });
    expect(await call('POST', 'storefront/orders', body({ expectedTotalMinor: 6_700 }))).toMatchObject({ status: 409, body: { code: 'price_changed', details: { quote: { totalMinor: 7_200 } } } });
    expect([await total(), await total('PRIYA@example.com'), await total('sam@example.com')]).toEqual([6_700, 7_200, 6_700]);
  });
});
