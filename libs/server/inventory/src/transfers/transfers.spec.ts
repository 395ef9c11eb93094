import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { TransferAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, giveStock, giveVariant, levelOf, unexplainedLevels } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const [soho, leeds] = [newId(), newId()];
const staff = (role: 'operations' | 'store_manager' | 'associate' | 'finance', locationId: string | null): Actor => ({ kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role, locationId }] });
const till = (locationId: string): Actor => ({ kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId, epoch: 1 });

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = staff('operations', null); });
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async <Body = TransferAnswer & { code: string; details: unknown }>(method: 'GET' | 'POST', url: string, { payload = {}, key = newId() }: { payload?: object; key?: string | null } = {}) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: { ...signedIn, ...(key ? { 'idempotency-key': key } : {}) }, ...(method === 'POST' ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json<Body>() };
};
const sku = () => `BOOT-${newId().slice(-6)}`;
const open = async (units: Record<string, number>, approve = true) => (await call('POST', 'stock/transfers', { payload: { fromLocationId: soho, toLocationId: leeds, approve, lines: Object.entries(units).map(([variantId, count]) => ({ variantId, quantityMilli: count * 1000 })) } })).body;
const given = async (units: number) => {
  const variantId = await giveVariant(test, { sku: sku(), title: 'Boot' });
  await giveStock(test, { variantId, locationId: soho }, units * 1000);
  return variantId;
};
const expected = async (id: string) => (await test.database.selectFrom('expected_receipt').select(['quantity_milli', 'location_id']).where('source_id', '=', id).execute()).map((row) => [row.location_id, row.quantity_milli]);
const road = async (id: string) => {
  const rows = await test.database.selectFrom('stock_movement').selectAll().where('cause_id', '=', id).execute();
  return rows.reduce((sum, row) => sum + (row.to_bucket === 'transit' ? row.quantity_milli : row.from_bucket === 'transit' ? -row.quantity_milli : 0), 0);
};
const audited = async (id: string) => (await test.database.selectFrom('audit_entry').select('action').where('subject_id', '=', id).orderBy('id').execute()).map((row) => row.action);

