import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestContext, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { AvailabilityAnswer, StockImported } from '@oneshelf/contracts';
import { publish } from '@oneshelf/platform';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AvailabilityQuery } from '../availability/availability.query';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryJobsModule } from '../inventory-jobs.module';
import { InventoryModule } from '../inventory.module';
import { AT, giveLocation, giveVariant, giveStock, levelOf, stockUseCases, tester } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null;
const { sell, reserve } = stockUseCases();
const [store, warehouse] = [newId(), newId()];
const staff = (role: 'operations' | 'store_manager' | 'associate', locationId: string | null): Actor => ({ kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role, locationId }] });

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: store, code: 'S01', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: warehouse, code: 'W01', name: 'Rugby', kind: 'warehouse' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule, InventoryJobsModule], actor: () => actor });
});
beforeEach(() => {
  actor = staff('operations', null);
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const get = async (url: string) => {
  const answer = await app.inject({ method: 'GET', url, headers: signedIn });
  return { status: answer.statusCode, body: answer.json() };
};
const adjust = async (body: unknown, key: string | null = newId()) => {
  const answer = await app.inject({ method: 'POST', url: '/api/stock/adjustments', headers: { ...signedIn, ...(key ? { 'idempotency-key': key } : {}) }, payload: body as object });
  return { status: answer.statusCode, body: answer.json() };
};

describe('GET /api/stock', () => {
  it('pages by SKU, sums the locations, finds by title, SKU and barcode, and names what was oversold', async () => {
    const a = await giveVariant(test, { sku: 'TENT-1', title: 'Ridge tent', barcode: '4006381333931' });
    const b = await giveVariant(test, { sku: 'TENT-2', title: 'Ridge tent' });
    await giveStock(test, { variantId: a, locationId: store }, 3000);
    await giveStock(test, { variantId: a, locationId: warehouse }, 4000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: store, lines: [{ variantId: b, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    const first = await get('/api/stock?search=ridge&limit=1');
    expect(first.body.items).toMatchObject([{ variantId: a, sku: 'TENT-1', onHandMilli: 7000, availableMilli: 7000, overrideMilli: 0 }]);
    expect(first.body.items[0].locations).toHaveLength(2);
    const second = await get(`/api/stock?search=ridge&limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ variantId: b, onHandMilli: -1000, availableMilli: 0, overrideMilli: 1000 }], nextCursor: null });
    expect((await get(`/api/stock?search=4006381333931&locationId=${store}`)).body.items).toMatchObject([{ variantId: a, onHandMilli: 3000 }]);
    expect((await get('/api/stock?search=100%25')).body).toEqual({ items: [], nextCursor: null });
  });

  it('needs a signed-in person', async () => {
    actor = null;
    expect((await get('/api/stock')).status).toBe(401);
  });
});

describe('GET /api/stock/:variantId and its movements', () => {
  it('shows each location, the orders that hold units, and why a number is what it is', async () => {
    const variantId = await giveVariant(test, { sku: 'STOVE-1', title: 'Stove' });
    const orderId = newId();
    await giveStock(test, { variantId, locationId: store }, 50_000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: store, lines: [{ variantId, quantityMilli: 3000 }], actor: tester, deviceId: null, occurredAt: AT }));
    await test.transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId: newId(), variantId, locationId: store, quantityMilli: 2000 }], actor: tester, occurredAt: AT }));
    const { body } = await get(`/api/stock/${variantId}`);
    expect(body).toMatchObject({ variant: { sku: 'STOVE-1' }, total: { onHandMilli: 47_000, committedMilli: 2000, availableMilli: 45_000 }, locations: [{ locationId: store, version: 3 }], reservations: [{ orderId, quantityMilli: 2000 }] });
    const why = (await get(`/api/stock/${variantId}/movements?locationId=${store}`)).body.items as { changeMilli: number; runningMilli: number; causeKind: string }[];
    expect(why.map(({ changeMilli, runningMilli, causeKind }) => [changeMilli, runningMilli, causeKind])).toEqual([[-3000, 47_000, 'sale'], [50_000, 50_000, 'opening']]);
    const page = (await get(`/api/stock/${variantId}/movements?number=available&limit=1`)).body;
    expect(page.items).toMatchObject([{ changeMilli: -2000, runningMilli: 45_000, causeId: orderId }]);
    const rest = (await get(`/api/stock/${variantId}/movements?number=available&cursor=${page.nextCursor}`)).body.items as { runningMilli: number }[];
    expect(rest.map((item) => item.runningMilli)).toEqual([47_000, 50_000]);
  });

  it('says when there is no such product, and when an id or a page marker is not one', async () => {
    expect(await get(`/api/stock/${newId()}`)).toMatchObject({ status: 404, body: { code: 'unknown_variant' } });
    expect((await get('/api/stock/none')).status).toBe(400);
    expect(await get(`/api/stock/${newId()}/movements?cursor=x`)).toMatchObject({ status: 400, body: { code: 'invalid_cursor' } });
  });
});

describe('POST /api/stock/adjustments', () => {
  it('adjusts once per key and answers the same again; the key with another body is refused', async () => {
    const variantId = await giveVariant(test, { sku: 'MUG-1', title: 'Mug' });
    const [key, body] = [newId(), { locationId: store, reason: 'found in the back', lines: [{ variantId, deltaMilli: 2000 }] }];
    const first = await adjust(body, key);
    expect(first.status).toBe(200);
    expect(await adjust(body, key)).toEqual(first);
    expect(await adjust({ ...body, reason: 'other' }, key)).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    expect(await levelOf(test, { variantId, locationId: store })).toMatchObject({ sellable: 2000 });
    expect(await test.database.selectFrom('audit_entry').select('actor_name').where('subject_id', '=', first.body.adjustmentId).execute()).toEqual([{ actor_name: 'Priya' }]);
  });

  it('refuses, changing nothing: no key, no reason, too much, an unknown place or product, another store\'s manager, an associate', async () => {
    const variantId = await giveVariant(test, { sku: 'MUG-2', title: 'Mug' });
    await giveStock(test, { variantId, locationId: store }, 1000);
    const body = { locationId: store, reason: 'broken', lines: [{ variantId, deltaMilli: -2000 }] };
    expect(await adjust(body, null)).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
    expect((await adjust({ ...body, reason: '  ' })).status).toBe(400);
    expect(await adjust(body)).toMatchObject({ status: 409, body: { code: 'insufficient_stock', details: { shortages: [{ requestedMilli: 2000, availableMilli: 1000 }] } } });
    expect(await adjust({ ...body, locationId: newId() })).toMatchObject({ status: 404, body: { code: 'unknown_location' } });
    expect(await adjust({ ...body, lines: [{ variantId: newId(), deltaMilli: 1000 }] })).toMatchObject({ status: 404, body: { code: 'unknown_variant' } });
    actor = staff('store_manager', warehouse);
    expect(await adjust(body)).toMatchObject({ status: 403, body: { code: 'not_allowed_here' } });
    actor = staff('associate', store);
    expect((await adjust(body)).status).toBe(403);
    expect(await levelOf(test, { variantId, locationId: store })).toMatchObject({ sellable: 1000 });
  });
});

describe('stock of an import', () => {
  it('opens at the named location, else at the market\'s warehouse, once however often the event comes', async () => {
    const [named, other] = [newId(), newId()];
    const payload = { importId: newId(), marketCode: 'GB', lines: [{ variantId: named, quantityMilli: 2000, locationName: 'soho' }, { variantId: other, quantityMilli: 3000, locationName: 'Nowhere' }] };
    await test.transactions.write((tx) => publish(tx, { type: StockImported, key: payload.importId, payload }));
    await runEvents(app, test.database);
    await test.database.updateTable('outbox_event').set({ relayed_at: null }).where('name', '=', StockImported.name).execute();
    await runEvents(app, test.database);
    expect(await levelOf(test, { variantId: named, locationId: store })).toMatchObject({ sellable: 2000 });
    expect(await levelOf(test, { variantId: other, locationId: warehouse })).toMatchObject({ sellable: 3000 });
  });
});

describe('GET /api/availability', () => {
  it('answers many products at many places, only those that ever had some, and never less than nothing', async () => {
    const [boots, mug, unknown] = [newId(), newId(), newId()];
    await giveStock(test, { variantId: boots, locationId: store }, 3000);
    await giveStock(test, { variantId: boots, locationId: warehouse }, 4000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: store, lines: [{ variantId: mug, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    const rows = async (query: string) => ((await get(`/api/availability?${query}`)).body.items as { variantId: string; locationId: string; onHandMilli: number; availableMilli: number }[]).map((row) => [row.variantId, row.locationId, row.onHandMilli, row.availableMilli]).sort();
    expect(await rows(`variantIds=${boots},${mug},${unknown}`)).toEqual([[boots, store, 3000, 3000], [boots, warehouse, 4000, 4000], [mug, store, -1000, 0]].sort());
    expect(await rows(`variantIds=${boots},${mug}&locationIds=${warehouse}`)).toEqual([[boots, warehouse, 4000, 4000]]);
    expect((await get(`/api/availability?variantIds=${Array.from({ length: 101 }, newId).join(',')}`)).status).toBe(400);
    expect((await get('/api/availability?variantIds=none')).status).toBe(400);
    actor = null;
    expect((await get(`/api/availability?variantIds=${boots}`)).status).toBe(401);
  });

  it('sends, to the letter, what the contract says, though nobody looks at each row on its way', async () => {
    const variantIds = [newId(), newId()].sort();
    for (const variantId of variantIds) for (const locationId of [store, warehouse]) await giveStock(test, { variantId, locationId }, 3000);
    const { statusCode, headers, body } = await app.inject({ url: `/api/availability?variantIds=${variantIds.join(',')}`, headers: signedIn });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const answer = JSON.parse(body) as unknown;
    expect(AvailabilityAnswer.parse(answer)).toEqual(answer);
    expect(answer).toEqual({ items: variantIds.flatMap((variantId) => [store, warehouse].sort().map((locationId) => ({ variantId, locationId, onHandMilli: 3000, availableMilli: 3000 }))) });
    expect((await app.inject({ url: `/api/availability?variantIds=${newId()}`, headers: signedIn })).body).toBe('{"items":[]}');
  });
});

describe('availability', () => {
  it('is asked for by channel or by place, and is below zero where counters sold beyond it', async () => {
    const context = await createTestContext(test, { imports: [OrganisationModule, InventoryModule] });
    const availability = context.get(AvailabilityQuery, { strict: false });
    const over = newId();
    await giveStock(test, { variantId: over, locationId: warehouse }, 4000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: store, lines: [{ variantId: over, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    await test.database.insertInto('channel').values({ code: 'depot', name: 'Depot', kind: 'web', market_code: 'GB' }).execute();
    await test.database.insertInto('channel_location').values({ channel_code: 'depot', location_id: warehouse }).execute();
    expect((await availability.run({ variantIds: [over], channelCode: 'depot' })).map((row) => [row.locationId, row.sellableMilli])).toEqual([[warehouse, 4000]]);
    expect(await availability.run({ variantIds: [over], locationIds: [store] })).toEqual([{ variantId: over, locationId: store, onHandMilli: -1000, committedMilli: 0, allottedMilli: 0, heldMilli: 0, sellableMilli: -1000, unavailableMilli: 0, overrideMilli: 1000 }]);
    await context.close();
  });
});
