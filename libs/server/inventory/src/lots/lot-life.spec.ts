import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type StaffActor, system } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { AvailabilityQuery } from '../availability/availability.query';
import { ChannelExposureQuery } from '../channel-exposure/channel-exposure.query';
import { HoldStockUseCase } from '../hold-stock/hold-stock.use-case';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { AT, giveLocation, giveVariant, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { giveLot, lotsAt } from '../testing-lots';
import { differingLots } from './lot-fold';
import { MoveExpiredLotsUseCase } from './move-expired-lots.use-case';

let test: TestDatabase;
let app: NestFastifyApplication;
const [soho, leeds] = [newId(), newId()];
const { reserve, fulfil, sell, takeBack } = stockUseCases();
const now = new Date();
const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
let actor: StaffActor = { kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  await test.database.insertInto('channel').values({ code: 'web-gb', name: 'Web', kind: 'web', market_code: 'GB' }).execute();
  await test.database.insertInto('channel_location').values({ channel_code: 'web-gb', location_id: soho }).execute();
  await test.database.insertInto('lot_rule').values({ channel_code: 'web-gb', days: 7 }).execute();
  app = await createTestApp(test, { imports: [InventoryModule, InventoryHttpModule], actor: () => actor });
});
afterEach(async () => {
  expect(await unexplainedLevels(test)).toEqual([]);
  expect(await test.transactions.write((tx) => differingLots(tx))).toEqual([]);
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: { ...signedIn, ...headers }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : answer.body };
};
let count = 0;
/** A bar of which 2 have expired, 3 keep five days and 4 keep two months. */
async function giveBar() {
  count += 1;
  const variantId = await giveVariant(test, { sku: `BAR-${count}`, title: `Trail bar ${count}` });
  const at = { variantId, locationId: soho };
  const old = await giveLot(test, at, { code: 'OLD', expiresOn: inDays(-2), units: 2 });
  const soon = await giveLot(test, at, { code: 'SOON', expiresOn: inDays(5), units: 3 });
  await giveLot(test, at, { code: 'LATE', expiresOn: inDays(60), units: 4 });
  return { variantId, at, old, soon };
}
const expire = () => app.get(MoveExpiredLotsUseCase, { strict: false }).run(system('calendar'), now);

