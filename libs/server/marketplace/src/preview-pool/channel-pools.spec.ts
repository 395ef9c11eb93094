import type { AmazonSimulator } from '@oneshelf/simulators';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { coverHours } from '@oneshelf/domain-marketplace';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveLocation, giveStock, giveVariant, stockUseCases, tester } from '@oneshelf/server-inventory/testing';
import { OrganisationHttpModule } from '@oneshelf/server-organisation';
import { MarketplaceHttpModule } from '../marketplace-http.module';
import { MarketplaceModule } from '../marketplace.module';
import { PushPoolHandler } from '../push-stock/push-pool.handler';
import { PushStockHandler } from '../push-stock/push-stock.handler';
import { PushStockUseCase } from '../push-stock/push-stock.use-case';
import { RefreshPaceUseCase } from '../refresh-pace/refresh-pace.use-case';
import { giveAmazonChannels, giveListing, heard, startAmazon } from '../testing';

@Module({ imports: [MarketplaceModule, MarketplaceHttpModule, OrganisationHttpModule], providers: [PushStockHandler, PushPoolHandler] })
class PoolsModule {}

let test: TestDatabase;
let simulator: AmazonSimulator;
let app: NestFastifyApplication;
let actor: Actor;
const [soho, leeds] = [newId(), newId()];
const { sell } = stockUseCases();
const as = (role: Role): Actor => ({ kind: 'staff', id: newId(), name: 'Ines', email: 'i@x.example', locale: 'en', grants: [{ role, locationId: null }] });

beforeAll(async () => {
  test = await createTestDatabase();
  simulator = await startAmazon(test);
  await giveLocation(test, { id: soho, code: 'S01', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'S02', name: 'Leeds', kind: 'store' });
  await giveAmazonChannels(test, [soho]);
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('channel').values({ code: 'store', name: 'Stores', kind: 'pos', market_code: 'GB' }).execute();
  app = await createTestApp(test, { imports: [PoolsModule], actor: () => actor });
});
beforeEach(() => { actor = as('operations'); });
afterAll(async () => {
  await app.close();
  await simulator.stop();
  await test.drop();
});

