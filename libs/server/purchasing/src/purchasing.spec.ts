import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PurchaseOrderDetail, PutPurchaseOrder, ReceiveGoods } from '@oneshelf/contracts';
import { type Actor, newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryHttpModule, InventoryJobsModule } from '@oneshelf/server-inventory';
import { giveLocation, giveVariant, levelOf } from '@oneshelf/server-inventory/testing';
import { PurchasingHttpModule } from './index';
import { giveSupplier } from './testing';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: Actor;
let [boot, sock] = ['', ''];
const [soho, leeds] = [newId(), newId()];
const staff = (role: 'operations' | 'store_manager' | 'associate' | 'finance', locationId: string | null = null): StaffActor => ({ kind: 'staff', id: newId(), name: 'Marcus Bell', email: 'm@example.com', locale: 'en', grants: [{ role, locationId }] });
const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: soho, epoch: 1 };
const [ana, gareth] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  [boot, sock] = [await giveVariant(test, { sku: 'BOOT-1', title: 'Boot', barcode: '5012345678900' }), await giveVariant(test, { sku: 'SOCK-1', title: 'Sock' })];
  await test.database.insertInto('staff_user').values([{ id: ana, email: 'ana@example.com', name: 'Ana Reis', pin_salt: 's', pin_hash: 'h' }, { id: gareth, email: 'gareth@example.com', name: 'Gareth Pike', pin_salt: 's', pin_hash: 'h' }]).execute();
  await test.database.insertInto('staff_role').values([{ id: newId(), user_id: ana, role: 'associate', location_id: soho }, { id: newId(), user_id: gareth, role: 'store_manager', location_id: soho }]).execute();
  app = await createTestApp(test, { imports: [PurchasingHttpModule, InventoryHttpModule, InventoryJobsModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = staff('operations'); });

const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await app.inject({ method, url: `/api/${url}`, headers: signedIn, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
};
const line = (variantId: string, units: number, change: object = {}) => ({ variantId, quantityMilli: units * 1000, unitCostMinor: 1000, packMilli: 1000, supplierCode: '', expectedOn: null, ...change });
const draft = (supplierId: string, lines: PutPurchaseOrder['lines'], change: Partial<PutPurchaseOrder> = {}): PutPurchaseOrder => ({ version: 0, supplierId, locationId: soho, expectedOn: '2026-12-04', note: '', rateMillionths: 1_000_000, lines, ...change });

/** An order of 10 boots and 4 socks that was sent. */
async function giveSent(lines = [line(boot, 10), line(sock, 4)], change: Partial<PutPurchaseOrder> = {}, currency = 'GBP'): Promise<PurchaseOrderDetail> {
  const id = newId();
  const supplierId = await giveSupplier(test, { currency });
  const made = await call('PUT', `purchase-orders/${id}`, draft(supplierId, lines, change));
  expect([made.status, made.body.code]).toEqual([200, undefined]);
  const sent = await call('POST', `purchase-orders/${id}/send`, { version: 1 });
  expect(sent.status).toBe(200);
  return sent.body;
}
const goods = (order: PurchaseOrderDetail, counts: [number, number?, number?][], change: Partial<ReceiveGoods> = {}): ReceiveGoods => ({
  receiptId: newId(), version: order.version, isFinal: false, note: '', unexpected: [],
  lines: counts.map(([good, damaged = 0, checked = 0], index) => ({ lineId: order.lines[index]?.id ?? newId(), goodMilli: good * 1000, damagedMilli: damaged * 1000, checkedMilli: checked * 1000 })), ...change,
});
const expected = async (order: { id: string }) => (await test.database.selectFrom('expected_receipt').selectAll().where('source_id', '=', order.id).orderBy('variant_id').execute()).map((row) => [row.variant_id, row.quantity_milli / 1000]);
const movements = async (receiptId: string) => (await test.database.selectFrom('stock_movement').selectAll().where('cause_id', '=', receiptId).orderBy('entry').execute()).map((row) => [row.from_bucket, row.to_bucket, row.quantity_milli / 1000, row.unit_cost_minor, row.cause_kind]);

describe('a purchase order', () => {
  it('PUR-1 is numbered by market, sent, and expected by stock', async () => {
    const order = await giveSent();
    expect(order).toMatchObject({ status: 'sent', number: expect.stringMatching(/^PO-GB-\d{6}$/), totalMinor: 14_000, openMilli: 14_000, isOverdue: false, problems: [] });
    expect(await expected(order)).toEqual([[boot, 10], [sock, 4]].sort());
    const list = await call('GET', `purchase-orders?view=open&q=${order.number}`);
    expect(list.body.items).toMatchObject([{ id: order.id, supplierName: 'Northern Boots', locationName: 'Soho' }]);
    expect((await call('GET', `purchase-orders?view=overdue&q=${order.number}`)).body.items).toEqual([]);
  });

  it('the same new order sent twice is one order; another version is refused', async () => {
    const id = newId();
    const body = draft(await giveSupplier(test), [line(boot, 1)]);
    const both = await Promise.all([call('PUT', `purchase-orders/${id}`, body), call('PUT', `purchase-orders/${id}`, body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await call('PUT', `purchase-orders/${id}`, body)).status).toBe(200);
    expect((await call('PUT', `purchase-orders/${id}`, { ...body, version: 7 })).body).toMatchObject({ code: 'order_changed' });
    expect((await call('GET', `purchase-orders/${id}`)).body.version).toBe(1);
  });

  it('PUR-3 is not sent while its supplier would not take it', async () => {
    const supplierId = await giveSupplier(test, { minimumOrderMinor: 50_000 });
    await call('PUT', `suppliers/${supplierId}/products`, { write: [{ variantId: boot, supplierCode: 'NB-1', unitCostMinor: 900, packMilli: 12_000, minimumMilli: 24_000, leadTimeDays: null }], remove: [] });
    const id = newId();
    const made = await call('PUT', `purchase-orders/${id}`, draft(supplierId, [line(boot, 12, { packMilli: 12_000 })]));
    expect(made.body.problems.map(({ kind }: { kind: string }) => kind)).toEqual(['below_minimum', 'order_below_minimum']);
    const sent = await call('POST', `purchase-orders/${id}/send`, { version: 1 });
    expect([sent.status, sent.body.code, sent.body.details.problems[0].nextMilli]).toEqual([422, 'order_problems', 24_000]);
    const rows = await call('POST', 'purchase-orders/rows', { supplierId, rows: [{ sku: 'BOOT-1', quantityMilli: 25_000 }, { sku: 'NO-SUCH', quantityMilli: 1000 }, { sku: 'SOCK-1', quantityMilli: 3000 }] });
    expect(rows.body.rows).toMatchObject([{ quantityMilli: 36_000, raisedBy: 'pack', unitCostMinor: 900, isTheirs: true, problem: null }, { problem: 'unknown_sku' }, { isTheirs: false, quantityMilli: 3000 }]);
  });

  it('what is changed after sending stands in its history, and stock expects the new quantity', async () => {
    const order = await giveSent();
    const body = draft(order.supplierId, [line(boot, 12)], { version: order.version });
    const edited = (await call('PUT', `purchase-orders/${order.id}`, body)).body as PurchaseOrderDetail;
    expect(edited.history[0]).toMatchObject({ kind: 'edited', actor: 'Marcus Bell', details: { afterSending: true, lines: [{ variantId: boot, fromMilli: 10_000, toMilli: 12_000 }, { variantId: sock, fromMilli: 4000, toMilli: null }] } });
    expect(await expected(order)).toEqual([[boot, 12]]);
    expect((await call('PUT', `purchase-orders/${order.id}`, { ...body, version: edited.version, locationId: leeds })).body.code).toBe('fixed_once_sent');
    expect((await call('PUT', `purchase-orders/${order.id}`, { ...body, version: edited.version, lines: [] })).body.code).toBe('no_lines');
  });

  it('refuses what cannot be: unknown product, twice, 0, -1, 1e9, wrong currency, another place', async () => {
    const supplierId = await giveSupplier(test);
    const put = (body: object) => call('PUT', `purchase-orders/${newId()}`, body);
    expect((await put(draft(supplierId, [line(newId(), 1)]))).body.code).toBe('unknown_variant');
    expect((await put(draft(supplierId, [line(boot, 1), line(boot, 2)]))).body.code).toBe('line_twice');
    for (const bad of [0, -1, 1e9]) expect((await put(draft(supplierId, [line(boot, bad)]))).status).toBe(400);
    expect((await put(draft(newId(), [line(boot, 1)]))).body.code).toBe('unknown_supplier');
    expect((await put(draft(supplierId, [line(boot, 1)], { locationId: newId() }))).body.code).toBe('unknown_location');
    expect((await put(draft(await giveSupplier(test, { currency: 'EUR' }), [line(boot, 1)]))).body.code).toBe('rate_required');
    actor = staff('store_manager', leeds);
    expect((await put(draft(supplierId, [line(boot, 1)]))).body.code).toBe('not_allowed_here');
    actor = staff('finance');
    expect((await put(draft(supplierId, [line(boot, 1)]))).status).toBe(403);
    const { rows } = await test.pool.query('SELECT count(*)::int AS count FROM purchase_order WHERE supplier_id = $1', [supplierId]);
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('receiving', () => {
  it('PUR-4 PUR-6 books what came by state, with what it cost, and leaves the rest open', async () => {
    const order = await giveSent([line(boot, 10, { unitCostMinor: 333 }), line(sock, 4)]);
    const before = await levelOf(test, { variantId: boot, locationId: soho });
    const receipt = goods(order, [[6, 1, 1]]);
    const answer = await call('POST', `purchase-orders/${order.id}/receipts`, receipt);
    expect(answer.body).toMatchObject({ applied: true, order: { status: 'partly_received', lines: [{ receivedMilli: 8000, damagedMilli: 1000, checkedMilli: 1000, openMilli: 2000 }, { openMilli: 4000 }] } });
    expect((await call('GET', `purchase-orders?q=${receipt.receiptId}`)).body.items).toMatchObject([{ id: order.id }]);
    expect(await movements(receipt.receiptId)).toEqual([['supplier', 'sellable', 6, 333, 'receipt'], ['supplier', 'quality_control', 1, 333, 'receipt'], ['supplier', 'damaged', 1, 333, 'receipt']]);
    expect((await levelOf(test, { variantId: boot, locationId: soho }))?.sellable).toBe((before?.sellable ?? 0) + 6000);
    expect(await expected(order)).toEqual([[boot, 2], [sock, 4]].sort());
    const closed = await call('POST', `purchase-orders/${order.id}/receipts`, goods(answer.body.order, [[0], [4]], { isFinal: true }));
    expect(closed.body.order).toMatchObject({ status: 'closed_short', openMilli: 0, lines: [{ closedMilli: 2000 }, { receivedMilli: 4000 }] });
    expect(await expected(order)).toEqual([]);
    expect((await call('POST', `purchase-orders/${order.id}/receipts`, goods(closed.body.order, [[1]]))).body).toMatchObject({ code: 'order_not_open' });
  });

  it('PUR-4 the same receipt sent twice applies once; with other goods it is refused', async () => {
    const order = await giveSent();
    const receipt = goods(order, [[10], [4]]);
    const all = await Promise.all([1, 2, 3].map(() => call('POST', `purchase-orders/${order.id}/receipts`, receipt)));
    expect(all.map(({ status, body }) => [status, body.applied]).sort()).toEqual([[200, false], [200, false], [200, true]]);
    expect((await movements(receipt.receiptId)).length).toBe(2);
    const other = { ...receipt, lines: receipt.lines.map((counted) => ({ ...counted, goodMilli: 1000 })) };
    expect((await call('POST', `purchase-orders/${order.id}/receipts`, other)).body.code).toBe('receipt_id_reused');
  });

  it('[race] of two people who receive one order at once, the second sees what the first took', async () => {
    const order = await giveSent();
    const both = await Promise.all([1, 2].map(() => call('POST', `purchase-orders/${order.id}/receipts`, goods(order, [[5]]))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('order_changed');
    const { body } = await call('GET', `purchase-orders/${order.id}`);
    expect([body.lines[0].receivedMilli, body.receipts.length]).toEqual([5000, 1]);
    const { rows } = await test.pool.query("SELECT sum(quantity_milli)::int AS sum FROM stock_movement WHERE variant_id = $1 AND cause_id IN (SELECT id::text FROM goods_receipt WHERE order_id = $2)", [boot, order.id]);
    expect(rows).toEqual([{ sum: 5000 }]);
  });

  it('PUR-5 at a till an associate takes 10 % more, a manager any amount; another store nothing', async () => {
    const order = await giveSent([line(boot, 10)]);
    actor = till;
    const shown = await call('GET', 'pos/purchase-orders');
    expect(shown.body.items.find(({ id }: { id: string }) => id === order.id)).toMatchObject({ number: order.number, lines: [{ sku: 'BOOT-1', barcodes: ['5012345678900'], openMilli: 10_000 }] });
    expect(JSON.stringify(shown.body)).not.toMatch(/[cC]ost|Minor/);
    const receipt = { ...goods(order, [[12]]), staffId: ana };
    const refused = await call('POST', `pos/purchase-orders/${order.id}/receipts`, receipt);
    expect([refused.status, refused.body.code, refused.body.details.lines]).toEqual([422, 'over_limit', [{ lineId: order.lines[0]?.id, overMilli: 2000, limitMilli: 1000 }]]);
    expect(await movements(receipt.receiptId)).toEqual([]);
    expect((await call('POST', `pos/purchase-orders/${order.id}/receipts`, { ...receipt, staffId: newId() })).body.code).toBe('unknown_person');
    actor = { ...till, locationId: leeds } as Actor;
    await test.database.insertInto('staff_role').values({ id: newId(), user_id: ana, role: 'associate', location_id: leeds }).execute();
    expect((await call('POST', `pos/purchase-orders/${order.id}/receipts`, receipt)).body.code).toBe('not_allowed_here');
    actor = till;
    const taken = await call('POST', `pos/purchase-orders/${order.id}/receipts`, { ...receipt, staffId: gareth, unexpected: [{ code: '999', quantityMilli: 1000 }] });
    expect(taken.body).toEqual({ receiptId: receipt.receiptId, applied: true, order: null });
    actor = staff('operations');
    const { body } = await call('GET', `purchase-orders/${order.id}`);
    expect(body).toMatchObject({ status: 'received', receipts: [{ source: 'till', receivedBy: 'Gareth Pike' }], lines: [{ overMilli: 2000 }] });
    expect(body.history[0].details.unexpected).toEqual([{ code: '999', quantityMilli: 1000 }]);
  });

  it('PUR-7 PUR-8 stock is worth what the goods cost in pounds, with the freight that came later', async () => {
    const mug = await giveVariant(test, { sku: `MUG-${newId().slice(-6)}`, title: 'Mug' });
    const order = await giveSent([line(mug, 100, { unitCostMinor: 499 })], { rateMillionths: 854_310 }, 'EUR');
    const receipt = goods(order, [[99, 1]]);
    await call('POST', `purchase-orders/${order.id}/receipts`, receipt);
    await runEvents(app, test.database);
    const worth = async () => { const row = await test.database.selectFrom('stock_cost').selectAll().where('variant_id', '=', mug).executeTakeFirstOrThrow(); return [row.quantity_milli, row.average_minor, row.fifo_minor]; };
    expect(await worth()).toEqual([100_000, 42_630, 42_630]);
    const landed = { id: newId(), kind: 'freight', basis: 'value', amountMinor: 1500, note: 'Lorry' };
    for (const _again of [1, 2]) expect((await call('POST', `goods-receipts/${receipt.receiptId}/landed-costs`, landed)).body).toMatchObject({ receipts: [{ valueMinor: 42_630, landedMinor: 1500, landedCosts: [{ kind: 'freight', amountMinor: 1500 }] }] });
    await runEvents(app, test.database);
    expect(await worth()).toEqual([100_000, 44_130, 44_130]);
    expect((await call('POST', `goods-receipts/${receipt.receiptId}/landed-costs`, { ...landed, id: newId(), basis: 'weight' })).body.code).toBe('no_basis');
    expect((await call('POST', `goods-receipts/${newId()}/landed-costs`, landed)).body.code).toBe('unknown_receipt');
  });

  it('refuses counts that are none, lines of others, and somebody of another store', async () => {
    const order = await giveSent();
    const send = (body: object) => call('POST', `purchase-orders/${order.id}/receipts`, body);
    expect((await send(goods(order, [[0]]))).body.code).toBe('nothing_received');
    expect((await send({ ...goods(order, []), lines: [{ lineId: newId(), goodMilli: 1000, checkedMilli: 0, damagedMilli: 0 }] })).body.code).toBe('unknown_line');
    for (const bad of [-1, 1e9]) expect((await send(goods(order, [[bad]]))).status).toBe(400);
    actor = staff('store_manager', leeds);
    expect((await send(goods(order, [[1]]))).body.code).toBe('not_allowed_here');
    expect((await call('GET', `purchase-orders/${order.id}`)).status).toBe(403);
    actor = staff('associate', soho);
    expect((await send(goods(order, [[1]]))).status).toBe(403);
    expect((await test.database.selectFrom('goods_receipt').select('id').where('order_id', '=', order.id).execute()).length).toBe(0);
  });
});

describe('a supplier', () => {
  it('is made, changed by who saw it last, and keeps its currency while orders are open', async () => {
    const id = newId();
    const body = { version: 0, code: `NB-${id.slice(-6).toUpperCase()}`, name: 'Northern Boots', currency: 'GBP', locale: 'en', email: 'orders@northern.example', phone: null, contact: null, address: '', leadTimeDays: 14, minimumOrderMinor: 0, note: '', active: true };
    expect((await call('PUT', `suppliers/${id}`, body)).body).toMatchObject({ id, version: 1, products: [] });
    expect((await call('PUT', `suppliers/${newId()}`, body)).body.code).toBe('code_taken');
    expect((await call('PUT', `suppliers/${id}`, { ...body, version: 1, currency: 'XXX' })).body.code).toBe('unknown_currency');
    await call('PUT', `purchase-orders/${newId()}`, draft(id, [line(boot, 1)]));
    expect((await call('PUT', `suppliers/${id}`, { ...body, version: 1, currency: 'EUR' })).body.code).toBe('currency_in_use');
    expect((await call('PUT', `suppliers/${id}`, { ...body, version: 1, name: 'Northern Boots Ltd' })).body).toMatchObject({ version: 2, name: 'Northern Boots Ltd', openOrderCount: 1 });
    expect((await call('PUT', `suppliers/${id}`, { ...body, version: 1 })).body.code).toBe('supplier_changed');
    expect((await call('GET', `suppliers?q=${body.code}`)).body.items).toMatchObject([{ id }]);
    const first = await call('GET', 'suppliers?limit=1');
    expect((await call('GET', `suppliers?limit=1&cursor=${first.body.nextCursor}`)).body.items[0].id).not.toBe(first.body.items[0].id);
  });
});
