import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OrderDetail, PlacedOrder, StorefrontOrderStatus } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryJobsModule } from '@oneshelf/server-inventory';
import { unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { OrdersHttpModule, OrdersJobsModule } from '@oneshelf/server-orders';
import { checkout, delivery, seedChain, stock, type TestChain } from '@oneshelf/server-orders/testing';
import { startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { FulfilmentHttpModule } from './fulfilment-http.module';
import { FulfilmentJobsModule } from './fulfilment-jobs.module';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;
let actor: Actor;
const web: Actor = { kind: 'api_key', id: newId(), name: 'Web', channelCode: 'web-gb', secret: false };
const staff: Actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'ines@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  await test.database.insertInto('stock_policy').values({ variant_id: chain.bootsId, kind: 'backorder' }).execute();
  app = await createTestApp(test, { imports: [InventoryJobsModule, OrdersHttpModule, OrdersJobsModule, FulfilmentHttpModule, FulfilmentJobsModule], actor: () => actor });
});
afterEach(async () => {
  await app.close();
  await stripe.stop();
  await test.drop();
});

async function send<Body>(as: Actor, method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: Body }> {
  actor = as;
  const answer = await app.inject({ method, url: `/api/${url}`, headers: { ...signedIn, 'idempotency-key': newId() }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
async function order(units: number): Promise<PlacedOrder> {
  const { channelCode: _channel, idempotencyKey: _key, ...body } = checkout(chain, { fulfilment: delivery, lines: [{ variantId: chain.bootsId, quantityMilli: units * 1000 }], expectedTotalMinor: units * 3_600 });
  const placed = await send<PlacedOrder>(web, 'POST', 'storefront/orders', body);
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body));
  await runEvents(app, test.database);
  return placed.body;
}
const detail = async (id: string) => (await send<OrderDetail>(staff, 'GET', `orders/${id}`)).body;
const waits = async ({ orderId, statusToken }: PlacedOrder) => (await send<StorefrontOrderStatus>(web, 'GET', `storefront/orders/${orderId}?token=${statusToken}`)).body.lines[0]?.promised?.quantityMilli ?? 0;
const unitsOf = async (id: string) => (await test.pool.query<{ units: number }>('SELECT sum(l.quantity_milli)::int / 1000 AS units FROM fulfilment_order f JOIN fulfilment_order_line l ON l.fulfilment_order_id = f.id WHERE f.order_id = $1 GROUP BY f.id, f.created_at ORDER BY f.created_at', [id])).rows.map(({ units }) => units);
const arrive = async (units: number) => {
  await stock(test, chain.warehouseId, { [chain.bootsId]: units });
  await runEvents(app, test.database);
};

describe('an order that waits for goods', () => {
  it('INV-45 sends what is there, and what has come as parts of their own, in the order of the promises', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    const [first, second] = [await order(3), await order(1)];
    expect([await unitsOf(first.orderId), await unitsOf(second.orderId), await waits(first), await waits(second)]).toEqual([[1], [], 2000, 1000]);
    await arrive(2);
    expect([await unitsOf(first.orderId), await unitsOf(second.orderId), await waits(first)]).toEqual([[1, 2], [], 0]);
    await arrive(5);
    expect([await unitsOf(first.orderId), await unitsOf(second.orderId)]).toEqual([[1, 2], [1]]);
    expect((await detail(first.orderId)).parts.map(({ locationName }) => locationName).sort()).toEqual(['Leeds', 'Warehouse']);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('is routed once, though it is told again', async () => {
    const placed = await order(2);
    await arrive(2);
    await runEvents(app, test.database);
    expect(await unitsOf(placed.orderId)).toEqual([2]);
  });
});

describe('PAY-14 goods whose hold has ended', () => {
  const partOf = async (id: string) => (await detail(id)).parts[0]?.id ?? '';
  const ship = async (part: string) => (await send<{ code: string }>(staff, 'POST', `fulfilment-orders/${part}/ship`, { carrier: 'DPD', trackingNumber: '1' })).status;

  it('do not leave, and nothing changes; they leave once it is paid again, and the card is charged', async () => {
    const placed = await order(2);
    await arrive(2);
    await test.database.updateTable('payment').set({ capture_before: new Date(Date.now() - 1000) }).execute();
    const part = await partOf(placed.orderId);
    expect((await send<{ orderId: string }>(staff, 'GET', `fulfilment-orders/${part}`)).body.orderId).toBe(placed.orderId);
    expect([await ship(part), (await detail(placed.orderId)).parts[0]?.status]).toEqual([409, 'to_pick']);
    const status = () => send<StorefrontOrderStatus>(web, 'GET', `storefront/orders/${placed.orderId}?token=${placed.statusToken}`);
    await test.database.insertInto('payment').values({ id: newId(), order_id: placed.orderId, kind: 'card_online', provider: 'stripe', status: 'failed', currency: 'GBP', amount_minor: 7_200, failure: 'hold_ended' }).execute();
    expect((await status()).body).toMatchObject({ dueMinor: 7_200, displayStatus: 'awaiting_payment' });
    const pay = (paymentMethodId: string) => send<PlacedOrder>(web, 'POST', `storefront/orders/${placed.orderId}/payment`, { token: placed.statusToken, paymentMethodId });
    expect((await pay('pm_card_visa_chargeDeclined')).status).toBe(402);
    expect((await pay('pm_card_visa')).body).toMatchObject({ status: 'placed' });
    expect((await status()).body).toMatchObject({ dueMinor: null, displayStatus: 'placed' });
    expect(await ship(part)).toBe(200);
    await runEvents(app, test.database);
    expect((await detail(placed.orderId)).paidMinor).toBe(7_200);
  });

  it('the page of another order, or another’s token, pays nothing', async () => {
    const placed = await order(1);
    expect((await send(web, 'POST', `storefront/orders/${placed.orderId}/payment`, { token: 'another', paymentMethodId: 'pm_card_visa' })).status).toBe(404);
  });
});
