import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { giveBundle, giveLocation, giveVariant, levelOf } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from './index';
import { giveSupplier } from './testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let [mug, set, supplierId] = ['', '', ''];
const soho = newId();
const marcus: StaffActor = { kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  mug = await giveVariant(test, { sku: 'MUG', title: 'Mug' });
  set = await giveBundle(test, { sku: 'SET', components: [{ variantId: mug, quantityMilli: 2000 }] });
  supplierId = await giveSupplier(test);
  app = await createTestApp(test, { imports: [PurchasingHttpModule, InventoryHttpModule], actor: () => marcus });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async (method: 'POST' | 'PUT', url: string, payload: object) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const order = (...variantIds: string[]) => ({
  version: 0, supplierId, locationId: soho, expectedOn: '2026-12-04', note: '', rateMillionths: 1_000_000,
  lines: variantIds.map((variantId) => ({ variantId, quantityMilli: 4000, unitCostMinor: 100, packMilli: 1000, supplierCode: '', expectedOn: null })),
});
const refused = { status: 409, body: { code: 'bundle_has_no_stock' } };
const becomes = (variantId: string, kind: 'stock' | 'bundle') => test.database.updateTable('variant').set({ kind }).where('id', '=', variantId).execute();

describe('a bundle at a supplier', () => {
  it('is on no order: a typed or pasted row says so, saving is refused whole, and so is a supplier’s list', async () => {
    const { body } = await call('POST', 'purchase-orders/rows', { supplierId, rows: [{ sku: 'MUG', quantityMilli: 1000 }, { sku: 'SET', quantityMilli: 1000 }] });
    expect(body.rows.map(({ problem }: { problem: string | null }) => problem)).toEqual([null, 'bundle']);
    const id = newId();
    const put = await call('PUT', `purchase-orders/${id}`, order(mug, set));
    expect(put).toMatchObject(refused);
    expect(JSON.stringify(put.body)).toContain('SET: a bundle has no stock of its own. Nothing was changed. Order its components.');
    expect(await test.database.selectFrom('purchase_order').select('id').execute()).toEqual([]);
    expect(await call('PUT', `suppliers/${supplierId}/products`, { write: [{ variantId: set, supplierCode: '', unitCostMinor: 100, packMilli: 1000, minimumMilli: 0, leadTimeDays: null }], remove: [] })).toMatchObject(refused);
  });

  it('is neither sent nor received where a product became one on an order', async () => {
    const [id, boot] = [newId(), await giveVariant(test, { sku: 'BOOT', title: 'Boot' })];
    expect((await call('PUT', `purchase-orders/${id}`, order(mug, boot))).status).toBe(200);
    await becomes(boot, 'bundle');
    expect(await call('POST', `purchase-orders/${id}/send`, { version: 1 })).toMatchObject(refused);
    await becomes(boot, 'stock');
    const sent = (await call('POST', `purchase-orders/${id}/send`, { version: 1 })).body;
    await becomes(boot, 'bundle');
    const goods = { receiptId: newId(), version: sent.version, isFinal: false, note: '', unexpected: [], lines: sent.lines.map(({ id: lineId }: { id: string }) => ({ lineId, goodMilli: 1000, checkedMilli: 0, damagedMilli: 0 })) };
    expect(await call('POST', `purchase-orders/${id}/receipts`, goods)).toMatchObject(refused);
    expect([await levelOf(test, { variantId: mug, locationId: soho }), await levelOf(test, { variantId: boot, locationId: soho })]).toEqual([null, null]);
  });
});
