import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OrderDetail, Pickup, PlacedOrder } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { levelOf, unexplainedLevels } from '@oneshelf/server-inventory/testing';
import { OrdersHttpModule, OrdersJobsModule } from '@oneshelf/server-orders';
import { checkout, delivery, seedChain, stock, type TestChain } from '@oneshelf/server-orders/testing';
import { journalByAccount, startStripe } from '@oneshelf/server-payments/testing';
import type { StripeSimulator } from '@oneshelf/simulators';
import { FulfilmentHttpModule } from './fulfilment-http.module';
import { FulfilmentJobsModule } from './fulfilment-jobs.module';
import { RouteOrderUseCase } from './route-order/route-order.use-case';
import type { RoutingDesk } from './route-order/routing-desk';

let test: TestDatabase;
let stripe: StripeSimulator;
let app: NestFastifyApplication;
let chain: TestChain;
let actor: Actor;
let web: Actor;
let till: Actor;
const staff: Actor = { kind: 'staff', id: newId(), name: 'Ines', email: 'ines@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeEach(async () => {
  test = await createTestDatabase();
  stripe = await startStripe(test);
  chain = await seedChain(test);
  web = { kind: 'api_key', id: newId(), name: 'Web', channelCode: 'web-gb', secret: false };
  till = { kind: 'device', id: newId(), name: 'Till 1', registerId: chain.registerId, locationId: chain.leedsId, epoch: 1 };
  app = await createTestApp(test, { imports: [OrdersHttpModule, OrdersJobsModule, FulfilmentHttpModule, FulfilmentJobsModule, InventoryHttpModule], actor: () => actor });
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
const order = async (change: object = {}): Promise<PlacedOrder> => {
  const { channelCode: _channel, idempotencyKey: _key, ...body } = checkout(chain, change);
  const placed = await send<PlacedOrder>(web, 'POST', 'storefront/orders', body);
  if (placed.status !== 201) throw new Error(JSON.stringify(placed.body));
  await runEvents(app, test.database);
  return placed.body;
};
const detail = async (id: string) => (await send<OrderDetail>(staff, 'GET', `orders/${id}`)).body;
const pickups = async () => (await send<{ items: Pickup[] }>(till, 'GET', 'pos/pickups')).body.items;
const code = async (id: string) => (await send<{ collectionCode: string }>(web, 'GET', `storefront/orders/${id}?token=${(await token(id)) ?? ''}`)).body.collectionCode;
const token = async (id: string) => (await test.database.selectFrom('sales_order').select('status_token').where('id', '=', id).executeTakeFirstOrThrow()).status_token;
const intents = () => stripe.state.store.all('paymentIntents').map((intent) => [intent.status, intent.amount_received]);
const all = (pickup: Pickup) => pickup.lines.map((line) => ({ lineId: line.id, pickedMilli: line.quantityMilli }));

describe('a pickup', () => {
  beforeEach(() => stock(test, chain.leedsId, { [chain.bootsId]: 10, [chain.beltId]: 5 }));

  it('is routed with a reason, picked, made ready, handed over against its code, and charged then', async () => {
    const { orderId } = await order();
    const [pickup] = await pickups();
    if (!pickup) throw new Error('expected a pickup');
    expect(pickup).toMatchObject({ orderId, status: 'to_pick', customerName: 'Priya Nair', totalMinor: 7_200, lines: [{ sku: 'BOO-1', quantityMilli: 2_000, pickedMilli: 0 }] });
    expect((await detail(orderId)).parts).toMatchObject([{ kind: 'pickup', locationName: 'Leeds', because: expect.arrayContaining(['LEEDS: the store that the customer chose, and it has everything.']) as string[], routing: expect.arrayContaining([expect.objectContaining({ code: 'LEEDS', verdict: 'chosen', because: 'pickup_store' })]) as object[] }]);
    expect(await send(till, 'POST', `pos/pickups/${pickup.id}/pick`, { lines: all(pickup) })).toMatchObject({ status: 422, body: { code: 'shelf_missing' } });
    expect((await send(till, 'POST', `pos/pickups/${pickup.id}/pick`, { lines: all(pickup), shelf: 'B-04' })).body).toMatchObject({ status: 'ready', shelf: 'B-04' });
    expect((await detail(orderId)).displayStatus).toBe('ready_for_pickup');
    expect(intents()).toEqual([['requires_capture', 0]]);
    const collectionCode = await code(orderId);
    expect((await send(till, 'POST', `pos/pickups/${pickup.id}/hand-over`, { code: collectionCode })).body).toMatchObject({ status: 'handed_over' });
    expect((await send(till, 'POST', `pos/pickups/${pickup.id}/hand-over`, { code: collectionCode })).status).toBe(200);
    expect(await runEvents(app, test.database)).toEqual(['fulfilment.pickup-ready.v1', 'inventory.stock-changed.v1', 'fulfilment.part-fulfilled.v1']);
    expect(await detail(orderId)).toMatchObject({ displayStatus: 'fulfilled', paidMinor: 7_200, onHoldMinor: 0, actions: ['return'] });
    expect(intents()).toEqual([['succeeded', 7_200]]);
    expect(await levelOf(test, { variantId: chain.bootsId, locationId: chain.leedsId })).toMatchObject({ sellable: 8_000, committed: 0 });
    expect(await journalByAccount(test)).toEqual({ CARD_CLEARING: 7_200, DISCOUNTS: 667, REVENUE: -6_667, 'TAX_PAYABLE:GB:2000': -1_200 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('that cannot be taken where the plan wants it stays where it was reserved, and says so by a code', async () => {
    const { desk } = app.get(RouteOrderUseCase, { strict: false }) as unknown as { desk: RoutingDesk };
    const settle = jest.spyOn(desk.settle, 'run').mockResolvedValue(false);
    const { orderId } = await order();
    expect(settle).toHaveBeenCalledTimes(1);
    const [part] = (await detail(orderId)).parts;
    expect(part).toMatchObject({ locationName: 'Leeds', routingNotes: [{ code: 'served_where_reserved', details: { planned: ['LEEDS'] } }] });
    expect(part?.because.length).toBe(part?.routing?.length);
  });

  it('is not given against a wrong code, and locks after five tries', async () => {
    const { orderId } = await order();
    const [pickup] = await pickups();
    if (!pickup) throw new Error('expected a pickup');
    await send(till, 'POST', `pos/pickups/${pickup.id}/pick`, { lines: all(pickup), shelf: 'B-04' });
    const wrong = (await code(orderId)) === '000000' ? '111111' : '000000';
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(await send(till, 'POST', `pos/pickups/${pickup.id}/hand-over`, { code: wrong })).toMatchObject({ status: 403, body: { code: 'wrong_code' } });
    expect(await send(till, 'POST', `pos/pickups/${pickup.id}/hand-over`, { code: await code(orderId) })).toMatchObject({ status: 429 });
    expect((await pickups())[0]?.status).toBe('ready');
  });

  it('is picked in the order of the walk, each line with its bin, what has none last', async () => {
    await order({ lines: [chain.bootsId, chain.beltId].map((variantId) => ({ variantId, quantityMilli: 1_000 })), expectedTotalMinor: 4_600 });
    const lines = async () => (await pickups())[0]?.lines.map(({ variantId, bin }) => [variantId, bin]);
    const [first, second] = (await lines())?.map(([variantId = '']) => variantId) ?? [];
    const stands = async (variantId: string | undefined, code: string, walk: number) => {
      const bin = await test.database.insertInto('stock_bin').values({ id: newId(), location_id: chain.leedsId, code, aisle: 'A', walk }).returning('id').executeTakeFirstOrThrow();
      await test.database.insertInto('bin_place').values({ variant_id: variantId ?? '', bin_id: bin.id, location_id: chain.leedsId }).execute();
    };
    await stands(second, 'A-09', 20);
    expect(await lines()).toEqual([[second, 'A-09'], [first, undefined]]);
    await stands(first, 'A-11', 10);
    expect(await lines()).toEqual([[first, 'A-11'], [second, 'A-09']]);
  });

  it('of another store is not found there', async () => {
    await order();
    const [pickup] = await pickups();
    expect((await send({ ...till, locationId: chain.sohoId } as Actor, 'POST', `pos/pickups/${pickup?.id ?? ''}/pick`, { lines: [] })).status).toBe(404);
  });

  it('with a short unit goes on with the rest: the unit is cancelled, not charged, and off sale until counted', async () => {
    const { orderId } = await order();
    const [pickup] = await pickups();
    if (!pickup) throw new Error('expected a pickup');
    const lineId = pickup.lines[0]?.id;
    expect((await send(till, 'POST', `pos/pickups/${pickup.id}/short`, { lines: [{ lineId, shortMilli: 1_000, reason: 'not_found' }] })).body).toMatchObject({ status: 'picking', lines: [{ outcome: 'cancelled' }] });
    await send(till, 'POST', `pos/pickups/${pickup.id}/pick`, { lines: [{ lineId, pickedMilli: 1_000 }], shelf: 'B-04' });
    await send(till, 'POST', `pos/pickups/${pickup.id}/hand-over`, { code: await code(orderId) });
    await runEvents(app, test.database);
    expect(intents()).toEqual([['succeeded', 3_600]]);
    expect(await detail(orderId)).toMatchObject({ paidMinor: 3_600, lines: [{ cancelledMilli: 1_000, fulfilledMilli: 1_000, openMilli: 0 }] });
    const level = await test.database.selectFrom('stock_level').select(['sellable_milli', 'committed_milli', 'quality_control_milli']).where('variant_id', '=', chain.bootsId).executeTakeFirst();
    expect(level).toEqual({ sellable_milli: 8_000, committed_milli: 0, quality_control_milli: 1_000 });
    expect(await send(web, 'POST', 'storefront/orders', body())).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
  });

  it('[E-02] asks for a count of what was not found, and the place is trusted again when it was counted', async () => {
    await order();
    const [pickup] = await pickups();
    const short = (shortMilli: number) => send(till, 'POST', `pos/pickups/${pickup?.id ?? ''}/short`, { lines: [{ lineId: pickup?.lines[0]?.id, shortMilli, reason: 'not_found' }] });
    await short(1_000);
    await short(1_000);
    const counts = (await send<{ items: { id: string; lines: { variantId: string }[] }[] }>(till, 'GET', 'pos/counts')).body.items;
    expect(counts).toMatchObject([{ title: '', round: 1, lines: [{ variantId: chain.bootsId, countedMilli: null }] }]);
    const excluded = () => test.database.selectFrom('routing_exclusion').select('variant_id').where('location_id', '=', chain.leedsId).execute();
    expect(await excluded()).toEqual([{ variant_id: chain.bootsId }]);
    const countId = counts[0]?.id ?? '';
    await send(till, 'POST', 'pos/count-scans', { scans: [{ id: newId(), countId, variantId: chain.bootsId, round: 1, quantityMilli: 9_000, personId: 'sam', personName: 'Sam', scannedAt: new Date().toISOString() }] });
    await send(till, 'POST', `pos/counts/${countId}/close`, { notScanned: 'leave', staffName: 'Sam' });
    expect((await send<{ status: string }>(staff, 'POST', `stock/counts/${countId}/post`, {})).body.status).toBe('posted');
    await runEvents(app, test.database);
    expect(await excluded()).toEqual([]);
    const level = await test.database.selectFrom('stock_level').select(['sellable_milli', 'quality_control_milli']).where('variant_id', '=', chain.bootsId).executeTakeFirst();
    // Ten were there, two were not found, nine are: one is gone for good.
    expect(level).toEqual({ sellable_milli: 9_000, quality_control_milli: 0 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('of which nothing can be found is cancelled and the hold given back', async () => {
    const { orderId } = await order();
    const [pickup] = await pickups();
    expect((await send(till, 'POST', `pos/pickups/${pickup?.id ?? ''}/short`, { lines: [{ lineId: pickup?.lines[0]?.id, shortMilli: 2_000, reason: 'damaged' }] })).body).toMatchObject({ status: 'cancelled' });
    await runEvents(app, test.database);
    expect(intents()).toEqual([['canceled', 0]]);
    expect(await detail(orderId)).toMatchObject({ displayStatus: 'cancelled', paidMinor: 0, onHoldMinor: 0 });
    expect(await pickups()).toEqual([]);
  });

  it('that is cancelled by staff gives stock and hold back, and nobody can pick it', async () => {
    const { orderId } = await order();
    const [pickup] = await pickups();
    expect((await send(staff, 'POST', `orders/${orderId}/cancel`, { reason: 'customer called' })).body).toMatchObject({ status: 'cancelled' });
    expect(await send(till, 'POST', `pos/pickups/${pickup?.id ?? ''}/pick`, { lines: [] })).toMatchObject({ status: 409, body: { code: 'wrong_status' } });
    await runEvents(app, test.database);
    expect([intents(), await pickups()]).toEqual([[['canceled', 0]], []]);
    expect(await levelOf(test, { variantId: chain.bootsId, locationId: chain.leedsId })).toMatchObject({ sellable: 10_000, committed: 0 });
    expect(await send(staff, 'POST', `orders/${orderId}/cancel`, { reason: 'again' })).toMatchObject({ status: 409, body: { code: 'already_cancelled' } });
  });

  const body = () => {
    const { channelCode: _channel, idempotencyKey: _key, ...rest } = checkout(chain);
    return rest;
  };
});

describe('a delivery', () => {
  const parts = async (orderId: string) => (await detail(orderId)).parts.filter((part) => part.status !== 'cancelled');
  const ship = (id: string) => send(staff, 'POST', `fulfilment-orders/${id}/ship`, { carrier: 'Royal Mail', trackingNumber: 'RM1' });

  it('in two parts is charged once, when the last has left', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 1 });
    await stock(test, chain.sohoId, { [chain.beltId]: 1 });
    const lines = [chain.bootsId, chain.beltId].map((variantId) => ({ variantId, quantityMilli: 1_000 }));
    const { orderId } = await order({ lines, fulfilment: delivery, expectedTotalMinor: 4_600 });
    const [first, second] = await parts(orderId);
    expect([first?.lines[0]?.sku, second?.lines[0]?.sku].sort()).toEqual(['BEL-1', 'BOO-1']);
    expect((await ship(first?.id ?? '')).body).toMatchObject({ status: 'shipped', tracking: { carrier: 'Royal Mail', trackingNumber: 'RM1' } });
    await runEvents(app, test.database);
    expect([intents(), (await detail(orderId)).displayStatus]).toEqual([[['requires_capture', 0]], 'partly_fulfilled']);
    await ship(second?.id ?? '');
    await runEvents(app, test.database);
    expect([intents(), (await detail(orderId)).displayStatus]).toEqual([[['succeeded', 4_600]], 'fulfilled']);
    expect((await ship(second?.id ?? '')).status).toBe(200);
    expect(await send(staff, 'POST', `orders/${orderId}/cancel`, { reason: 'too late' })).toMatchObject({ status: 409, body: { code: 'already_fulfilled' } });
  });

  it('that is cancelled offers no shipping, in the first answer already', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 2 });
    const { orderId } = await order({ fulfilment: delivery });
    expect((await detail(orderId)).actions).toEqual(['cancel', 'ship']);
    expect((await send<OrderDetail>(staff, 'POST', `orders/${orderId}/cancel`, { reason: 'customer called' })).body.actions).toEqual([]);
  });

  it('that the first location cannot find goes on from the next', async () => {
    await stock(test, chain.leedsId, { [chain.bootsId]: 2 });
    await stock(test, chain.warehouseId, { [chain.bootsId]: 2 });
    const { orderId } = await order({ fulfilment: delivery });
    const [part] = await parts(orderId);
    expect(part?.locationName).toBe('Leeds');
    const outcome = await send(staff, 'POST', `fulfilment-orders/${part?.id ?? ''}/short`, { lines: [{ lineId: part?.lines[0]?.id, shortMilli: 2_000, reason: 'not_found' }] });
    expect(outcome.body).toMatchObject({ status: 'cancelled', lines: [{ outcome: 're_routed', toLocationName: 'Warehouse' }] });
    const [next] = await parts(orderId);
    expect(next).toMatchObject({ locationName: 'Warehouse', status: 'to_pick' });
    await ship(next?.id ?? '');
    await runEvents(app, test.database);
    expect(intents()).toEqual([['succeeded', 7_200]]);
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
