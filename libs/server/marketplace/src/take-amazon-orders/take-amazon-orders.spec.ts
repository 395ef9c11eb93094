import type { AmazonSimulator } from '@oneshelf/simulators';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PartFulfilled } from '@oneshelf/contracts';
import { type Actor, newId, publish } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { giveLocation, giveStock, giveVariant, levelOf } from '@oneshelf/server-inventory/testing';
import { AmazonClient } from '../amazon/amazon-client';
import { MarketplaceHttpModule } from '../marketplace-http.module';
import { MarketplaceJobsModule } from '../marketplace-jobs.module';
import { ReadMarketplaceStockUseCase } from '../read-marketplace-stock/read-marketplace-stock.use-case';
import { buy, changeOrder, giveAmazonChannels, giveListing, heard, startAmazon } from '../testing';
import { PollAmazonOrdersUseCase } from './poll-amazon-orders.use-case';

const locationId = newId();
let test: TestDatabase;
let simulator: AmazonSimulator;
let app: NestFastifyApplication;
const staff: Actor = { kind: 'staff', id: newId(), name: 'Omar', email: 'omar@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase({ AMAZON_NOTIFICATION_SECRET: 'secret-of-the-test' });
  simulator = await startAmazon(test);
  await giveLocation(test, { id: locationId, code: 'S01', name: 'Soho', kind: 'store' });
  await giveAmazonChannels(test, [locationId]);
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await test.database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT 20 %', rate_basis_points: 2000, valid_from: '2020-01-01T00:00:00Z' }).execute();
  app = await createTestApp(test, { imports: [MarketplaceHttpModule, MarketplaceJobsModule], actor: () => staff });
});
afterAll(async () => {
  await app.close();
  await simulator.stop();
  await test.drop();
});

const stocked = async (sku: string, pieces: number) => {
  const variantId = await giveVariant(test, { sku, title: `Product ${sku}` });
  await giveListing(test, simulator, { sku, variantId });
  await giveStock(test, { variantId, locationId }, pieces * 1000);
  await runEvents(app, test.database);
  return variantId;
};

let notificationsSeen = 0;
/** Posts what the simulator would have posted since the last time. */
async function deliver(times = 1): Promise<number[]> {
  const fresh = (await (await fetch(`${simulator.url}/_control/notifications?after=${notificationsSeen}`)).json()) as { sequence: number; notification: object }[];
  const statuses: number[] = [];
  for (const { sequence, notification } of fresh) {
    notificationsSeen = sequence;
    for (let copy = 0; copy < times; copy += 1) {
      const answer = await app.inject({ method: 'POST', url: '/api/marketplace/amazon/notifications?secret=secret-of-the-test', payload: notification });
      statuses.push(answer.statusCode);
    }
  }
  await runEvents(app, test.database);
  return statuses;
}
const orderOf = (externalId: string) => test.database.selectFrom('sales_order').selectAll().where('external_id', '=', externalId).execute();
const lastSent = async (sku: string) => (await heard(simulator, sku))?.quantity;

