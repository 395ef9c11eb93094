import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PromiseListAnswer, StockPolicyListAnswer, StockPromisesAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { ExpectGoodsUseCase } from '../expect-goods/expect-goods.use-case';
import { PromiseRepository } from '../promise-stock/promise.repository';
import { giveLocation, giveStock, giveVariant } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let variantId: string;
const warehouse = newId();
const staff = (role: 'operations' | 'merchandiser' | 'associate'): Actor => ({ kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role, locationId: null }] });
const nextYear = new Date().getUTCFullYear() + 1;
const [late, soon, later] = ['2020-01-05', `${nextYear}-03-01`, `${nextYear}-05-01`] as const;

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'UK', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await test.database.insertInto('channel').values({ code: 'web-gb', name: 'Web', kind: 'web', market_code: 'GB' }).execute();
  await giveLocation(test, { id: warehouse, code: 'W01', name: 'Rugby', kind: 'warehouse' });
  variantId = await giveVariant(test, { sku: 'TENT-1', title: 'Ridge tent' });
  await giveStock(test, { variantId, locationId: warehouse }, 2000);
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => {
  actor = staff('operations');
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function call<Body>(method: 'GET' | 'PUT', url: string, payload?: object): Promise<{ status: number; body: Body }> {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? (undefined as Body) : answer.json() };
}
const policy = { channelCode: null, kind: 'backorder', limitMilli: 9000, availableOn: null };
const promise = (expectedOn: string | null, units: number) => ({ orderId: newId(), orderLineId: newId(), variantId, channelCode: 'web-gb', policyChannel: '', kind: 'backorder' as const, quantityMilli: units * 1000, expectedOn });

describe('promises of a product', () => {
  it('are set by operations and merchandisers alone, with an audit row, for all channels or for one that exists', async () => {
    actor = staff('associate');
    expect((await call('PUT', `stock/${variantId}/policy`, policy)).status).toBe(403);
    actor = staff('merchandiser');
    expect((await call('PUT', `stock/${newId()}/policy`, policy)).status).toBe(404);
    expect(await call('PUT', `stock/${variantId}/policy`, { ...policy, channelCode: 'web-mars' })).toMatchObject({ status: 404, body: { code: 'unknown_channel', detail: expect.stringContaining('web-gb') as string } });
    expect((await call('PUT', `stock/${variantId}/policy`, { ...policy, kind: 'stop' })).status).toBe(204);
    expect((await call('PUT', `stock/${variantId}/policy`, policy)).status).toBe(204);
    const audit = await test.database.selectFrom('audit_entry').select(['action', 'before', 'after']).where('subject', '=', 'stock_policy').orderBy('id').execute();
    expect(audit).toMatchObject([{ action: 'set_policy', after: { kind: 'stop' } }, { action: 'set_policy', before: { kind: 'stop' }, after: { kind: 'backorder', limitMilli: 9000 } }]);
  });

  it('are listed with their products by SKU, page after page, all of one product together', async () => {
    const axe = await giveVariant(test, { sku: 'AXE-1', title: 'Ice axe' });
    await call('PUT', `stock/${axe}/policy`, policy);
    await call('PUT', `stock/${variantId}/policy`, { ...policy, channelCode: 'web-gb', kind: 'preorder', availableOn: later });
    const first = (await call<StockPolicyListAnswer>('GET', 'promises/policies?limit=1')).body;
    expect(first).toMatchObject({ items: [{ variantId: axe, sku: 'AXE-1' }], nextCursor: 'AXE-1' });
    const second = (await call<StockPolicyListAnswer>('GET', `promises/policies?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ variantId, sku: 'TENT-1', title: 'Ridge tent', channelCode: null, kind: 'backorder', limitMilli: 9000, promisedMilli: 0 }, { sku: 'TENT-1', channelCode: 'web-gb', kind: 'preorder', availableOn: later }], nextCursor: null });
    await test.database.deleteFrom('stock_policy').where('channel_code', '=', 'web-gb').execute();
    await test.database.deleteFrom('stock_policy').where('variant_id', '=', axe).execute();
  });

  it('INV-42 are shown with what comes, and with what may still be promised by day', async () => {
    const expecting = new ExpectGoodsUseCase();
    await test.transactions.write((tx) => expecting.run(tx, { sourceKind: 'manual', sourceId: newId(), lines: [{ variantId, locationId: warehouse, quantityMilli: 5000, expectedOn: soon }, { variantId, locationId: warehouse, quantityMilli: 1000, expectedOn: later }] }));
    await test.transactions.write((tx) => new PromiseRepository().insert(tx, [promise(null, 1), promise(soon, 1), promise(late, 2)]));
    const { body } = await call<StockPromisesAnswer>('GET', `stock/${variantId}/promises`);
    expect(body.policies).toEqual([{ channelCode: null, kind: 'backorder', limitMilli: 9000, promisedMilli: 4000, availableOn: null }]);
    expect(body.promises.map(({ expectedOn, isLate }) => [expectedOn, isLate])).toEqual([[null, false], [soon, false], [late, true]]);
    expect(body.promisable.map(({ quantityMilli }) => quantityMilli)).toEqual([0, 3000, 4000]);
    expect((await call('GET', `stock/${newId()}/promises`)).status).toBe(404);
  });

  it('are listed with late ones first and those without a day last, page by page', async () => {
    const { body: first } = await call<PromiseListAnswer>('GET', 'promises?limit=2');
    expect([first.lateCount, ...first.items.map(({ expectedOn, sku }) => `${sku} ${expectedOn}`)]).toEqual([1, `TENT-1 ${late}`, `TENT-1 ${soon}`]);
    const { body: second } = await call<PromiseListAnswer>('GET', `promises?limit=2&cursor=${first.nextCursor}`);
    expect([second.items.map(({ expectedOn }) => expectedOn), second.nextCursor]).toEqual([[null], null]);
    expect((await call<PromiseListAnswer>('GET', 'promises?only=late')).body.items).toHaveLength(1);
  });
});