const stocked = async (sku: string, pieces: number, locationId = soho) => {
  const variantId = await giveVariant(test, { sku, title: 'Boots' });
  const id = await giveListing(test, simulator, { sku, variantId });
  await giveStock(test, { variantId, locationId }, pieces * 1000);
  await runEvents(app, test.database);
  return { id, variantId };
};
const sale = async (variantId: string, pieces: number) => {
  await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: pieces * 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
  await runEvents(app, test.database);
};
const atAmazon = async (sku: string) => (await heard(simulator, sku))?.quantity;
const send = (method: 'GET' | 'PUT' | 'POST', path: string, payload?: object) => app.inject({ method, url: `/api/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
const poolOf = async (code: string) => (await send('GET', 'channel-pools')).json().items.find((item: { channelCode: string }) => item.channelCode === code);
const settingsOf = ({ bufferKind, bufferBasisPoints, bufferUnits, targetBasisPoints, latencySeconds, reopenAtUnits, feeds, version }: Record<string, never>) => ({ bufferKind, bufferBasisPoints, bufferUnits, targetBasisPoints, latencySeconds, reopenAtUnits, feeds, version });
const save = async (changes: object) => send('PUT', 'channel-pools/amazon', { ...settingsOf(await poolOf('amazon')), ...changes });

describe('what a channel may see of the shelf', () => {
  it('is shown before it is saved, is saved with who did it, and Amazon is told', async () => {
    const { variantId } = await stocked('POOL-1', 10);
    expect(await atAmazon('POOL-1')).toBe(9);
    const wanted = { ...settingsOf(await poolOf('amazon')), bufferKind: 'units', bufferUnits: 3, feeds: [{ locationId: leeds, shareBasisPoints: 10_000 }, { locationId: soho, shareBasisPoints: 5000 }] };
    await giveStock(test, { variantId, locationId: leeds }, 4000);
    const preview = (await send('POST', 'channel-pools/amazon/preview', { ...wanted, variantIds: [variantId] })).json();
    expect(preview).toEqual({
      items: [{ variantId, sku: 'POOL-1', title: 'Boots', freeMilli: 14_000, before: { exposedMilli: 9000, bufferMilli: 1000, decidedBy: 'pool' }, after: { exposedMilli: 6000, bufferMilli: 3000, decidedBy: 'pool' } }],
      listings: { counted: 1, more: 0, fewer: 1, toNone: 0 },
    });
    expect(await poolOf('amazon')).toMatchObject({ bufferKind: 'percent', version: 0 });

    expect((await save(wanted)).json()).toEqual({ channelCode: 'amazon', version: 1 });
    await runEvents(app, test.database);
    expect(await atAmazon('POOL-1')).toBe(6);
    expect(await test.database.selectFrom('audit_entry').select(['action', 'actor_name', 'before', 'after']).where('subject_id', '=', 'amazon').execute()).toMatchObject([
      { action: 'set_channel_pool', actor_name: 'Ines', before: { bufferKind: 'percent', bufferBasisPoints: 1000, feeds: [{ locationId: soho, shareBasisPoints: 10_000 }] }, after: { bufferKind: 'units', bufferUnits: 3 } },
    ]);
    expect((await send('POST', 'channel-pools/amazon/preview', { ...wanted })).json().items).toHaveLength(1);
  });

  it('is not overwritten by who read it before, and not half saved', async () => {
    const before = await poolOf('amazon');
    expect((await save({ version: before.version - 1 })).json()).toMatchObject({ status: 409, code: 'pool_changed' });
    expect((await save({ feeds: [{ locationId: newId(), shareBasisPoints: 1 }] })).json()).toMatchObject({ status: 404, code: 'unknown_location' });
    expect((await save({ feeds: [{ locationId: soho, shareBasisPoints: 10_001 }] })).statusCode).toBe(400);
    expect((await send('PUT', 'channel-pools/none', settingsOf(before))).json()).toMatchObject({ status: 404, code: 'unknown_channel' });
    for (const code of ['store', 'amazon-fba']) expect((await send('PUT', `channel-pools/${code}`, settingsOf(before))).json()).toMatchObject({ status: 409, code: 'pool_apart' });
    expect((await send('POST', 'channel-pools/amazon-fba/preview', settingsOf(before))).json()).toMatchObject({ status: 409, code: 'pool_apart' });
    expect(await poolOf('amazon')).toEqual(before);
    expect((await send('GET', 'channel-pools')).json().items.map((item: { channelCode: string }) => item.channelCode)).toEqual(['amazon', 'amazon-fba']);
    actor = as('associate');
    expect((await save({})).statusCode).toBe(403);
  });

  it('MKT-9 does not flap at the edge: Amazon hears one zero and then the three', async () => {
    await save({ bufferKind: 'percent', bufferBasisPoints: 0, reopenAtUnits: 3, feeds: [{ locationId: soho, shareBasisPoints: 10_000 }] });
    await runEvents(app, test.database);
    const { variantId } = await stocked('FLAP-1', 3);
    await sale(variantId, 3);
    for (const pieces of [1, 1]) {
      await giveStock(test, { variantId, locationId: soho }, pieces * 1000);
      await runEvents(app, test.database);
    }
    expect(await atAmazon('FLAP-1')).toBe(0);
    expect((await send('GET', `listings?variantId=${variantId}`)).json().items).toMatchObject([{ exposedUnits: 0, decidedBy: 'closed' }]);
    await giveStock(test, { variantId, locationId: soho }, 1000);
    await runEvents(app, test.database);
    expect((await heard(simulator, 'FLAP-1'))?.patches.map((patch) => patch.quantity)).toEqual([3, 0, 3]);
  });

  it('tunes the buffer by what the pool sold while a number is on its way', async () => {
    const { variantId } = await stocked('TUNED-1', 400);
    await sale(variantId, 280);
    await save({ bufferKind: 'tuned', bufferUnits: 1, targetBasisPoints: 100, latencySeconds: 3600 });
    await runEvents(app, test.database);
    // 280 in 28 days and an hour on the way: two pieces; what never sold keeps the least.
    expect([await atAmazon('TUNED-1'), await atAmazon('FLAP-1')]).toEqual([118, 2]);
  });
});

describe('one listing', () => {
  it('never shows more than its cap, and says why', async () => {
    await save({ bufferKind: 'percent', bufferBasisPoints: 0 });
    const { id, variantId } = await stocked('CAP-1', 50);
    expect((await send('PUT', `listings/${id}/cap`, { capUnits: 5 })).json()).toEqual({ id, capUnits: 5 });
    await app.get(PushStockUseCase, { strict: false }).sweep();
    expect(await atAmazon('CAP-1')).toBe(5);
    expect((await send('GET', `listings?variantId=${variantId}`)).json().items).toMatchObject([{ exposedUnits: 5, decidedBy: 'cap', capUnits: 5 }]);
    expect((await send('PUT', `listings/${id}/cap`, { capUnits: -1 })).statusCode).toBe(400);
    expect((await send('PUT', `listings/${newId()}/cap`, { capUnits: 1 })).json()).toMatchObject({ status: 404, code: 'not_found' });
    await test.database.updateTable('listing').set({ failure: 'InvalidInput: quantity', pushed_version: 9, wanted_version: 9, wished_at: null }).where('id', '=', id).execute();
    expect([(await send('POST', `listings/${id}/push`)).statusCode, (await send('POST', `listings/${newId()}/push`)).statusCode]).toEqual([204, 404]);
    expect(await test.database.selectFrom('listing').select(['wanted_version', 'urgent', 'pushed_units', 'wished_at']).where('id', '=', id).executeTakeFirst()).toEqual({ wanted_version: 10, urgent: true, pushed_units: null, wished_at: expect.any(Date) });
    expect(await test.database.selectFrom('audit_entry').select(['action', 'before', 'after']).where('subject_id', '=', id).execute()).toEqual([{ action: 'set_listing_cap', before: { capUnits: null }, after: { capUnits: 5 } }, { action: 'retry_push', before: { failure: 'InvalidInput: quantity' }, after: { sku: expect.any(String) } }]);
  });

  it('MKT-12 knows how long its units last, in the database as in the rule', async () => {
    const { variantId } = await stocked('COVER-1', 100);
    await sale(variantId, 40);
    await app.get(RefreshPaceUseCase, { strict: false }).run();
    const listing = await test.database.selectFrom('listing').select(['sold_milli', 'cover_hours', 'wanted_units']).where('variant_id', '=', variantId).executeTakeFirstOrThrow();
    expect(listing).toEqual({ sold_milli: 40_000, wanted_units: 60, cover_hours: coverHours({ units: 60, soldMilli: 40_000, days: 28 }) });
    await sale(variantId, 60);
    expect(await test.database.selectFrom('listing').select('cover_hours').where('variant_id', '=', variantId).executeTakeFirstOrThrow()).toEqual({ cover_hours: 0 });
  });
});