describe('an order from Amazon', () => {
  it('reserves once although each notification comes twice, at Amazon\'s price, and the listing follows', async () => {
    const variantId = await stocked('ORD-1', 11);
    expect(await lastSent('ORD-1')).toBe(9);
    const { orderId } = await buy(simulator, { lines: [{ sku: 'ORD-1', quantity: 1, unitPrice: '24.50' }] });
    expect((await deliver(2)).every((status) => status === 204)).toBe(true);
    // 24.50 with 20 % inside: 4.08 tax
    expect(await orderOf(orderId)).toMatchObject([{ channel_code: 'amazon', status: 'placed', currency: 'GBP', total_minor: 2450, tax_minor: 408, shipping_address: { country: 'GB', postcode: 'LS1 6HD' } }]);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 10_000, committed: 1000 });
    // Amazon took one off its 9; 10 less the buffer is 9 again, and it is sent although we had sent 9 before.
    expect(await lastSent('ORD-1')).toBe(9);
  });

  it('holds stock while it is pending, says when it is paid, and lets go when it is cancelled', async () => {
    const variantId = await stocked('ORD-2', 10);
    const { orderId } = await buy(simulator, { lines: [{ sku: 'ORD-2', quantity: 2 }], status: 'PENDING' });
    await deliver();
    expect(await orderOf(orderId)).toEqual([]);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 8000, committed: 2000 });
    await changeOrder(simulator, orderId, 'UNSHIPPED');
    await deliver();
    expect(await orderOf(orderId)).toMatchObject([{ status: 'placed' }]);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 8000, committed: 2000 });
    await changeOrder(simulator, orderId, 'CANCELLED');
    await deliver(2);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 10_000, committed: 0 });
    expect(await orderOf(orderId)).toMatchObject([{ status: 'cancelled' }]);
  });

  it('that held the last units becomes an order with just these, and one cancelled before it was paid gives them back', async () => {
    const variantId = await stocked('ORD-6', 2);
    const last = await buy(simulator, { lines: [{ sku: 'ORD-6', quantity: 2 }], status: 'PENDING', force: true });
    await deliver();
    await changeOrder(simulator, last.orderId, 'UNSHIPPED');
    await deliver();
    expect(await orderOf(last.orderId)).toMatchObject([{ status: 'placed' }]);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, committed: 2000 });
    await giveStock(test, { variantId, locationId }, 1000);
    const never = await buy(simulator, { lines: [{ sku: 'ORD-6', quantity: 1 }], status: 'PENDING', force: true });
    await deliver();
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, committed: 3000 });
    await changeOrder(simulator, never.orderId, 'CANCELLED');
    await deliver();
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 1000, committed: 2000 });
    expect(await orderOf(never.orderId)).toEqual([]);
  });

  it('that was never notified is found by the sweep, once', async () => {
    const variantId = await stocked('ORD-3', 10);
    const { orderId } = await buy(simulator, { lines: [{ sku: 'ORD-3', quantity: 3 }] });
    const poll = app.get(PollAmazonOrdersUseCase, { strict: false });
    expect(await poll.run(new Date())).toEqual({ noticed: 1 });
    await runEvents(app, test.database);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ committed: 3000 });
    expect(await poll.run(new Date())).toEqual({ noticed: 0 });
    await deliver();
    expect(await orderOf(orderId)).toHaveLength(1);
  });

  it('that cannot be reserved changes no stock, stays visible, and is taken when there is stock', async () => {
    const variantId = await stocked('ORD-4', 1);
    const { orderId } = await buy(simulator, { lines: [{ sku: 'ORD-4', quantity: 2 }], force: true });
    await expect(deliver()).rejects.toThrow('insufficient_stock');
    const failed = await test.database.selectFrom('marketplace_order').selectAll().where('external_id', '=', orderId).executeTakeFirstOrThrow();
    expect(failed.failure).toContain('insufficient_stock');
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 1000, committed: 0 });
    await giveStock(test, { variantId, locationId }, 5000);
    await runEvents(app, test.database);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 4000, committed: 2000 });
    expect(await test.database.selectFrom('marketplace_order').select('failure').where('external_id', '=', orderId).executeTakeFirst()).toEqual({ failure: null });
  });

  it('that cannot be reserved is one piece of stuck work: the sweep comes back to it only when Amazon says something new of it', async () => {
    await stocked('ORD-8', 1);
    const { orderId } = await buy(simulator, { lines: [{ sku: 'ORD-8', quantity: 2 }], force: true });
    await expect(deliver()).rejects.toThrow('insufficient_stock');
    const poll = app.get(PollAmazonOrdersUseCase, { strict: false });
    // Each notice would be a job of its own that is tried ten times at Amazon's rate and then stands on Stuck work.
    expect(await poll.run(new Date())).toEqual({ noticed: 0 });
    await changeOrder(simulator, orderId, 'CANCELLED');
    expect(await poll.run(new Date())).toEqual({ noticed: 1 });
    await deliver();
    expect(await test.database.selectFrom('marketplace_order').select(['status', 'failure']).where('external_id', '=', orderId).executeTakeFirst()).toEqual({ status: 'CANCELLED', failure: null });
  });

  it('from its own warehouses is noted and touches no stock', async () => {
    const variantId = newId();
    await giveListing(test, simulator, { sku: 'FBA-1', variantId, channelCode: 'amazon-fba', quantity: 40 });
    const { orderId } = await buy(simulator, { lines: [{ sku: 'FBA-1', quantity: 2 }] });
    await deliver();
    expect(await orderOf(orderId)).toEqual([]);
    expect(await test.database.selectFrom('marketplace_order').select(['channel_code', 'status']).where('external_id', '=', orderId).executeTakeFirst()).toEqual({ channel_code: 'amazon-fba', status: 'UNSHIPPED' });
    expect(await app.get(ReadMarketplaceStockUseCase, { strict: false }).run()).toEqual({ read: 1 });
    expect(await test.database.selectFrom('marketplace_stock').selectAll().where('variant_id', '=', variantId).executeTakeFirst()).toMatchObject({ fulfillable: 38, reserved: 2 });
    expect(await levelOf(test, { variantId, locationId })).toBeNull();
  });

  it('is told what was shipped; told twice it is one package', async () => {
    const variantId = await stocked('ORD-5', 10);
    const { orderId: externalId } = await buy(simulator, { lines: [{ sku: 'ORD-5', quantity: 2 }] });
    await deliver();
    const [placed] = await orderOf(externalId);
    const shipped = { orderId: placed?.id ?? '', fulfilmentOrderId: newId(), locationId, kind: 'ship' as const, lines: [{ orderLineId: newId(), variantId, quantityMilli: 2000 }] };
    await test.transactions.write((tx) => publish(tx, { type: PartFulfilled, key: shipped.orderId, payload: shipped }));
    await test.transactions.write((tx) => publish(tx, { type: PartFulfilled, key: shipped.orderId, payload: shipped }));
    await runEvents(app, test.database);
    const order = await app.get(AmazonClient, { strict: false }).getOrder(externalId);
    expect(order.fulfillment?.fulfillmentStatus).toBe('SHIPPED');
    expect((simulator.state.store.get('orders', externalId)?.packages ?? []).map((parcel) => parcel.packageItems?.map((item) => item.quantity))).toEqual([[2]]);
  });
});

