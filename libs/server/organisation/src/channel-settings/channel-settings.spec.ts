import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ChannelSettings, MarketSettings } from '@oneshelf/contracts';
import { type Actor, newId, type Role } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationDirectory } from '../organisation-directory';
import { OrganisationHttpModule } from '../organisation-http.module';
import { SetShippingMethodsUseCase } from './set-shipping-methods.use-case';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const as = (role: Role) => ({ kind: 'staff' as const, id: newId(), name: 'Hannah', email: 'h@x.example', locale: 'en' as const, grants: [{ role, locationId: null }] });
const standard = { code: 'standard', names: { en: 'Standard', de: 'Standard' }, feeMinor: 495, countries: ['DE', 'AT'], minItemsMinor: null, maxItemsMinor: 4999, taxClass: null };
const free = { ...standard, code: 'free', names: { en: 'Free', de: 'Kostenlos' }, feeMinor: 0, minItemsMinor: 5000, maxItemsMinor: null };

beforeAll(async () => {
  test = await createTestDatabase();
  app = await createTestApp(test, { imports: [OrganisationHttpModule], actor: () => actor });
  await test.database.insertInto('market').values({ code: 'DE', name: 'Germany', country: 'DE', currency: 'EUR', tax_inclusive: true, locale: 'de-DE' }).execute();
  await test.database.insertInto('channel').values({ code: 'web-de', name: 'Web', kind: 'web', market_code: 'DE' }).execute();
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = as('finance'); });

async function ask<Body = { code: string; detail: string }>(method: 'GET' | 'PUT', path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? (null as Body) : answer.json<Body>() };
}
const settings = async () => (await ask<ChannelSettings>('GET', 'channels/web-de/settings')).body;
const history = async (action: string) => test.database.selectFrom('audit_entry').select(['before', 'after']).where('action', '=', action).orderBy('id').execute();

