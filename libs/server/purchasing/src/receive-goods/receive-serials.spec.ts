import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule } from '@oneshelf/server-inventory';
import { giveLocation, giveVariant, levelOf } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from '../index';
import { giveSupplier } from '../testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let watch = '';
const soho = newId();
const actor: StaffActor = { kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  watch = await giveVariant(test, { sku: 'WATCH-1', title: 'Ridge Watch' });
  await test.database.updateTable('variant').set({ tracked_by: 'serial' }).where('id', '=', watch).execute();
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

async function giveSent(units: number): Promise<PurchaseOrderDetail> {
  const id = newId();
  const lines = [{ variantId: watch, quantityMilli: units * 1000, unitCostMinor: 9000, packMilli: 1000, supplierCode: '', expectedOn: null }];
  await call('PUT', `purchase-orders/${id}`, { version: 0, supplierId: await giveSupplier(test), locationId: soho, expectedOn: '2026-12-04', note: '', rateMillionths: 1_000_000, lines });
  return (await call('POST', `purchase-orders/${id}/send`, { version: 1 })).body;
}
const receive = (order: PurchaseOrderDetail, { good, damaged = [], pieces = good.length + damaged.length }: { good: string[]; damaged?: string[]; pieces?: number }) =>
  call('POST', `purchase-orders/${order.id}/receipts`, { receiptId: newId(), version: order.version, isFinal: false, note: '', unexpected: [], lines: [{
    lineId: order.lines[0]?.id, goodMilli: (pieces - damaged.length) * 1000, damagedMilli: damaged.length * 1000, checkedMilli: 0,
    traced: [...good.map((serialNumber) => ({ serialNumber, quantityMilli: 1000, state: 'good' })), ...damaged.map((serialNumber) => ({ serialNumber, quantityMilli: 1000, state: 'damaged' }))],
  }] });

describe('goods in of a product that is told apart by serials', () => {
  it('INV-95 takes one serial a piece, in the state that it came in, and each piece can be looked up', async () => {
    const order = await giveSent(3);
    expect(order.lines[0]?.trackedBy).toBe('serial');
    expect((await receive(order, { good: ['gw 001', 'GW002'], damaged: ['GW003'] })).status).toBe(200);
    expect(await levelOf(test, { variantId: watch, locationId: soho })).toMatchObject({ sellable: 2000, damaged: 1000 });
    const list = await call('GET', 'stock/serials?q=gw0');
    expect(list.body.items.map((item: { serialNumber: string; state: string; title: string }) => [item.serialNumber, item.state, item.title])).toEqual([['GW001', 'shelf', 'Ridge Watch'], ['GW002', 'shelf', 'Ridge Watch'], ['GW003', 'damaged', 'Ridge Watch']]);
    const life = await call('GET', `stock/serials/${watch}/gw001`);
    expect(life.body).toMatchObject({ serialNumber: 'GW001', state: 'shelf', locationId: soho, events: [{ causeKind: 'receipt', fromBucket: 'supplier', toBucket: 'sellable', reason: order.number, actor: 'Marcus Bell' }] });
    expect((await call('GET', `stock/serials/${watch}/NONE`)).body).toMatchObject({ code: 'unknown_serial' });
  });

  it('INV-92 INV-95 refuses fewer serials than pieces, one twice, and a piece that is here already; nothing is received', async () => {
    const order = await giveSent(2);
    const before = await levelOf(test, { variantId: watch, locationId: soho });
    expect((await receive(order, { good: ['GW010'], pieces: 2 })).body).toMatchObject({ code: 'serials_required', detail: '2 of Ridge Watch were counted and 1 serial numbers were given. Nothing was received. Scan the serial of each piece.' });
    expect((await receive(order, { good: ['GW011'], damaged: ['gw011'] })).body).toMatchObject({ code: 'serial_twice' });
    const here = await receive(order, { good: ['GW012', 'GW002'] });
    expect([here.status, here.body.code]).toEqual([409, 'serial_elsewhere']);
    expect(here.body.detail).toContain('Serial GW002 is in stock at Soho.');
    expect(await levelOf(test, { variantId: watch, locationId: soho })).toEqual(before);
    expect((await call('GET', 'stock/serials?q=GW01')).body.items).toEqual([]);
    expect((await call('GET', `purchase-orders/${order.id}`)).body.lines[0].receivedMilli).toBe(0);
  });
});
