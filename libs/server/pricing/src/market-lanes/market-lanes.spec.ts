import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MarketPricingSettings, PriceFloorList } from '@oneshelf/contracts';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import type { Actor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { bookOf, everythingOf, forgetAll, giveBook, giveMarket, giveVariant, merchandiser, releasesOf, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;
const best = { item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' };
const stacking = { ...best, item: 'stacking' };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveMarket(test);
  app = await createTestApp(test, { imports: [PricingHttpModule], actor: () => actor });
});
beforeEach(async () => {
  await forgetAll(test);
  actor = merchandiser;
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function ask<Body = { code: string; detail: string }>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const settings = async () => (await ask<MarketPricingSettings>('GET', 'markets/GB/pricing-settings')).body;
const promote = (name: string, percentBasisPoints: number) =>
  ask('POST', 'promotions', {
    marketCode: 'GB', name, startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z',
    definition: { lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints } } },
  });

describe('lanes of a market', () => {
  it('PRC-98 stack from the next release on; a past release quotes with the lanes of then, byte for byte', async () => {
    const [list, boot] = [await giveBook(test, { code: 'gb-list' }), await giveVariant(test, { sku: 'BOOT' })];
    await promote('A tenth', 1000);
    await promote('A fifth', 2000);
    await test.database.insertInto('price').values({ book_id: list, variant_id: boot, from_release: 1, amount_minor: 10_000 }).execute();
    const before = JSON.stringify(await bookOf(app, 'GB', 2));
    expect(await ask('PUT', 'markets/GB/lanes', { lanes: stacking, seen: best })).toMatchObject({ status: 204 });
    expect(await ask('PUT', 'markets/GB/lanes', { lanes: best, seen: stacking })).toMatchObject({ status: 204 });
    const basket: BasketInput = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: '2026-11-20T10:00:00.000Z', taxCountry: 'GB', lines: [{ lineId: '1', variantId: boot, quantityMilli: 1000 }] };
    const totals = await Promise.all([2, 3, 4].map(async (release) => {
      const quote = quoteBasket(basket, await bookOf(app, 'GB', release));
      return quote.ok && quote.value.totalMinor;
    }));
    // 100.00: the better of 10 % and 20 %, then both one after the other, then the better again.
    expect(totals).toEqual([8000, 7200, 8000]);
    expect(JSON.stringify(await bookOf(app, 'GB', 2))).toBe(before);
    expect([(await bookOf(app, 'GB', 3)).lanes, (await bookOf(app, 'GB', 4)).lanes]).toEqual([stacking, undefined]);
  });

  it('say who set them; the same again makes no release; each change is in the history and told', async () => {
    expect(await settings()).toMatchObject({ lanes: best, lanesChanged: null, usualApprovalRule: { maxChanges: 1000 }, mayEdit: { lanes: true, approvalRule: false, floors: false } });
    await ask('PUT', 'markets/GB/lanes', { lanes: stacking, seen: best });
    await ask('PUT', 'markets/GB/lanes', { lanes: stacking, seen: best });
    expect(await settings()).toMatchObject({ lanes: stacking, lanesChanged: { by: 'Ines Duarte' } });
    expect(await releasesOf(test)).toEqual([1]);
    expect(await test.database.selectFrom('audit_entry').select(['action', 'subject_id', 'before', 'after']).execute()).toEqual([{ action: 'set_lanes', subject_id: 'GB', before: best, after: { ...stacking, release: 1 } }]);
    expect(await test.database.selectFrom('outbox_event').select('payload').execute()).toEqual([{ payload: { marketCode: 'GB', release: 1 } }]);
  });

  it('are not overwritten unseen, refuse another market or mode, and are a merchandiser’s to set', async () => {
    await ask('PUT', 'markets/GB/lanes', { lanes: stacking, seen: best });
    const before = await everythingOf(test);
    expect(await ask('PUT', 'markets/GB/lanes', { lanes: { ...best, basket: 'stacking' }, seen: best })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect(await ask('PUT', 'markets/XX/lanes', { lanes: best, seen: stacking })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    expect(await ask('PUT', 'markets/GB/lanes', { lanes: { ...best, item: 'both' }, seen: stacking })).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(await ask('GET', 'markets/XX/pricing-settings')).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    actor = staffWith('finance');
    expect((await ask('PUT', 'markets/GB/lanes', { lanes: best, seen: stacking })).status).toBe(403);
    expect(await everythingOf(test)).toEqual(before);
  });

  it('of two who set them at once one is told', async () => {
    const answers = await Promise.all([stacking, { ...best, basket: 'stacking' }].map((lanes) => ask('PUT', 'markets/GB/lanes', { lanes, seen: best })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await releasesOf(test)).toEqual([1]);
  });
});

describe('the rule for a second person', () => {
  const rule = { maxChanges: 5, belowCost: true, belowFloor: false, marginFallBasisPoints: null };

  it('is not overwritten unseen', async () => {
    actor = staffWith('finance');
    const { approvalRule } = await settings();
    expect((await ask('PUT', 'markets/GB/approval-rule', { ...rule, seen: approvalRule })).status).toBe(204);
    expect(await ask('PUT', 'markets/GB/approval-rule', { ...rule, maxChanges: 9, seen: approvalRule })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect((await settings()).approvalRule).toEqual(rule);
  });
});

describe('price floors', () => {
  it('are listed by SKU, sought, and not overwritten unseen', async () => {
    actor = staffWith('finance');
    const [boot, sock] = [await giveVariant(test, { sku: 'BOOT' }), await giveVariant(test, { sku: 'SOCK' })];
    const put = (floors: object[]) => ask('PUT', 'markets/GB/price-floors', { floors });
    const listed = async (query = '') => (await ask<PriceFloorList>('GET', `markets/GB/price-floors${query}`)).body;
    expect((await put([{ variantId: sock, amountMinor: 500, seenMinor: null }, { variantId: boot, amountMinor: 9000 }])).status).toBe(204);
    expect(await listed()).toMatchObject({ currency: 'GBP', total: 2, items: [{ sku: 'BOOT', amountMinor: 9000 }, { sku: 'SOCK', amountMinor: 500 }] });
    expect(await listed('?q=soc&take=1')).toMatchObject({ total: 1, items: [{ variantId: sock }] });
    const before = await everythingOf(test);
    expect(await put([{ variantId: boot, amountMinor: 1 }, { variantId: sock, amountMinor: 400, seenMinor: null }])).toMatchObject({ status: 409, body: { code: 'changed_meanwhile', detail: expect.stringContaining('SOCK') as string } });
    expect(await everythingOf(test)).toEqual(before);
    expect((await put([{ variantId: sock, amountMinor: null, seenMinor: 500 }])).status).toBe(204);
    expect((await listed()).total).toBe(1);
    expect(await test.database.selectFrom('audit_entry').select(['before', 'after']).where('action', '=', 'set_price_floors').orderBy('id').execute()).toEqual([
      { before: { SOCK: null, BOOT: null }, after: { SOCK: 500, BOOT: 9000 } }, { before: { SOCK: 500 }, after: { SOCK: null } },
    ]);
  });
});
