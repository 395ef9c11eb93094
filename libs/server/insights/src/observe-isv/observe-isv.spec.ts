import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CancelledOrdersAnswer, IsvObservatory, IsvVariant, Today } from '@oneshelf/contracts';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, giveStock, stockUseCases } from '@oneshelf/server-inventory/testing';
import { InsightsHttpModule } from '../insights-http.module';
import { SampleIsvUseCase } from '../sample-isv/sample-isv.use-case';
import { type Chain, openChain, tester } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let chain: Chain;
const { adjust } = stockUseCases();
const as = (role: Role) => ({ kind: 'staff' as const, id: newId(), name: 'Hannah', email: 'h@x.example', locale: 'en' as const, grants: [{ role, locationId: null }] });
const [jacketListing, socksListing] = [newId(), newId()];
const now = Date.now();

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [InsightsHttpModule], actor: () => actor });
  chain = await openChain(test);
  await test.database.insertInto('channel_location').values({ channel_code: 'amazon-gb', location_id: chain.leeds, priority: 1 }).execute();
  await giveStock(test, { variantId: chain.jacket, locationId: chain.soho }, 10_000);
  await giveStock(test, { variantId: chain.jacket, locationId: chain.leeds }, 10_000);
  await giveStock(test, { variantId: chain.socks, locationId: chain.soho }, 5000);
  const listing = (id: string, variantId: string, sku: string, acknowledged: number, given: object) => ({ id, channel_code: 'amazon-gb', variant_id: variantId, external_sku: sku, acknowledged_units: acknowledged, wanted_version: 2, pushed_version: 2, ...given });
  await test.database.insertInto('listing').values([
    // Should show 18 of 20 and 4 of 5.
    listing(jacketListing, chain.jacket, 'JACKET', 21, { failure: 'InvalidInput: quantity' }),
    listing(socksListing, chain.socks, 'SOCKS', 9, { wanted_version: 3, urgent: true, wished_at: new Date(now - 600_000) }),
  ]).execute();
  const push = (seconds: number, given: object = {}) => ({ id: newId(), channel_code: 'amazon-gb', variant_id: chain.jacket, version: 1, units: 18, urgent: true, wished_at: new Date(now - 60_000 - seconds * 1000), answered_at: new Date(now - 60_000), ...given });
  await test.database.insertInto('listing_push').values([push(1), push(2), push(3), push(60, { urgent: false }), push(9, { units: null, failure: 'InvalidInput: quantity' })]).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = as('operations'); });

