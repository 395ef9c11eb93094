import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PurchaseOrderDetail, ReceiveGoods } from '@oneshelf/contracts';
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { giveLocation, giveVariant, levelOf } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from '../index';
import { giveSupplier } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let [wheel, boot] = ['', ''];
const soho = newId();
const actor: StaffActor = { kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  [wheel, boot] = [await giveVariant(test, { sku: 'CHS-1', title: 'Farmhouse cheese' }), await giveVariant(test, { sku: 'BOOT-1', title: 'Boot' })];
  await test.database.updateTable('variant').set({ is_catch_weight: true, weight_grams: 1200, cost_minor: 800, cost_currency: 'GBP' }).where('id', '=', wheel).execute();
  app = await createTestApp(test, { imports: [PurchasingHttpModule, InventoryHttpModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const line = (variantId: string, pieces: number) => ({ variantId, quantityMilli: pieces * 1000, unitCostMinor: 960, packMilli: 1000, supplierCode: '', expectedOn: null });

async function giveSent(): Promise<PurchaseOrderDetail> {
  const id = newId();
  await call('PUT', `purchase-orders/${id}`, { version: 0, supplierId: await giveSupplier(test), locationId: soho, expectedOn: '2026-12-04', note: '', rateMillionths: 1_000_000, lines: [line(wheel, 10), line(boot, 4)] });
  return (await call('POST', `purchase-orders/${id}/send`, { version: 1 })).body;
}
type Counted = Partial<ReceiveGoods['lines'][number]>;
const receive = (order: PurchaseOrderDetail, wheels: Counted, boots?: Counted, receiptId = newId()) => call('POST', `purchase-orders/${order.id}/receipts`, {
  receiptId, version: order.version, isFinal: false, note: '', unexpected: [],
  lines: [{ lineId: order.lines[0]?.id, goodMilli: 0, checkedMilli: 0, damagedMilli: 0, ...wheels }, ...(boots ? [{ lineId: order.lines[1]?.id, goodMilli: 1000, checkedMilli: 0, damagedMilli: 0, ...boots }] : [])],
});

describe('receiving pieces that are paid by their weight', () => {
  it('INV-153 is worth what it weighs, at the cost of a piece of the usual weight; INV-156 and says what a piece weighed', async () => {
    expect((await call('GET', `stock/${wheel}/received-weight`)).body).toEqual({ usualWeightGrams: 1200, quantityMilli: 0, weightMilli: 0, averageMilli: null });
    const order = await giveSent();
    expect(order.lines.map(({ usualWeightGrams }) => usualWeightGrams)).toEqual([1200, null]);
    const receiptId = newId();
    const answer = await receive(order, { goodMilli: 9000, damagedMilli: 1000, weightMilli: 12_340 }, {}, receiptId);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    expect(answer.body.order.receipts[0].lines.map((one: { weightMilli: number | null; valueMinor: number }) => [one.weightMilli, one.valueMinor]).sort()).toEqual([[12_340, 9872], [null, 960]].sort());
    const values = await test.database.selectFrom('stock_receipt_value').select(['value_minor']).where('operation_id', '=', receiptId).where('variant_id', '=', wheel).execute();
    expect(values.reduce((sum, row) => sum + row.value_minor, 0)).toBe(9872);
    expect(await levelOf(test, { variantId: wheel, locationId: soho })).toMatchObject({ sellable: 9000, damaged: 1000 });
    expect((await call('GET', `stock/${wheel}/received-weight`)).body).toEqual({ usualWeightGrams: 1200, quantityMilli: 10_000, weightMilli: 12_340, averageMilli: 1234 });
    expect((await call('GET', `stock/${boot}/received-weight`)).body.usualWeightGrams).toBeNull();
    expect((await call('GET', `stock/${newId()}/received-weight`)).status).toBe(404);
  });

  it('INV-152 refuses pieces without their weight, and a weight of other goods; nothing was received', async () => {
    const order = await giveSent();
    const before = await levelOf(test, { variantId: wheel, locationId: soho });
    const refusals = [await receive(order, { goodMilli: 2000 }), await receive(order, { goodMilli: 2000, weightMilli: 2400 }, { weightMilli: 500 }), await receive(order, { goodMilli: 2000, weightMilli: 0 })];
    expect(refusals.map(({ status, body }) => [status, body.code])).toEqual([[422, 'weight_missing'], [422, 'weight_not_asked'], [400, expect.any(String)]]);
    expect(refusals[0]?.body.detail).toContain('Farmhouse cheese is paid by its weight. Nothing was received.');
    expect(await levelOf(test, { variantId: wheel, locationId: soho })).toEqual(before);
  });
});
