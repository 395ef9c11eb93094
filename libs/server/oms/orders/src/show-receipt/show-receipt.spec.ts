import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PlacedOrder, ReceiptPage, StorefrontOrderStatus } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { OrdersHttpModule } from '../orders-http.module';
import { OrdersJobsModule } from '../orders-jobs.module';
import { RecordTillSaleUseCase } from '../record-till-sale/record-till-sale.use-case';
import { checkout, seedAbroad, seedChain, stock, type TestChain } from '../testing';
import { PriceBasket } from '../place-order/price-basket.query';
import { receiptToken } from './receipt-token';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;

beforeAll(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await seedAbroad(test, chain);
  await stock(test, chain.leedsId, { [chain.beltId]: 20, [chain.bootsId]: 20 });
  const web: Actor = { kind: 'api_key', id: newId(), name: 'Shop page', channelCode: 'web-de', secret: false };
  app = await createTestApp(test, { imports: [OrdersHttpModule, OrdersJobsModule], actor: () => web });
});
afterAll(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

const read = async (token: string, more: { locale?: string; ip?: string } = {}) => {
  const answer = await app.inject({ method: 'GET', url: `/api/receipts/${token}?locale=${more.locale ?? 'en'}`, remoteAddress: more.ip ?? '203.0.113.9' });
  return { status: answer.statusCode, body: answer.json<ReceiptPage & { code?: string }>(), text: answer.body, cache: answer.headers['cache-control'] };
};

async function order(): Promise<string> {
  const { lines: _lines, channelCode: _channel, idempotencyKey, ...rest } = checkout(chain);
  const payload = { ...rest, lines: [{ variantId: chain.beltId, quantityMilli: 2000 }], fulfilment: { kind: 'delivery', address: { line1: 'Geheimweg 7', city: 'Wien', postcode: '1010', country: 'AT' } }, expectedTotalMinor: 2990 };
  const placed = await app.inject({ method: 'POST', url: '/api/storefront/orders', headers: { ...signedIn, 'idempotency-key': idempotencyKey }, payload });
  const { orderId, statusToken } = placed.json<PlacedOrder>();
  return (await app.inject({ method: 'GET', url: `/api/storefront/orders/${orderId}?token=${statusToken}`, headers: signedIn })).json<StorefrontOrderStatus>().receiptToken ?? '';
}

describe('a receipt by its link', () => {
  it('shows what was sold and why, in both languages, and nothing of who bought it', async () => {
    const token = await order();
    const { status, body, text, cache } = await read(token);
    expect([status, cache]).toEqual([200, 'private, no-store']);
    expect(body).toMatchObject({ place: 'Web DE', totalMinor: 2990, shippingMinor: 990, taxes: [{ country: 'AT', taxMinor: 498 }], lines: [{ title: 'Leather belt', quantityMilli: 2000, totalMinor: 2000 }], wasCancelled: false });
    expect(body.why.taxes[0]).toContain('Austria');
    expect((await read(token, { locale: 'de' })).body.why.taxes[0]).toContain('Österreich');
    expect(text).not.toMatch(/priya|nair|geheimweg|wien|1010|visa|4242/i);
  });

  it('is kept by the hash of its token only, and is that of the sale of a till as the till reckons it', async () => {
    const saleId = newId();
    const hash = 'c'.repeat(64);
    const priced = await app.get(PriceBasket, { strict: false }).run({ channelCode: 'web-gb', lines: [{ variantId: chain.bootsId, quantityMilli: 1000 }], fulfilment: undefined, at: new Date() });
    if (!priced.ok) throw new Error(priced.refusal.kind);
    const { basket, quote, businessDate } = priced.value;
    const sale = { saleId, hash, receiptNumber: 'LEEDS-1-2026-000777', channelCode: 'pos-gb', locationId: chain.leedsId, basket, quote, lineTexts: [{ lineId: '1', sku: 'BOO-1', title: 'Suede boots' }], staffName: 'Ana Reis', soldAt: new Date().toISOString(), businessDate };
    await test.transactions.write((tx) => app.get(RecordTillSaleUseCase, { strict: false }).run(tx, sale));
    const token = receiptToken({ orderId: saleId, secret: hash });
    expect((await read(token)).body).toMatchObject({ number: 'LEEDS-1-2026-000777', place: 'Leeds', totalMinor: 3600 });
    expect((await read(token)).text).not.toContain('Ana');
    const stored = await test.database.selectFrom('receipt_link').select('token_hash').where('order_id', '=', saleId).executeTakeFirstOrThrow();
    expect(stored.token_hash).not.toContain(token);
    expect((await read(stored.token_hash.slice(0, 24))).status).toBe(404);
  });

  it('of an order from before has the link that the migration reckons', async () => {
    const token = await order();
    await test.database.deleteFrom('receipt_link').execute();
    expect((await read(token)).status).toBe(404);
    await test.pool.query(readFileSync(path.join(__dirname, '../../../../../../prisma/migrations/20261122053100_receipt_links_of_before/migration.sql'), 'utf8'));
    expect((await read(token)).status).toBe(200);
  });

  it.each(['x', 'x'.repeat(24), '%00', `${'a'.repeat(23)}'`, 'x'.repeat(90)])('is not there for %s', async (token) => {
    const { status, body } = await read(token);
    expect([status, body.code]).toEqual([404, 'receipt_not_found']);
  });

  it('is looked at so often by one address in a minute, and no other suffers', async () => {
    await read('x', { ip: '203.0.113.20' });
    await test.database.updateTable('rate_limit').set({ hits: 60 }).where('key', '=', 'receipt:203.0.113.20').execute();
    expect([(await read('x', { ip: '203.0.113.20' })).status, (await read('x', { ip: '203.0.113.21' })).status]).toEqual([429, 404]);
  });
});
