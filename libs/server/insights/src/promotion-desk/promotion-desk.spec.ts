import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LanesEffect, PromotionClashes, PromotionEffect, Simulation, SimulationBasket } from '@oneshelf/contracts';
import { type BasketInput, quoteBasket } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { RecordTillSaleUseCase } from '@oneshelf/server-orders';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { InsightsHttpModule } from '../insights-http.module';
import { type Chain, openChain } from '../testing';

const staff = (role: 'merchandiser' | 'associate'): Actor => ({ kind: 'staff', id: newId(), name: 'Ines Duarte', email: 'ines@fieldhouse.example', locale: 'en', grants: [{ role, locationId: null }] });
const FROM = '2020-01-01T00:00:00.000Z';
const TO = '2099-01-01T00:00:00.000Z';
const sale = newId();
const tenth = newId();

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: Chain;
let actor: Actor = staff('merchandiser');

const lines = (percentBasisPoints: number, on: object = {}) => ({ lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on, discount: { percentBasisPoints } } });
const candidate = (definition: object, more: object = {}) => ({ promotionId: null, name: 'Draft', definition, startsAt: '2090-01-01T00:00:00.000Z', endsAt: TO, ...more });

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  const { database } = test;
  const book = newId();
  await database.insertInto('price_release').values({ market_code: 'GB', number: 1, cause: 'test', released_by: 'test' }).execute();
  await database.insertInto('price_book').values({ id: book, code: 'GB', name: 'UK', market_code: 'GB', currency: 'GBP' }).execute();
  await database.insertInto('price').values([{ book_id: book, variant_id: chain.jacket, from_release: 1, amount_minor: 4000 }, { book_id: book, variant_id: chain.socks, from_release: 1, amount_minor: 1000 }]).execute();
  await database.insertInto('tax_rate').values({ id: newId(), country: 'GB', tax_class: 'standard', name: 'VAT', rate_basis_points: 2000, valid_from: FROM }).execute();
  await database.insertInto('collection').values({ id: sale, handle: 'sale', title: 'Sale' }).execute();
  await database.updateTable('variant').set({ cost_minor: 2600, cost_currency: 'GBP' }).where('id', '=', chain.jacket).execute();
  await database.insertInto('promotion').values({ id: tenth, code: 'TENTH', name: 'A tenth', market_code: 'GB', definition: JSON.stringify(lines(1000)), starts_at: FROM, ends_at: TO, from_release: 1 }).execute();
  app = await createTestApp(test, { imports: [InsightsHttpModule], actor: () => actor });
  await sell('S-1', [[chain.jacket, 2]]);
  await sell('S-2', [[chain.socks, 1]]);
});
beforeEach(() => { actor = staff('merchandiser'); });
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function sell(receiptNumber: string, pieces: [string, number][]): Promise<void> {
  const soldAt = new Date().toISOString();
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.soho, currency: 'GBP', pricedAt: soldAt, taxCountry: 'GB', lines: pieces.map(([variantId, count], index) => ({ lineId: String(index), variantId, quantityMilli: count * 1000 })) };
  const quote = quoteBasket(basket, await app.get(LoadPriceBook, { strict: false }).run('GB'));
  if (!quote.ok) throw new Error(quote.refusal.kind);
  await test.transactions.write((tx) => app.get(RecordTillSaleUseCase, { strict: false }).run(tx, {
    saleId: newId(), receiptNumber, channelCode: 'pos-gb', locationId: chain.soho, basket, quote: quote.value, lineTexts: [], staffName: 'Sam', soldAt, businessDate: soldAt.slice(0, 10),
  }));
}
async function ask<Body = { code: string; detail: string }>(path: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method: payload ? 'POST' : 'GET', url: `/api/promotions/${path}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const effect = async (given: object) => (await ask<PromotionEffect>('effect', { marketCode: 'GB', candidate: given })).body;
const clashes = async (given: object | null) => (await ask<PromotionClashes>('clashes', { marketCode: 'GB', candidate: given })).body;
const simulation = (more: object = {}) => ({
  marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.soho, at: '2026-11-20T10:00:00.000Z', lines: [{ variantId: chain.jacket, quantity: 2 }], coupons: [], customerGroups: [],
  loyaltyTier: null, ordersBefore: null, paymentMethod: null, shippingMinor: null, candidate: null, bookVersion: null, locale: 'en', ...more,
});
const simulate = async (more: object = {}) => (await ask<Simulation>('simulation', simulation(more))).body;

describe('what a promotion would have done', () => {
  it('says which of the last baskets it changes and by how much, as if it had run then', async () => {
    expect(await effect(candidate(lines(2000, { variantIds: [chain.jacket] })))).toMatchObject({
      currency: 'GBP', baskets: 2, skipped: 0, changed: 1, savedMinor: 800, before: null, assumesCode: false, rows: [{ number: 'S-1', channelCode: 'pos-gb', withoutMinor: 7200, withMinor: 6400 }],
    });
    expect(await effect(candidate(lines(500)))).toMatchObject({ changed: 0, savedMinor: 0, rows: [] });
  });

  it('compares an edit with the promotion as it is', async () => {
    expect(await effect(candidate(lines(1500, { variantIds: [chain.jacket] }), { promotionId: tenth }))).toMatchObject({ changed: 1, savedMinor: 1200, before: { changed: 2, savedMinor: 900 } });
  });

  it('takes the code as given, and limits as unused', async () => {
    expect(await effect(candidate({ ...lines(5000), coupon: { codes: ['HALF'] }, limits: { uses: 1 } }))).toMatchObject({ changed: 2, assumesCode: true });
    expect(await effect(candidate({ ...lines(5000), coupon: { codes: [] } }))).toMatchObject({ changed: 2, assumesCode: true });
  });

  it('refuses another market and what makes no promotion, and is not for associates', async () => {
    expect(await ask('effect', { marketCode: 'XX', candidate: candidate(lines(1)) })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    expect(await ask('effect', { marketCode: 'GB', candidate: candidate(lines(-1)) })).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    actor = staff('associate');
    expect((await ask('effect', { marketCode: 'GB', candidate: candidate(lines(1)) })).status).toBe(403);
  });
});

describe('what other lanes would have done', () => {
  it('says which of the last baskets they change, and changes nothing', async () => {
    const lanes = { item: 'best_deal', basket: 'best_deal', shipping: 'best_deal' };
    await test.database.updateTable('promotion').set({ definition: JSON.stringify({ ...lines(1000), priority: 1 }) }).where('id', '=', tenth).execute();
    const other = newId();
    await test.database.insertInto('promotion').values({ id: other, code: 'HALF', name: 'A half off jackets', market_code: 'GB', definition: JSON.stringify(lines(5000, { variantIds: [chain.jacket] })), starts_at: FROM, ends_at: TO, from_release: 2 }).execute();
    await test.database.insertInto('price_release').values({ market_code: 'GB', number: 2, cause: 'test', released_by: 'test' }).execute();
    const asked = (given: object) => ask<LanesEffect>('lanes-effect', { marketCode: 'GB', lanes: given });
    // 80.00: the half, 40.00; stacked, a tenth and then the half: 36.00.
    expect((await asked({ ...lanes, item: 'stacking' })).body).toMatchObject({ currency: 'GBP', baskets: 2, skipped: 0, changed: 1, savedMinor: 400, rows: [{ number: 'S-1', fromMinor: 4000, toMinor: 3600 }] });
    expect((await asked(lanes)).body).toMatchObject({ changed: 0, savedMinor: 0, rows: [] });
    await test.database.deleteFrom('promotion').where('id', '=', other).execute();
    await test.database.deleteFrom('price_release').where('number', '=', 2).execute();
    expect(await ask('lanes-effect', { marketCode: 'XX', lanes })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
    expect((await asked({ ...lanes, item: 'both' })).status).toBe(400);
    actor = staff('associate');
    expect((await asked(lanes)).status).toBe(403);
  });
});

describe('clashes', () => {
  it('says who never applies, what combines below cost, and a basket in which they met', async () => {
    const found = await clashes(candidate(lines(2000), { startsAt: FROM }));
    expect(found).toMatchObject({ currency: 'GBP', total: 1, items: [{ kind: 'shadowed', goods: 2, isDeep: false, isBelowCost: false, basket: { number: expect.stringMatching(/^S-/) as string } }] });
    expect([found.items[0]?.first.name, found.items[0]?.second.name].sort()).toEqual(['A tenth', 'Draft']);
    expect(found.items[0]?.winnerId).not.toBe(tenth);
    const half = { lane: 'basket', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'basket', on: {}, discount: { percentBasisPoints: 5000 } } };
    expect((await clashes(candidate(half, { startsAt: FROM }))).items).toMatchObject([{ kind: 'combines', isDeep: true, isBelowCost: true, winnerId: null, example: { togetherMinor: expect.any(Number) as number }, basket: { number: expect.stringMatching(/^S-/) as string } }]);
    expect(await clashes(null)).toMatchObject({ total: 0, items: [] });
    expect(await ask('clashes', { marketCode: 'XX', candidate: null })).toMatchObject({ status: 404, body: { code: 'unknown_market' } });
  });
});

describe('the simulator', () => {
  it('prices a cart by the real engine and says why each other promotion did not apply', async () => {
    const result = await simulate({ coupons: ['NOPE'], candidate: candidate({ ...lines(3000), conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: 10_000, of: 'list' }] }, { startsAt: FROM }) });
    expect(result).toMatchObject({
      currency: 'GBP', bookVersion: expect.stringMatching(/^GB:1\./) as string, listMinor: 8000, discountMinor: 800, totalMinor: 7200, totalWithoutMinor: 7200, shipping: null,
      applied: [{ promotionId: tenth, name: 'A tenth', amountMinor: 800, isCandidate: false }],
      missed: [{ name: 'Draft', isCandidate: true, kind: 'spend_too_low', says: 'Spend £20.00 more for “Draft”: it needs £100.00, the basket has £80.00.' }],
      coupons: [{ code: 'NOPE', outcome: 'unknown' }],
    });
    expect(result.lines).toMatchObject([{ sku: 'JACKET', title: 'Ridge jacket, JACKET', quantityMilli: 2000, says: expect.arrayContaining(['“A tenth” takes £8.00 off.']) as string[] }]);
  });

  it('PRM-52 knows the attributes that only a draft asks for, and says which one is another', async () => {
    await test.database.updateTable('product').set({ attributes: JSON.stringify({ material: ['wool', 'nylon'] }) }).execute();
    const draft = (value: string) => simulate({ candidate: candidate({ ...lines(3000, { attributes: [{ name: 'material', value }] }) }, { startsAt: FROM }) });
    // The live book may be as old as a second: it goes by the revision of then.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await draft('wool')).toMatchObject({ applied: [{ name: 'Draft', amountMinor: 2400, isCandidate: true }] });
    expect((await draft('silk')).missed).toMatchObject([{ kind: 'other_attribute', says: '“Draft” is for goods of material silk; the basket has material nylon and material wool.' }]);
    expect((await effect(candidate(lines(3000, { attributes: [{ name: 'material', value: 'wool' }] })))).changed).toBe(2);
  });

  it('goes by the instant, the draft, the language and what it costs to send', async () => {
    expect(await simulate({ at: '2095-01-01T00:00:00.000Z', candidate: candidate(lines(3000)) })).toMatchObject({ totalMinor: 5600, totalWithoutMinor: 7200, applied: [{ name: 'Draft', isCandidate: true }] });
    expect((await simulate({ locale: 'de', candidate: candidate({ ...lines(3000), channelCodes: ['web-gb'] }, { startsAt: FROM }) })).missed).toMatchObject([{ says: '„Draft“ läuft auf anderen Kanälen: WEB-GB.' }]);
    expect(await simulate({ shippingMinor: 500 })).toMatchObject({ totalMinor: 7700, shipping: { listMinor: 500, totalMinor: 500 } });
  });

  it('starts from what was bought under a number, with the book of then', async () => {
    const { body } = await ask<SimulationBasket>('simulation/basket/S-1');
    expect(body).toMatchObject({ marketCode: 'GB', channelCode: 'pos-gb', locationId: chain.soho, coupons: [], lines: [{ variantId: chain.jacket, quantity: 2 }] });
    expect((await simulate({ bookVersion: body.bookVersion, at: body.at })).totalMinor).toBe(7200);
    expect(await ask('simulation/basket/S-9')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('refuses what cannot be priced, in words', async () => {
    expect(await ask('simulation', simulation({ lines: [{ variantId: newId(), quantity: 1 }] }))).toMatchObject({ status: 422, body: { code: 'cannot_be_priced', details: { because: 'unknown_variant' } } });
    expect(await ask('simulation', simulation({ lines: [{ variantId: chain.jacket, quantity: 1_000_000_000 }] }))).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect(await ask('simulation', simulation({ coupons: ['A\u0000B'] }))).toMatchObject({ status: 400 });
    expect(await ask('simulation', simulation({ channelCode: 'web-de' }))).toMatchObject({ status: 404, body: { code: 'unknown_channel' } });
    expect(await ask('simulation', simulation({ locationId: newId() }))).toMatchObject({ status: 404, body: { code: 'unknown_location' } });
    expect(await ask('simulation', simulation({ bookVersion: 'GB:99.1' }))).toMatchObject({ status: 404, body: { code: 'unknown_book' } });
  });
});
