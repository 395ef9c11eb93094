import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PurchaseOrderDetail, ReceiveGoods } from '@oneshelf/contracts';
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { giveLocation, giveVariant } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from '../index';
import { giveSupplier } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let [bar, boot] = ['', ''];
const soho = newId();
const actor: StaffActor = { kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  [bar, boot] = [await giveVariant(test, { sku: 'BAR-1', title: 'Trail bar' }), await giveVariant(test, { sku: 'BOOT-1', title: 'Boot' })];
  await test.database.updateTable('variant').set({ tracked_by: 'lot' }).where('id', '=', bar).execute();
  app = await createTestApp(test, { imports: [PurchasingHttpModule, InventoryHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async (method: 'POST' | 'PUT', url: string, payload: object) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: signedIn, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const line = (variantId: string, units: number) => ({ variantId, quantityMilli: units * 1000, unitCostMinor: 101, packMilli: 1000, supplierCode: '', expectedOn: null });

async function giveSent(): Promise<PurchaseOrderDetail> {
  const id = newId();
  await call('PUT', `purchase-orders/${id}`, { version: 0, supplierId: await giveSupplier(test), locationId: soho, expectedOn: '2026-12-04', note: '', rateMillionths: 1_000_000, lines: [line(bar, 10), line(boot, 4)] });
  return (await call('POST', `purchase-orders/${id}/send`, { version: 1 })).body;
}
type Counted = ReceiveGoods['lines'][number];
const receive = (order: PurchaseOrderDetail, bars: Partial<Counted>, change: { boots?: Partial<Counted>; receiptId?: string } = {}) => call('POST', `purchase-orders/${order.id}/receipts`, {
  receiptId: change.receiptId ?? newId(), version: order.version, isFinal: false, note: '', unexpected: [],
  lines: [{ lineId: order.lines[0]?.id, goodMilli: 0, checkedMilli: 0, damagedMilli: 0, ...bars }, ...(change.boots ? [{ lineId: order.lines[1]?.id, goodMilli: 1000, checkedMilli: 0, damagedMilli: 0, ...change.boots }] : [])],
});
const lots = async () => (await test.database.selectFrom('stock_lot').innerJoin('stock_lot_level as level', 'level.lot_id', 'stock_lot.id').selectAll().where('stock_lot.variant_id', '=', bar).orderBy('code').execute())
  .map((row) => [row.code, row.expires_on, row.shelf_milli / 1000, row.quality_control_milli / 1000, row.damaged_milli / 1000]);

describe('receiving what is kept by lot', () => {
  it('INV-85 shares the lots over good, to check and damaged, and the worth with them', async () => {
    const order = await giveSent();
    const receiptId = newId();
    const answer = await receive(order, { goodMilli: 5000, checkedMilli: 2000, damagedMilli: 1000, traced: [{ lotCode: 'A1', expiresOn: '2027-03-01', quantityMilli: 6000 }, { lotCode: 'A2', expiresOn: '2027-04-01', quantityMilli: 2000 }] }, { receiptId, boots: {} });
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    expect(await lots()).toEqual([['A1', '2027-03-01', 5, 1, 0], ['A2', '2027-04-01', 0, 1, 1]]);
    const values = await test.database.selectFrom('stock_receipt_value').select(['value_minor', 'variant_id']).where('operation_id', '=', receiptId).execute();
    expect(values.filter((row) => row.variant_id === bar).reduce((sum, row) => sum + row.value_minor, 0)).toBe(8 * 101);
    // A lot that is known needs no day again.
    expect((await receive(answer.body.order, { goodMilli: 1000, traced: [{ lotCode: 'A1', quantityMilli: 1000 }] })).status).toBe(200);
  });

  it('INV-85 refuses with line and reason, and nothing was received', async () => {
    const order = await giveSent();
    const before = await lots();
    const refusals = await Promise.all([
      receive(order, { goodMilli: 2000 }),
      receive(order, { goodMilli: 2000, traced: [{ lotCode: 'Z9', quantityMilli: 2000 }] }),
      receive(order, { goodMilli: 2000, traced: [{ lotCode: 'Z9', expiresOn: '2027-05-01', quantityMilli: 1000 }, { lotCode: 'Z9', expiresOn: '2027-05-02', quantityMilli: 1000 }] }),
      receive(order, { goodMilli: 2000, traced: [{ lotCode: 'A1', expiresOn: '2027-03-02', quantityMilli: 2000 }] }),
      receive(order, { goodMilli: 1000, traced: [{ lotCode: 'Z9', expiresOn: '2027-05-01', quantityMilli: 1000 }] }, { boots: { traced: [{ lotCode: 'B', quantityMilli: 1000 }] } }),
    ]);
    expect(refusals.map(({ status, body }) => [status, body.code, ...body.details.lines.map((one: { lineId: string; reason: string }) => [order.lines.findIndex(({ id }) => id === one.lineId), one.reason])])).toEqual([
      [422, 'lots_not_right', [0, 'lot_missing']], [422, 'lots_not_right', [0, 'expiry_missing']], [422, 'lots_not_right', [0, 'expiry_differs']], [422, 'lots_not_right', [0, 'expiry_differs']], [422, 'lots_not_right', [1, 'not_by_lot']],
    ]);
    expect(refusals[3]?.body.detail).toContain('Lot A1 is known until 2027-03-01, not 2027-03-02');
    expect(await lots()).toEqual(before);
    expect(await test.database.selectFrom('stock_lot').select('id').where('code', '=', 'Z9').execute()).toEqual([]);
  });
});