describe('lots that do not keep', () => {
  it('INV-83 INV-84 are not promised to a channel: availability, exposure and holds say one number', async () => {
    const { variantId, at } = await giveBar();
    const availability = app.get(AvailabilityQuery, { strict: false });
    expect(await availability.run({ variantIds: [variantId], channelCode: 'web-gb' })).toMatchObject([{ variantId, sellableMilli: 4000 }]);
    expect((await availability.run({ variantIds: [variantId] }))[0]?.sellableMilli).toBe(9000);
    const exposed = await app.get(ChannelExposureQuery, { strict: false }).run('web-gb', [variantId]);
    expect(exposed.get(variantId)).toMatchObject({ units: 4 });
    const holding = app.get(HoldStockUseCase, { strict: false });
    const hold = (units: number) => holding.run({ holdId: newId(), lines: [{ lineId: 'a', variantId, locationId: soho, quantityMilli: units * 1000 }], mode: 'all', heldFor: 'web-gb#me', minutes: 10, now });
    expect(await hold(5)).toMatchObject({ ok: false, refusal: { shortages: [{ availableMilli: 4000 }] } });
    expect(await hold(3)).toMatchObject({ ok: true });
    expect(await hold(2)).toMatchObject({ ok: false });
    expect(await levelOf(test, at)).toMatchObject({ sellable: 6000 });
  });

  it('leave the shelf when their day has passed, once, with an audit row; what is kept for orders stays', async () => {
    const { variantId, at } = await giveBar();
    await test.transactions.run((tx) => reserve.run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), ...at, quantityMilli: 8000 }], actor: tester, occurredAt: AT }));
    await expire();
    expect([await lotsAt(test, at), await levelOf(test, at)]).toMatchObject([{ OLD: 1, SOON: 3, LATE: 4 }, { sellable: 0, quarantine: 1000, committed: 8000 }]);
    await Promise.all([expire(), expire()]);
    expect(await levelOf(test, at)).toMatchObject({ quarantine: 1000 });
    const [moved] = await test.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', variantId).where('to_bucket', '=', 'quarantine').execute();
    expect(moved).toMatchObject({ reason: 'expired: OLD', from_bucket: 'sellable', actor: 'calendar' });
    expect(await test.database.selectFrom('audit_entry').select('id').where('action', '=', 'expire').where('subject_id', '=', moved?.cause_id ?? '').execute()).toHaveLength(1);
    expect((await call('GET', `stock/to-sort?locationId=${soho}&bucket=quarantine`)).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ variantId, quantityMilli: 1000, reason: 'expired: OLD' })]));
  });

  it('go over the road and come back by their lot: a transfer arrives with the lots that it took, a return finds its own', async () => {
    const { variantId, at } = await giveBar();
    const saleId = newId();
    await test.transactions.write((tx) => sell.run(tx, { saleId, operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: 4000 }], actor: tester, deviceId: null, occurredAt: now.toISOString() }));
    expect(await lotsAt(test, at)).toEqual({ LATE: 3, OLD: 2, SOON: 0 });
    const back = (before: number) => test.transactions.write((tx) => takeBack.run(tx, { returnId: newId(), locationId: leeds, sale: { ids: [saleId], returnedMilli: { [variantId]: before } }, lines: [{ variantId, quantityMilli: 2000, disposition: 'resellable' }], actor: tester, occurredAt: now.toISOString() }));
    await back(0);
    await back(2000);
    expect(await lotsAt(test, { variantId, locationId: leeds })).toEqual({ LATE: 1, SOON: 3 });
    const made = await call('POST', 'stock/transfers', { fromLocationId: leeds, toLocationId: soho, lines: [{ variantId, quantityMilli: 4000 }] }, { 'idempotency-key': newId() });
    const id = made.body.id ?? made.body.transferId;
    await call('POST', `stock/transfers/${id}/approve`, {}, { 'idempotency-key': newId() });
    expect((await call('POST', `stock/transfers/${id}/ship`, {}, { 'idempotency-key': newId() })).status).toBeLessThan(300);
    const line = (await call('GET', `stock/transfers/${id}`)).body.lines[0];
    const receive = (receivedMilli: number, missingMilli = 0) => call('POST', `stock/transfers/${id}/receipts`, { lines: [{ lineId: line.lineId ?? line.id, receivedMilli, missingMilli }] }, { 'idempotency-key': newId() });
    expect((await receive(2000)).status).toBeLessThan(300);
    expect(await lotsAt(test, at)).toEqual({ LATE: 3, OLD: 2, SOON: 2 });
    await receive(1000, 1000);
    expect(await lotsAt(test, at)).toEqual({ LATE: 3, OLD: 2, SOON: 3 });
  });

  it('INV-139 come back from a web order to the lots that left with its parts, in their order', async () => {
    const { variantId, at } = await giveBar();
    const [orderId, orderLineId, partId] = [newId(), newId(), newId()];
    await test.transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId, ...at, quantityMilli: 4000 }], actor: tester, occurredAt: AT }));
    await test.transactions.run((tx) => fulfil.run(tx, { orderId, locationId: soho, lines: [{ orderLineId, quantityMilli: 4000 }], causeId: partId, actor: tester, occurredAt: now.toISOString() }));
    const gone = await lotsAt(test, at);
    await test.transactions.write((tx) => takeBack.run(tx, { returnId: newId(), locationId: soho, sale: { ids: [orderId, partId], returnedMilli: {} }, lines: [{ variantId, quantityMilli: 4000, disposition: 'resellable' }], actor: tester, occurredAt: now.toISOString() }));
    const back = await lotsAt(test, at);
    expect(Object.values(gone).reduce((sum, units) => sum + units, 0)).toBe(5);
    expect(back).toEqual({ LATE: 4, OLD: 2, SOON: 3 });
  });

  it('show: what is due first expired first, with filters; where a lot went, also as a file; rules, by operations only', async () => {
    const { variantId, soon } = await giveBar();
    const list = (query: string) => call('GET', `stock/lots?variantId=${variantId}${query}`);
    const due = await list('');
    expect(due.body).toMatchObject({ count: 2, shortDays: 14, items: [{ code: 'OLD', state: 'expired', shelfMilli: 2000 }, { code: 'SOON', state: 'short', shelfMilli: 3000 }] });
    expect((await list('&state=fresh')).body.items).toMatchObject([{ code: 'LATE', state: 'fresh' }]);
    expect((await list(`&state=all&locationId=${leeds}`)).body.items).toEqual([]);
    expect((await list('&state=all&search=so')).body.items).toHaveLength(1);
    const trace = await call('GET', `stock/lots/${soon}`);
    expect(trace.body).toMatchObject({ lot: { code: 'SOON', expiresOn: inDays(5) }, places: [{ locationId: soho, shelfMilli: 3000 }], moveCount: 1, moves: [{ from: 'supplier', to: 'sellable', causeKind: 'receipt' }] });
    expect((await call('GET', `stock/lots/${soon}/trace.csv`)).body).toContain(',SOON,');
    expect((await call('GET', `stock/lots/${newId()}`)).status).toBe(404);
    expect((await call('PUT', 'stock/lots/rules', { shortDays: 3, channels: [{ channelCode: 'nowhere', days: 1 }] })).body.code).toBe('unknown_channel');
    expect((await call('PUT', 'stock/lots/rules', { shortDays: 3, channels: [{ channelCode: 'web-gb', days: 7 }] })).body).toEqual({ shortDays: 3, channels: [{ channelCode: 'web-gb', days: 7 }] });
    expect((await list('')).body.items).toHaveLength(1);
    actor = { ...actor, grants: [{ role: 'associate', locationId: soho }] };
    expect((await call('PUT', 'stock/lots/rules', { shortDays: 4, channels: [] })).status).toBe(403);
    expect((await call('POST', 'stock/lots/move-expired')).status).toBe(403);
  });
});