describe('the tax of a channel', () => {
  const home = { paysAtDestination: false, priceAbroad: 'gross_stays' };
  const union = { paysAtDestination: true, priceAbroad: 'net_stays' };

  it('is finance’s to set, stands in the history, and is not overwritten unseen', async () => {
    expect(await settings()).toMatchObject({ code: 'web-de', country: 'DE', currency: 'EUR', taxInclusive: true, tax: home, shippingMethods: [], mayEdit: { tax: true, shippingMethods: false } });
    expect((await ask('PUT', 'channels/web-de/tax', { tax: union, seen: home })).status).toBe(204);
    expect(await ask('PUT', 'channels/web-de/tax', { tax: home, seen: home })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect(await ask('PUT', 'channels/web-xx/tax', { tax: home, seen: home })).toMatchObject({ status: 404, body: { code: 'unknown_channel' } });
    expect((await ask('PUT', 'channels/web-de/tax', { tax: { ...home, priceAbroad: 'other' }, seen: union })).status).toBe(400);
    expect(await ask('GET', 'channels/web-xx/settings')).toMatchObject({ status: 404, body: { code: 'unknown_channel' } });
    actor = as('merchandiser');
    expect((await ask('PUT', 'channels/web-de/tax', { tax: home, seen: union })).status).toBe(403);
    expect([(await settings()).tax, await history('set_tax')]).toEqual([union, [{ before: home, after: union }]]);
  });
});

describe('the checkout of a channel', () => {
  const usual = { holdSecondsAnonymous: 600, holdSecondsKnown: 900, holdExtensions: 1, orderMode: 'all' };
  const longer = { holdSecondsAnonymous: 1200, holdSecondsKnown: 1800, holdExtensions: 2, orderMode: 'split' };
  const put = (checkout: object, seen: object = usual, code = 'web-de') => ask('PUT', `channels/${code}/checkout`, { checkout, seen });

  it('is operations’ to set within its limits, stands in the history, and is not overwritten unseen', async () => {
    actor = as('operations');
    expect(await settings()).toMatchObject({ checkout: usual, mayEdit: { checkout: true } });
    for (const wrong of [{ ...usual, holdSecondsAnonymous: 59 }, { ...usual, holdSecondsKnown: 7201 }, { ...usual, holdExtensions: 6 }, { ...usual, holdSecondsKnown: 599 }, { ...usual, orderMode: 'some' }]) expect((await put(wrong)).status).toBe(400);
    expect((await settings()).checkout).toEqual(usual);
    expect((await put(longer)).status).toBe(204);
    expect(await put(usual)).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect(await put(usual, usual, 'web-xx')).toMatchObject({ status: 404, body: { code: 'unknown_channel' } });
    await test.database.insertInto('channel').values({ code: 'amazon-de', name: 'Amazon', kind: 'marketplace', market_code: 'DE' }).execute();
    expect(await put(usual, usual, 'amazon-de')).toMatchObject({ status: 409, body: { code: 'no_checkout' } });
    expect((await ask<ChannelSettings>('GET', 'channels/amazon-de/settings')).body.checkout).toBeNull();
    actor = as('finance');
    expect((await put(usual, longer)).status).toBe(403);
    expect([(await settings()).checkout, await history('set_checkout')]).toEqual([longer, [{ before: usual, after: longer }]]);
    expect(await app.get(OrganisationDirectory, { strict: false }).channel('web-de')).toMatchObject({ holds: { secondsAnonymous: 1200, secondsKnown: 1800, extensions: 2 }, orderMode: 'split' });
  });
});

describe('the shipping methods of a channel', () => {
  const set = (methods: (typeof standard | typeof free)[], seen: typeof methods) => app.get(SetShippingMethodsUseCase, { strict: false }).run(as('operations'), 'web-de', { methods, seen });

  it('are offered in their order, and are written all at once or not at all', async () => {
    expect((await set([standard, free], [])).ok).toBe(true);
    expect((await settings()).shippingMethods).toEqual([standard, free]);
    expect(await set([standard], [standard])).toMatchObject({ ok: false, refusal: { kind: 'changed_meanwhile' } });
    expect((await set([free, { ...standard, feeMinor: 595 }], [standard, free])).ok).toBe(true);
    expect((await settings()).shippingMethods.map(({ code, feeMinor }) => [code, feeMinor])).toEqual([['free', 0], ['standard', 595]]);
    expect((await history('set_shipping_methods')).map(({ after }) => Object.entries(after as Record<string, { place: number }>).map(([code, { place }]) => [place, code]).sort())).toEqual([[[1, 'standard'], [2, 'free']], [[1, 'free'], [2, 'standard']]]);
  });
});

describe('the settings of a market', () => {
  it('say what the cash step is and who may set it; it is not overwritten unseen', async () => {
    expect((await ask<MarketSettings>('GET', 'markets/DE/settings')).body).toMatchObject({ name: 'Germany', currency: 'EUR', cashStepMinor: null, usualCashStepMinor: 1, unitPriceRule: 'whole', mayEdit: { cashStep: true, unitPriceRule: true } });
    expect((await ask('PUT', 'markets/DE/cash-step', { cashStepMinor: 5, seenMinor: null })).status).toBe(200);
    expect(await ask('PUT', 'markets/DE/cash-step', { cashStepMinor: 10, seenMinor: null })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    actor = as('operations');
    expect((await ask<MarketSettings>('GET', 'markets/DE/settings')).body).toMatchObject({ cashStepMinor: 5, mayEdit: { cashStep: false, unitPriceRule: false } });
    expect(await ask('GET', 'markets/XX/settings')).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
  });

  it('say per which quantity unit prices are shown', async () => {
    const put = (rule: string, seen: string) => ask('PUT', 'markets/DE/unit-price-rule', { rule, seen });
    expect((await put('hundred_when_small', 'whole')).status).toBe(204);
    expect(await put('whole', 'whole')).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    expect((await put('ounces', 'whole')).status).toBe(400);
    expect((await ask<MarketSettings>('GET', 'markets/DE/settings')).body.unitPriceRule).toBe('hundred_when_small');
    expect(await ask('PUT', 'markets/XX/unit-price-rule', { rule: 'whole', seen: 'whole' })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    actor = as('associate');
    expect((await put('whole', 'hundred_when_small')).status).toBe(403);
    expect(await history('set_unit_price_rule')).toEqual([{ before: { unitPriceRule: 'whole' }, after: { unitPriceRule: 'hundred_when_small' } }]);
  });
});
