import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PromotionDetail, PromotionList } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { PricingHttpModule } from '../pricing-http.module';
import { bookOf, everythingOf, forgetAll, giveMarket, giveVariant, merchandiser, releasesOf, staffWith } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor | null = merchandiser;

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
const definition = (percentBasisPoints = 1000, more: object = {}) => ({ lane: 'item', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'lines', per: 'unit', on: {}, discount: { percentBasisPoints } }, ...more });
const text = (more: object = {}) => ({ name: 'Autumn walks', definition: definition(), startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2099-01-01T00:00:00.000Z', ...more });
const make = async (more: object = {}) => (await ask<{ id: string }>('POST', 'promotions', { marketCode: 'GB', ...text(more) })).body.id;
const promotionsAt = async (release: number) => (await bookOf(app, 'GB', release)).promotions.map(({ name, reward }) => [name, reward.kind === 'lines' && 'percentBasisPoints' in reward.discount && reward.discount.percentBasisPoints]);
const audited = async () => (await test.database.selectFrom('audit_entry').select('action').where('subject', '=', 'promotion').orderBy('id').execute()).map(({ action }) => action);

it('is edited with a release of its own; releases before quote as they did', async () => {
  const id = await make();
  expect(await ask('PUT', `promotions/${id}`, { ...text({ name: 'Winter walks', definition: definition(2000) }), release: 1 })).toEqual({ status: 200, body: { id } });
  expect(await ask('PUT', `promotions/${id}`, { ...text({ name: 'Winter walks', definition: definition(2500) }), release: 2 })).toMatchObject({ status: 200 });
  expect([await promotionsAt(1), await promotionsAt(2), await promotionsAt(3)]).toEqual([[['Autumn walks', 1000]], [['Winter walks', 2000]], [['Winter walks', 2500]]]);
  expect((await ask<PromotionDetail>('GET', `promotions/${id}`)).body).toMatchObject({ names: [], promotion: { id, name: 'Winter walks', release: 3, state: 'running' } });
  expect(await audited()).toEqual(['create', 'edit', 'edit']);
  expect(await test.database.selectFrom('outbox_event').select('payload').orderBy('occurred_at').execute()).toEqual([1, 2, 3].map((release) => ({ payload: { marketCode: 'GB', release } })));
  expect((await ask('POST', `promotions/${id}/end`)).status).toBe(204);
  expect([await promotionsAt(3), await promotionsAt(4)]).toEqual([[['Winter walks', 2500]], []]);
  expect(await ask('GET', `promotions/${id}`)).toMatchObject({ status: 404, body: { code: 'unknown_promotion' } });
});

it('pauses and goes on; asked again it makes no release', async () => {
  const id = await make();
  expect([(await ask('POST', `promotions/${id}/pause`)).status, (await ask('POST', `promotions/${id}/pause`)).status]).toEqual([204, 204]);
  expect((await ask<PromotionList>('GET', 'promotions')).body.items).toMatchObject([{ id, state: 'paused', release: 2 }]);
  expect([await promotionsAt(1), await promotionsAt(2)]).toEqual([[['Autumn walks', 1000]], []]);
  expect((await ask('POST', `promotions/${id}/resume`)).status).toBe(204);
  expect([await promotionsAt(2), await promotionsAt(3)]).toEqual([[], [['Autumn walks', 1000]]]);
  expect(await releasesOf(test)).toEqual([1, 2, 3]);
  expect(await audited()).toEqual(['create', 'pause', 'resume']);
  expect(await ask('POST', `promotions/${newId()}/pause`)).toMatchObject({ status: 404, body: { code: 'unknown_promotion' } });
});

it('refuses an edit of what somebody else changed meanwhile, by the wrong role, or of what is not there; nothing changes', async () => {
  const id = await make();
  await ask('PUT', `promotions/${id}`, { ...text({ definition: definition(2000) }), release: 1 });
  const before = await everythingOf(test);
  expect(await ask('PUT', `promotions/${id}`, { ...text({ definition: definition(3000) }), release: 1 })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
  expect(await ask('PUT', `promotions/${newId()}`, { ...text(), release: 1 })).toMatchObject({ status: 404, body: { code: 'unknown_promotion' } });
  expect(await ask('PUT', `promotions/${id}`, { ...text({ definition: definition(1000, { locationIds: [newId()] }) }), release: 2 })).toMatchObject({ status: 404, body: { code: 'unknown_location' } });
  const on = (selector: object) => definition(1000, { reward: { kind: 'lines', per: 'unit', on: selector, discount: { percentBasisPoints: 1000 } } });
  for (const selector of [{ productIds: [newId()] }, { variantIds: ['no id at all'] }]) {
    expect(await ask('PUT', `promotions/${id}`, { ...text({ definition: on(selector) }), release: 2 })).toMatchObject({ status: 404, body: { code: 'unknown_product' } });
  }
  actor = staffWith('finance');
  for (const [method, path] of [['PUT', ''], ['POST', '/pause'], ['POST', '/resume'], ['POST', '/end']] as const) expect((await ask(method, `promotions/${id}${path}`, { ...text(), release: 2 })).status).toBe(403);
  expect(await everythingOf(test)).toBe(before);
});

it('says in words what makes no sense as a whole, and saves nothing', async () => {
  const before = await everythingOf(test);
  const said = async (more: object) => (await ask('POST', 'promotions', { marketCode: 'GB', ...text(more) })).body.detail;
  const steps = (...percents: number[]) => definition(0, { reward: { kind: 'tiers', on: {}, by: 'quantity', steps: percents.map((percent, index) => ({ from: (index + 1) * 1000, discount: { percentBasisPoints: percent } })) } });
  expect(await said({ endsAt: '2025-01-01T00:00:00Z' })).toContain('The end must be after the start');
  expect(await said({ name: 'Bell\u0007' })).toContain('There is a control character in it');
  expect(await said({ definition: definition(0) })).toContain('A discount of nothing takes nothing off');
  expect(await said({ definition: steps(2000, 1000) })).toContain('A higher step must not take less off than the one before it');
  expect(await said({ definition: definition(1000, { coupon: { codes: ['JULY26', 'july-26'] } }) })).toContain('The same code stands here twice');
  expect(await said({ definition: definition(1000, { hours: [{ weekday: 1, fromMinute: 600, toMinute: 600 }] }) })).toContain('The hours must end after they begin');
  expect(await said({ definition: definition(1000, { conditions: [{ kind: 'order_number', from: 3, to: 1 }] }) })).toContain('The last order must not come before the first');
  expect(await said({ definition: definition(1000, { conditions: [{ kind: 'quantity_at_least', on: {}, quantityMilli: 1e9 }] }) })).toContain('<=10000000');
  const on = (selector: object) => definition(0, { reward: { kind: 'basket', on: selector, discount: { amountOffMinor: 100 } }, lane: 'basket' });
  expect(await said({ definition: on({ minUnitMinor: 200, maxUnitMinor: 100 }) })).toContain('The highest price must not be below the lowest');
  expect(await said({ definition: on({ collectionIds: ['a'], exceptCollectionIds: ['a'] }) })).toContain('What is excepted is the same as what is meant');
  expect(await said({ definition: definition(1000, { limits: { uses: 1, usesPerCustomer: 2 } }) })).toContain('One customer or code cannot have more uses than there are in all');
  expect(await everythingOf(test)).toBe(before);
});

it('counts by customer what was used before that limit came', async () => {
  const id = await make({ definition: definition(1000, { limits: { uses: 10 } }) });
  const use = (customer: string) => ({ id: newId(), promotion_id: id, order_id: newId(), customer, amount_minor: 100, used_at: '2026-06-01T00:00:00Z' });
  await test.database.insertInto('promotion_use').values([use('a@x.com'), use('a@x.com'), use('b@x.com'), { ...use('b@x.com'), released_at: '2026-06-02T00:00:00Z' }]).execute();
  await ask('PUT', `promotions/${id}`, { ...text({ definition: definition(1000, { limits: { uses: 10, usesPerCustomer: 2 } }) }), release: 1 });
  expect(await test.database.selectFrom('promotion_counter').select(['scope', 'key', 'uses', 'spent_minor']).orderBy('key').execute()).toEqual([
    { scope: 'customer', key: 'a@x.com', uses: 2, spent_minor: 200 }, { scope: 'customer', key: 'b@x.com', uses: 1, spent_minor: 100 },
  ]);
});

it('reaches products by their id, and says their titles', async () => {
  const variantId = await giveVariant(test, { sku: 'BOOT' });
  const { product_id: productId } = await test.database.selectFrom('variant').select('product_id').where('id', '=', variantId).executeTakeFirstOrThrow();
  const id = await make({ definition: definition(0, { reward: { kind: 'lines', per: 'unit', on: { productIds: [productId], exceptVariantIds: [variantId] }, discount: { percentBasisPoints: 1000 } } }) });
  expect((await ask<PromotionDetail>('GET', `promotions/${id}`)).body.names).toEqual([{ id: productId, title: 'Product BOOT' }, { id: variantId, title: 'Product BOOT' }]);
  expect((await bookOf(app, 'GB')).variants[variantId]).toMatchObject({ productId });
});