describe('the notification route', () => {
  it('refuses a wrong secret and a body that is none; other kinds are kept and do nothing', async () => {
    const notification = { NotificationType: 'FEED_PROCESSING_FINISHED', Payload: {}, NotificationMetadata: { NotificationId: newId() } };
    const send = async (secret: string, payload: object) => (await app.inject({ method: 'POST', url: `/api/marketplace/amazon/notifications?secret=${secret}`, payload })).statusCode;
    expect(await send('wrong', notification)).toBe(401);
    expect(await test.database.selectFrom('marketplace_notification').select('id').where('id', '=', notification.NotificationMetadata.NotificationId).execute()).toEqual([]);
    expect(await send('secret-of-the-test', {})).toBe(400);
    expect(await send('secret-of-the-test', notification)).toBe(204);
    expect(await runEvents(app, test.database)).toEqual([]);
  });
});

describe('GET /api/listings', () => {
  it('shows what a listing should show, what Amazon has, and what Amazon keeps itself', async () => {
    const variantId = await stocked('LIST-1', 10);
    const get = async (query: string) => (await app.inject({ method: 'GET', url: `/api/listings?${query}`, headers: signedIn })).json();
    expect((await get(`variantId=${variantId}`)).items).toMatchObject([{ channelCode: 'amazon', sku: 'LIST-1', availableMilli: 10_000, bufferMilli: 1000, exposedUnits: 9, decidedBy: 'pool', capUnits: null, acknowledgedUnits: 9, waiting: false, failure: null, marketplaceStock: null }]);
    expect((await get('search=fba-1')).items).toMatchObject([{ channelCode: 'amazon-fba', fulfilledBy: 'marketplace', marketplaceStock: { fulfillable: 38 } }]);
    const page = await get('limit=1');
    expect(page.items).toHaveLength(1);
    expect((await get(`limit=200&cursor=${page.nextCursor}`)).items.map((item: { id: string }) => item.id)).not.toContain(page.items[0].id);
  });
});
