import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CorrectionListAnswer, CorrectStockAnswer, ToSortAnswer } from '@oneshelf/contracts';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveLocation, giveStock, giveVariant, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
const stock = stockUseCases();
const [soho, leeds] = [newId(), newId()];
const staff = (role: 'operations' | 'store_manager' | 'associate' | 'finance', locationId: string | null, name = 'Priya'): Actor => ({ kind: 'staff', id: newId(), name, email: 'priya@example.com', locale: 'en', grants: [{ role, locationId }] });
const operations = staff('operations', null);
const manager = staff('store_manager', soho, 'Marcus');

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async <Body = { code: string; details: Record<string, unknown> }>(who: Actor, url: string, { payload, key = newId() }: { payload?: object; key?: string | null } = {}) => {
  actor = who;
  const answer = await app.inject({ method: payload ? 'POST' : 'GET', url: `/api/stock/${url}`, headers: { ...signedIn, ...(key ? { 'idempotency-key': key } : {}) }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Body };
};
const product = async (units: number, cost = 1000) => {
  const sku = `SKU-${newId().slice(-8)}`;
  const variantId = await giveVariant(test, { sku, title: 'Boot' });
  await test.database.updateTable('variant').set({ cost_minor: cost, cost_currency: 'GBP' }).where('id', '=', variantId).execute();
  if (units > 0) await giveStock(test, { variantId, locationId: soho }, units * 1000);
  return variantId;
};
const correct = (who: Actor, moves: object[], more: object = {}) => call<CorrectStockAnswer & { code: string }>(who, 'corrections', { payload: { kind: 'adjust', reason: 'damaged', moves, ...more } });
const sohoLevel = (variantId: string) => levelOf(test, { variantId, locationId: soho });

describe('corrections by hand', () => {
  it('[C-25] move goods between states and out of the house, and are undone by one act while the goods are there', async () => {
    const variantId = await product(5);
    const broken = await correct(manager, [{ variantId, locationId: soho, from: 'sellable', to: 'quarantine', quantityMilli: 3000 }], { kind: 'reclassify' });
    expect(broken).toMatchObject({ status: 200, body: { status: 'applied' } });
    expect(await sohoLevel(variantId)).toMatchObject({ sellable: 2000, quarantine: 3000 });
    const off = await correct(manager, [{ variantId, locationId: soho, bucket: 'quarantine', deltaMilli: -2000 }], { reason: 'expired', note: 'mould' });
    expect(await call(manager, `corrections/${broken.body.correctionId}/undo`, { payload: {} })).toMatchObject({ status: 409, body: { code: 'insufficient_stock' } });
    expect((await call(manager, `corrections/${off.body.correctionId}/undo`, { payload: {} })).status).toBe(204);
    expect((await call(manager, `corrections/${broken.body.correctionId}/undo`, { payload: {} })).status).toBe(204);
    expect(await sohoLevel(variantId)).toMatchObject({ sellable: 5000, quarantine: 0 });
    expect((await call(manager, `corrections/${broken.body.correctionId}/undo`, { payload: {} })).body.code).toBe('wrong_status');
    const alone = await call<CorrectionListAnswer>(manager, `corrections?id=${off.body.correctionId}`);
    expect(alone.body.items.map(({ id }) => id)).toEqual([off.body.correctionId]);
    const movements = await test.database.selectFrom('stock_movement').select('reason').where('cause_id', '=', off.body.correctionId).orderBy('recorded_at').execute();
    expect(movements.map((row) => row.reason)).toEqual(['expired: mould', 'expired: undone, mould']);
    expect((await test.database.selectFrom('audit_entry').select('action').where('subject_id', '=', off.body.correctionId).orderBy('id').execute()).map((row) => row.action)).toEqual(['correct', 'undo correction']);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('INV-36 wait for a second person above the limit of the role, in units or in value, and nothing moves before', async () => {
    const [cheap, dear] = [await product(60, 10), await product(5, 60_000)];
    for (const [variantId, units] of [[cheap, 51], [dear, 2]] as const) {
      const asked = await correct(manager, [{ variantId, locationId: soho, deltaMilli: -units * 1000 }]);
      expect(asked.body.status).toBe('waiting');
      const before = await sohoLevel(variantId);
      expect(await call(manager, `corrections/${asked.body.correctionId}/decision`, { payload: { decision: 'apply' } })).toMatchObject({ status: 403, body: { code: 'above_limit' } });
      expect((await call<CorrectionListAnswer>(operations, 'corrections?status=waiting')).body.items).toMatchObject([{ id: asked.body.correctionId, requestedBy: 'Marcus', moveCount: 1 }]);
      expect((await call(operations, `corrections/${asked.body.correctionId}/decision`, { payload: { decision: 'apply' } })).status).toBe(204);
      expect((await sohoLevel(variantId))?.sellable).toBe((before?.sellable ?? 0) - units * 1000);
      expect((await call(operations, `corrections/${asked.body.correctionId}/decision`, { payload: { decision: 'refuse' } })).body.code).toBe('wrong_status');
    }
    const large = await correct(operations, [{ variantId: cheap, locationId: soho, deltaMilli: 6_000_000 }], { reason: 'found' });
    expect(large.body.status).toBe('waiting');
    expect((await call(operations, `corrections/${large.body.correctionId}/decision`, { payload: { decision: 'apply' } })).body.code).toBe('same_person');
    expect((await call(operations, `corrections/${large.body.correctionId}/decision`, { payload: { decision: 'refuse' } })).status).toBe(204);
    expect(await sohoLevel(cheap)).toMatchObject({ sellable: 9000 });
  });

  it('refuse what makes no sense, and what the role may not, changing nothing', async () => {
    const variantId = await product(2);
    const gone = { variantId, locationId: soho, deltaMilli: -3000 };
    expect(await call(operations, 'corrections', { payload: { kind: 'adjust', reason: 'theft', moves: [gone] }, key: null })).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
    expect(await correct(operations, [gone])).toMatchObject({ status: 409, body: { code: 'insufficient_stock', details: { shortages: [{ availableMilli: 2000 }] } } });
    expect((await correct(operations, [{ ...gone, variantId: newId() }])).body.code).toBe('unknown_variant');
    expect((await correct(operations, [{ ...gone, locationId: newId() }])).body.code).toBe('unknown_location');
    expect((await correct(manager, [{ ...gone, locationId: leeds }])).body.code).toBe('not_allowed_here');
    expect((await correct(staff('finance', null), [gone])).status).toBe(403);
    for (const bad of [{ ...gone, deltaMilli: 0 }, { ...gone, bucket: 'committed' }, { variantId, locationId: soho, from: 'damaged', to: 'damaged', quantityMilli: 1000 }, { variantId, locationId: soho, from: 'shrink', to: 'sellable', quantityMilli: 1000 }]) expect((await correct(operations, [bad])).status).toBe(400);
    expect((await correct(operations, [{ ...gone, deltaMilli: -1000 }], { reason: 'other' })).status).toBe(400);
    expect((await correct(operations, [{ ...gone, deltaMilli: -1000 }], { reason: 'because' })).status).toBe(400);
    expect((await call(operations, `corrections/${newId()}/undo`, { payload: {} })).status).toBe(404);
    expect(await sohoLevel(variantId)).toMatchObject({ sellable: 2000 });
    expect(await call(manager, 'adjustments', { payload: { locationId: soho, reason: 'gone', lines: [{ variantId, deltaMilli: 60_000 }] } })).toMatchObject({ status: 403, body: { code: 'above_limit' } });
  });

  it('[C-25] goods to sort: what lies apart, since when by the oldest of it, longest first', async () => {
    const [old, young] = [await product(0), await product(0)];
    const back = (variantId: string, disposition: 'refurbish' | 'quarantine', days: number, units: number) => test.transactions.write((tx) =>
      stock.takeBack.run(tx, { returnId: newId(), locationId: leeds, lines: [{ variantId, quantityMilli: units * 1000, disposition }], actor: tester, occurredAt: new Date(Date.now() - days * 86_400_000).toISOString() }));
    await back(young, 'quarantine', 9, 1);
    await correct(operations, [{ variantId: young, locationId: leeds, bucket: 'quarantine', deltaMilli: -1000 }]);
    await back(young, 'quarantine', 2, 1);
    await back(old, 'refurbish', 6, 2);
    await back(old, 'refurbish', 1, 1);
    const { body } = await call<ToSortAnswer>(operations, `to-sort?locationId=${leeds}`);
    expect(body.items.map((item) => [item.variantId, item.bucket, item.quantityMilli, Math.round((Date.now() - Date.parse(item.since ?? '')) / 86_400_000)])).toEqual([[old, 'refurbish', 3000, 6], [young, 'quarantine', 1000, 2]]);
    expect((await call<ToSortAnswer>(operations, `to-sort?locationId=${leeds}&bucket=quarantine`)).body).toMatchObject({ count: 1 });
  });
});
