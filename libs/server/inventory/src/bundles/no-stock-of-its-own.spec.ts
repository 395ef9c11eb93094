import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { InventoryHttpModule } from '../inventory-http.module';
import { InventoryModule } from '../inventory.module';
import { giveBundle, giveLocation, giveStock, giveVariant, levelOf } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let [mug, set] = ['', ''];
const [soho, leeds] = [newId(), newId()];
const operations: Actor = { kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };
const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: soho, epoch: 1 };

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
  mug = await giveVariant(test, { sku: 'MUG', title: 'Mug' });
  set = await giveBundle(test, { sku: 'SET', components: [{ variantId: mug, quantityMilli: 2000 }] });
  await giveStock(test, { variantId: mug, locationId: soho }, 9000);
});
beforeEach(() => { actor = operations; });
afterEach(async () => expect(await levelOf(test, { variantId: set, locationId: soho })).toBeNull());
afterAll(async () => {
  await app.close();
  await test.drop();
});

const post = async (url: string, payload: object) => {
  const answer = await app.inject({ method: 'POST', url: `/api/${url}`, headers: { ...signedIn, 'idempotency-key': newId() }, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const refused = { status: 409, body: { code: 'bundle_has_no_stock' } };
const rowsOf = async (table: 'transfer' | 'stock_count') => (await test.database.selectFrom(table).select('id').execute()).length;

describe('a bundle gets no stock of its own', () => {
  it('INV-147 by a correction or an adjustment', async () => {
    expect(await post('stock/corrections', { kind: 'adjust', reason: 'found', moves: [{ variantId: mug, locationId: soho, deltaMilli: 1000 }, { variantId: set, locationId: soho, deltaMilli: 1000 }] })).toMatchObject(refused);
    const adjusted = await post('stock/adjustments', { locationId: soho, reason: 'found', lines: [{ variantId: set, deltaMilli: 1000 }] });
    expect(adjusted).toMatchObject(refused);
    expect(JSON.stringify(adjusted.body)).toContain('SET: a bundle has no stock of its own. Nothing was changed. Correct the stock of its components.');
    expect(await levelOf(test, { variantId: mug, locationId: soho })).toMatchObject({ sellable: 9000 });
  });

  it('INV-147 by a transfer: all of it is refused, and the code that is typed says so before', async () => {
    const lines = [{ variantId: mug, quantityMilli: 1000 }, { variantId: set, quantityMilli: 3000 }];
    expect(await post('stock/transfers', { fromLocationId: soho, toLocationId: leeds, lines })).toMatchObject(refused);
    expect(await rowsOf('transfer')).toBe(0);
    expect((await post('stock/resolve-codes', { codes: ['MUG', 'SET', 'NONE'] })).body).toMatchObject({ items: [{ sku: 'MUG' }], unknown: ['NONE'], bundles: ['SET'] });
  });

  it('INV-147 by a count: not planned, not scanned, and not among all that a place carries', async () => {
    const plan = (more: object) => post('stock/counts', { locationId: soho, title: 'All', mode: 'live', ...more });
    expect(await plan({ codes: ['MUG', 'SET'] })).toMatchObject(refused);
    expect(await rowsOf('stock_count')).toBe(0);
    const count = (await plan({ codes: ['MUG'] })).body;
    actor = till;
    const scan = (variantId: string) => ({ id: newId(), countId: count.id, variantId, round: 1, quantityMilli: 1000, personId: 'sam', personName: 'Sam', scannedAt: new Date().toISOString() });
    const { body } = await post('pos/count-scans', { scans: [scan(set), scan(mug)] });
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['bundle', 'taken']);
    expect(await test.database.selectFrom('stock_count_line').select('variant_id').where('count_id', '=', count.id).execute()).toEqual([{ variant_id: mug }]);
  });

  it('INV-147 by a file of levels: the row and the column are named, and nothing of the file is taken', async () => {
    const csv = 'sku,location,on_hand\nMUG,SOHO,8\nSET,SOHO,4\n';
    const asOf = new Date().toISOString();
    expect((await post('stock/levels/check', { csv, asOf })).body).toMatchObject({ changeCount: 1, problems: [{ row: 3, column: 'sku', code: 'bundle', value: 'SET' }] });
    expect((await post('stock/levels/apply', { csv, asOf, reason: 'sheet', expectedChanges: 1 })).status).toBeGreaterThanOrEqual(400);
    expect(await levelOf(test, { variantId: mug, locationId: soho })).toMatchObject({ sellable: 9000 });
  });
});