async function ask<Body = { code: string }>(method: 'GET' | 'PUT' | 'POST', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const read = async (query = '') => (await ask<IsvObservatory>('GET', `isv${query}`)).body;
const part = (given: object) => ({ lagMilli: 0, failedPushMilli: 0, bufferMilli: 0, miscountMilli: 0, shrinkMilli: 0, ...given });

describe('the ISV observatory', () => {
  it('says that nothing was measured yet', async () => {
    expect(await read()).toMatchObject({ measuredAt: null, listingCount: 0, points: [], worst: [], worstCount: 0, now: { isvBasisPoints: 0 }, rule: { aboveBasisPoints: 1000, lagSeconds: 180, cancelBasisPoints: 200 }, cancelLimitBasisPoints: 250, mayEdit: true });
  });

  it('MKT-22 shows the figure with its causes, which sum to it, and the worst products by cause', async () => {
    expect(await ask('POST', 'isv/measure')).toMatchObject({ status: 200, body: { differing: 2 } });
    // 25 are there; the jacket is shown 3 too many by a push that was refused, the socks 5 too many by one that waits.
    const seen = await read();
    expect(seen).toMatchObject({ listingCount: 2, differingCount: 2, unboundedCount: 0, now: { isvBasisPoints: 3200, varianceMilli: 8000, physicalMilli: 25_000, ...part({ lagMilli: 5000, failedPushMilli: 3000 }) } });
    expect(seen.points).toMatchObject([{ isvBasisPoints: 3200, varianceMilli: 8000 }]);
    expect(seen.worst).toMatchObject([
      { sku: 'SOCKS', cause: 'lag', varianceMilli: 5000, worstBasisPoints: 10_000, differedCount: 1, sampleCount: 1, locationId: null, ...part({ lagMilli: 5000 }) },
      { sku: 'JACKET', cause: 'failed_push', varianceMilli: 3000, worstBasisPoints: 1500, ...part({ failedPushMilli: 3000 }) },
    ]);
    for (const period of ['week', 'month', 'quarter']) expect((await read(`?period=${period}`)).whole).toMatchObject({ varianceMilli: 8000, isvBasisPoints: 3200 });
  });

  it('filters by channel, place and cause', async () => {
    expect((await read('?cause=failed_push')).worst.map(({ sku }) => sku)).toEqual(['JACKET']);
    expect((await read('?channel=other')).listingCount).toBe(0);
    // MKT-20: what it was told beyond lies at the first place.
    expect(await read(`?location=${chain.leeds}`)).toMatchObject({ now: { varianceMilli: 0, physicalMilli: 10_000 }, worst: [] });
    expect((await read(`?location=${chain.soho}`)).worst.map(({ sku, locationId }) => [sku, locationId])).toEqual([['SOCKS', chain.soho], ['JACKET', chain.soho]]);
    expect([(await ask('GET', 'isv?cause=weather')).status, (await ask('GET', 'isv?period=century')).status, (await ask('GET', 'isv?location=x')).status]).toEqual([400, 400, 400]);
  });

  it('says how long a deduction takes, of urgent ones that were accepted', async () => {
    expect((await read()).lags).toEqual([{ channelCode: 'amazon-gb', count: 3, p50Ms: 2000, p95Ms: 2900, refused: 1 }]);
  });

  it('MKT-21 tells one product number by number, with what a correction found since', async () => {
    await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId: chain.leeds, lines: [{ variantId: chain.jacket, deltaMilli: -1000 }], reason: 'stolen', actor: tester, occurredAt: AT }));
    const { body } = await ask<IsvVariant>('GET', `isv/variants/${chain.jacket}`);
    const [channel] = body.channels;
    expect(body).toMatchObject({ sku: 'JACKET', channels: [{ channelCode: 'amazon-gb', listingId: jacketListing, acknowledgedUnits: 21, exposedUnits: 17, push: 'failed', failure: 'InvalidInput: quantity', cause: 'failed_push' }] });
    expect(channel?.whole).toMatchObject({ physicalMilli: 19_000, totalMilli: 5000, ...part({ failedPushMilli: 4000, shrinkMilli: 1000 }), shrunkMilli: -1000 });
    expect(channel?.places.map(({ locationId, totalMilli }) => [locationId, totalMilli])).toEqual([[chain.soho, 4000], [chain.leeds, 1000]]);
    expect([channel?.pushes.length, channel?.samples.length]).toEqual([5, 1]);
    expect((await ask('GET', `isv/variants/${newId()}`))).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await ask<IsvVariant>('GET', `isv/variants/${chain.jacket}?channel=other`)).body.channels).toEqual([]);
  });

  it('counts orders that were cancelled before they were fulfilled, and only those that were ours to keep', async () => {
    const order = (number: string, status: string, given: object = {}) => ({ id: newId(), number, channel_code: 'web-gb', market_code: 'GB', currency: 'GBP', fulfilment_kind: 'delivery', basket: '{}', quote: '{}', book_version: '1', discount_minor: 0, tax_minor: 0, total_minor: 100, status, business_date: new Date(now), placed_at: new Date(now), ...given });
    const [kept, dropped, short, unpaid, there, till] = [order('GB-1', 'placed'), order('GB-2', 'cancelled'), order('GB-3', 'placed'), order('GB-4', 'cancelled'), order('GB-5', 'cancelled'), order('GB-6', 'cancelled', { fulfilment_kind: 'carry_out' })];
    const event = (orderId: string, kind: string, data: object) => ({ id: newId(), order_id: orderId, kind, actor: 'test', data: JSON.stringify(data), occurred_at: new Date(now) });
    await test.database.insertInto('sales_order').values([kept, dropped, short, unpaid, there, till]).execute();
    await test.database.insertInto('order_event').values([
      event(dropped.id, 'cancelled', { reason: 'The last one was damaged' }), event(short.id, 'units_unavailable', { locationId: chain.soho }), event(short.id, 'units_unavailable', { locationId: chain.leeds }),
      event(unpaid.id, 'cancelled', { reason: 'not_paid_in_time' }), event(there.id, 'cancelled', { reason: 'cancelled at Amazon' }), event(till.id, 'cancelled', { reason: 'x' }),
    ]).execute();
    expect((await read()).cancels).toEqual([{ channelCode: 'web-gb', orders: 4, cancelled: 2, rateBasisPoints: 5000 }]);
    expect((await ask<CancelledOrdersAnswer>('GET', 'isv/cancels?channel=web-gb')).body.items.map(({ number, reason }) => [number, reason]).sort()).toEqual([['GB-2', 'The last one was damaged'], ['GB-3', '']]);
    expect((await ask<CancelledOrdersAnswer>('GET', 'isv/cancels?channel=amazon-gb')).body.items).toEqual([]);
  });

  it('alarms by its rule, which is operations’ to set, stands in the history and is not overwritten unseen', async () => {
    const usual = { aboveBasisPoints: 1000, lagSeconds: 180, cancelBasisPoints: 200 };
    const loud = { aboveBasisPoints: 2000, lagSeconds: 900, cancelBasisPoints: 200 };
    const kinds = async () => (await ask<Today>('GET', 'today')).body.concerns.filter(({ kind }) => ['isv_alarms', 'slow_pushes', 'cancel_rates'].includes(kind)).map(({ kind, count, rows }) => [kind, count, rows[0]?.subject, rows[0]?.href]);
    expect(await kinds()).toEqual([['isv_alarms', 2, 'SOCKS', `/stock/isv/${chain.socks}`], ['slow_pushes', 1, 'SOCKS', `/stock/isv/${chain.socks}`]]);
    expect((await ask('PUT', 'isv/alarm-rule', { rule: { ...usual, lagSeconds: 0 }, seen: usual })).status).toBe(400);
    expect((await ask('PUT', 'isv/alarm-rule', { rule: loud, seen: usual })).status).toBe(204);
    expect(await ask('PUT', 'isv/alarm-rule', { rule: usual, seen: usual })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect(await kinds()).toEqual([['isv_alarms', 1, 'SOCKS', `/stock/isv/${chain.socks}`]]);
    actor = as('finance');
    expect([(await ask('PUT', 'isv/alarm-rule', { rule: usual, seen: loud })).status, (await ask('POST', 'isv/measure')).status, (await read()).mayEdit]).toEqual([403, 403, false]);
    expect(await test.database.selectFrom('audit_entry').select(['before', 'after']).where('action', '=', 'set_isv_alarm_rule').execute()).toEqual([{ before: usual, after: loud }]);
  });

  it('keeps a day of two weeks ago as one row, which adds up to the same', async () => {
    await app.get(SampleIsvUseCase, { strict: false }).run(new Date(now + 16 * 86_400_000));
    const rows = await test.database.selectFrom('isv_reading').select(['is_day', 'sample_count', 'variance_milli']).where('location_id', 'is', null).orderBy('at').execute();
    expect(rows).toEqual([{ is_day: true, sample_count: 1, variance_milli: 8000 }, { is_day: false, sample_count: 1, variance_milli: 10_000 }]);
    await app.get(SampleIsvUseCase, { strict: false }).run(new Date(now + 120 * 86_400_000));
    expect(await test.database.selectFrom('isv_sample').select('is_day').where('at', '<', new Date(now + 86_400_000)).execute()).toEqual([]);
  });
});