describe('a transfer', () => {
  it('[C-26] is asked for, agreed, sent and received in two receipts, with units missing, damaged and too many', async () => {
    const variantId = await given(10);
    const asked = await open({ [variantId]: 10 }, false);
    expect(asked).toMatchObject({ status: 'requested', requestedBy: 'Priya', requestedMilli: 10_000, inTransitMilli: 0, lines: [{ availableMilli: 10_000 }] });
    expect((await call('POST', `stock/transfers/${asked.id}/ship`)).body.code).toBe('wrong_status');
    expect((await call('POST', `stock/transfers/${asked.id}/approve`)).body.status).toBe('approved');
    expect((await call('POST', `stock/transfers/${asked.id}/ship`)).body).toMatchObject({ status: 'shipped', inTransitMilli: 10_000 });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 0 });
    expect(await expected(asked.id)).toEqual([[leeds, 10_000]]);
    const lineId = asked.lines[0]?.id;
    expect((await call('POST', `stock/transfers/${asked.id}/receipts`, { payload: { lines: [{ lineId, receivedMilli: 6000, damagedMilli: 1000 }] } })).body).toMatchObject({ status: 'shipped', inTransitMilli: 3000 });
    expect(await expected(asked.id)).toEqual([[leeds, 3000]]);
    expect((await call('POST', `stock/transfers/${asked.id}/receipts`, { payload: { lines: [{ lineId, receivedMilli: 1000, missingMilli: 2000, surplusMilli: 1000 }] } })).body).toMatchObject({ status: 'received', inTransitMilli: 0, missingMilli: 2000, surplusMilli: 1000 });
    expect(await levelOf(test, { variantId, locationId: leeds })).toMatchObject({ sellable: 8000, damaged: 1000 });
    expect(await expected(asked.id)).toEqual([]);
    expect(await road(asked.id)).toBe(0);
    expect(await audited(asked.id)).toEqual(['request', 'approve', 'ship', 'receive', 'receive and close']);
    expect((await call<{ items: unknown[] }>('GET', 'stock/transfers?status=difference')).body.items).toMatchObject([{ id: asked.id }]);
    expect((await call('POST', `stock/transfers/${asked.id}/difference-seen`)).body.differenceSeenBy).toBe('Priya');
    expect((await call<{ items: unknown[] }>('GET', 'stock/transfers?status=difference')).body.items).toEqual([]);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('sends nothing where one product is short, and the refusal names it', async () => {
    const [enough, short] = [await given(5), await given(1)];
    const { id } = await open({ [enough]: 5, [short]: 2 });
    expect(await call('POST', `stock/transfers/${id}/ship`)).toMatchObject({ status: 409, body: { code: 'insufficient_stock', details: { shortages: [{ variantId: short, requestedMilli: 2000, availableMilli: 1000 }] } } });
    expect(await levelOf(test, { variantId: enough, locationId: soho })).toMatchObject({ sellable: 5000 });
    const part = (await call('GET', `stock/transfers/${id}`)).body.lines.map((line) => ({ lineId: line.id, quantityMilli: line.variantId === short ? 1000 : 5000 }));
    expect((await call('POST', `stock/transfers/${id}/ship`, { payload: { lines: part } })).body).toMatchObject({ status: 'shipped', requestedMilli: 7000, shippedMilli: 6000 });
  });

  it('is shipped once and received once, whoever sends it how often at once', async () => {
    const variantId = await given(20);
    const { id, lines } = await open({ [variantId]: 10 });
    const key = newId();
    const shipped = await Promise.all([...Array(4).fill(key), ...Array(4).fill(0).map(() => newId())].map((one: string) => call('POST', `stock/transfers/${id}/ship`, { key: one })));
    expect(shipped.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(shipped.filter(({ status, body }) => status !== 200 && body.code !== 'wrong_status')).toEqual([]);
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 10_000 });
    const receipt = { lines: [{ lineId: lines[0]?.id, receivedMilli: 6000 }] };
    const received = await Promise.all(Array.from({ length: 4 }, () => call('POST', `stock/transfers/${id}/receipts`, { payload: receipt })));
    expect(received.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422]);
    expect(await levelOf(test, { variantId, locationId: leeds })).toMatchObject({ sellable: 6000 });
  });

  it('two transfers of the last units at once: one goes, the other is told what is there', async () => {
    const variantId = await given(10);
    const both = [await open({ [variantId]: 6 }), await open({ [variantId]: 6 })];
    const results = await Promise.all(both.map(({ id }) => call('POST', `stock/transfers/${id}/ship`)));
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 4000 });
  });

  it('is sent and received at the tills of its places under the name of who stands there, and nowhere else', async () => {
    const variantId = await given(3);
    const { id, lines } = await open({ [variantId]: 3 });
    actor = till(leeds);
    expect((await call<{ items: { id: string }[] }>('GET', 'pos/transfers')).body.items.some((one) => one.id === id)).toBe(false);
    expect(await call('POST', `pos/transfers/${id}/ship`)).toMatchObject({ status: 403, body: { code: 'not_allowed_here' } });
    actor = till(soho);
    expect((await call('POST', `pos/transfers/${id}/ship`, { payload: { staffName: 'Sam Lowe' } })).status).toBe(200);
    expect(await call('POST', `pos/transfers/${id}/receipts`, { payload: { lines: [{ lineId: lines[0]?.id, receivedMilli: 1000 }] } })).toMatchObject({ status: 403 });
    actor = till(leeds);
    expect((await call<{ items: { id: string }[] }>('GET', 'pos/transfers')).body.items.some((one) => one.id === id)).toBe(true);
    expect((await call('POST', `pos/transfers/${id}/receipts`, { payload: { lines: [{ lineId: lines[0]?.id, receivedMilli: 3000 }], staffName: 'Ana Reis' } })).status).toBe(200);
    const rows = await test.database.selectFrom('stock_movement').select('actor').where('cause_id', '=', id).orderBy('recorded_at').execute();
    expect(rows.map((row) => row.actor)).toEqual(['Sam Lowe', 'Ana Reis']);
  });

  it('is called off before it is sent, not after', async () => {
    const variantId = await given(2);
    const first = await open({ [variantId]: 1 });
    expect((await call('POST', `stock/transfers/${first.id}/cancel`)).body.status).toBe('cancelled');
    expect((await call('POST', `stock/transfers/${first.id}/ship`)).body.code).toBe('wrong_status');
    const second = await open({ [variantId]: 1 });
    await call('POST', `stock/transfers/${second.id}/ship`);
    expect(await call('POST', `stock/transfers/${second.id}/cancel`)).toMatchObject({ status: 409, body: { code: 'wrong_status' } });
  });

  it('refuses what makes no sense, changing nothing', async () => {
    const variantId = await given(5);
    const payload = { fromLocationId: soho, toLocationId: leeds, lines: [{ variantId, quantityMilli: 1000 }] };
    const count = async () => Number((await test.database.selectFrom('transfer').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
    const before = await count();
    expect(await call('POST', 'stock/transfers', { payload, key: null })).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
    expect((await call('POST', 'stock/transfers', { payload: { ...payload, toLocationId: soho } })).body.code).toBe('same_location');
    expect((await call('POST', 'stock/transfers', { payload: { ...payload, toLocationId: newId() } })).body.code).toBe('unknown_location');
    expect((await call('POST', 'stock/transfers', { payload: { ...payload, lines: [{ variantId: newId(), quantityMilli: 1000 }] } })).body.code).toBe('unknown_variant');
    expect((await call('POST', 'stock/transfers', { payload: { ...payload, lines: [...payload.lines, ...payload.lines] } })).body.code).toBe('line_twice');
    for (const bad of [{ ...payload, lines: [] }, { ...payload, lines: [{ variantId, quantityMilli: -1 }] }, { ...payload, lines: [{ variantId, quantityMilli: 0.5 }] }, { ...payload, fromLocationId: 'soho' }]) expect((await call('POST', 'stock/transfers', { payload: bad })).status).toBe(400);
    actor = staff('store_manager', leeds);
    expect(await call('POST', 'stock/transfers', { payload: { ...payload, approve: true } })).toMatchObject({ status: 403, body: { code: 'not_allowed_here' } });
    actor = staff('finance', null);
    expect((await call('POST', 'stock/transfers', { payload })).status).toBe(403);
    expect(await count()).toBe(before);
    actor = staff('operations', null);
    const { id, lines } = await open({ [variantId]: 2 });
    const lineId = lines[0]?.id;
    await call('POST', `stock/transfers/${id}/ship`);
    expect((await call('POST', `stock/transfers/${id}/receipts`, { payload: { lines: [{ lineId, receivedMilli: 3000 }] } })).body).toMatchObject({ code: 'received_too_many', details: { inTransitMilli: 2000 } });
    expect((await call('POST', `stock/transfers/${id}/receipts`, { payload: { lines: [{ lineId: newId(), receivedMilli: 1 }] } })).body.code).toBe('unknown_line');
    expect((await call('POST', `stock/transfers/${id}/receipts`, { payload: { lines: [{ lineId, receivedMilli: 0 }] } })).body.code).toBe('nothing_received');
    expect(await levelOf(test, { variantId, locationId: leeds })).toBeNull();
  });
});
