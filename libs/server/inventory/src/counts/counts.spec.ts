import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CountAnswer, CountScan, TillCountsAnswer } from '@oneshelf/contracts';
import fc from 'fast-check';
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
const staff = (role: 'operations' | 'store_manager' | 'associate', locationId: string | null): Actor => ({ kind: 'staff', id: newId(), name: 'Priya', email: 'priya@example.com', locale: 'en', grants: [{ role, locationId }] });
const till: Actor = { kind: 'device', id: newId(), name: 'Till 1', registerId: newId(), locationId: soho, epoch: 1 };
const operations = staff('operations', null);
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  app = await createTestApp(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule], actor: () => actor });
});
beforeEach(() => { actor = operations; });
afterAll(async () => {
  await app.close();
  await test.drop();
});

type Problem = { code: string; details: Record<string, unknown> };
const call = async <Body = CountAnswer & Problem>(who: Actor, url: string, { payload, key = newId() }: { payload?: object; key?: string | null } = {}) => {
  actor = who;
  const answer = await app.inject({ method: payload ? 'POST' : 'GET', url: `/api/${url}`, headers: { ...signedIn, ...(key ? { 'idempotency-key': key } : {}) }, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json<Body>() };
};
const product = async (units: number, { cost }: { cost?: number } = {}) => {
  const sku = `SKU-${newId().slice(-8)}`;
  const variantId = await giveVariant(test, { sku, title: 'Boot' });
  if (cost !== undefined) await test.database.updateTable('variant').set({ cost_minor: cost, cost_currency: 'GBP' }).where('id', '=', variantId).execute();
  if (units > 0) await giveStock(test, { variantId, locationId: soho }, units * 1000);
  return { sku, variantId };
};
const plan = async (codes: string[], more: object = {}) => (await call(operations, 'stock/counts', { payload: { locationId: soho, title: 'Boots', codes, mode: 'live', ...more } })).body;
const scanOf = (countId: string, variantId: string, units: number, more: Partial<CountScan> = {}): CountScan => ({ id: newId(), countId, variantId, round: 1, quantityMilli: units * 1000, personId: 'sam', personName: 'Sam', scannedAt: new Date().toISOString(), ...more });
const send = async (...scans: CountScan[]) => (await call<{ results: { outcome: string }[] }>(till, 'pos/count-scans', { payload: { scans } })).body.results.map(({ outcome }) => outcome);
const sell = (variantId: string, units: number, occurredAt = new Date().toISOString()) =>
  test.transactions.write((tx) => stock.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: units * 1000 }], actor: tester, deviceId: null, occurredAt }));
const close = (id: string, notScanned: 'leave' | 'none_there' = 'leave') => call(operations, `stock/counts/${id}/close`, { payload: { notScanned } });
const post = (id: string, payload: object = {}, who: Actor = operations) => call(who, `stock/counts/${id}/post`, { payload });

describe('a count', () => {
  it('[C-26] is blind, takes scans of several people once each, and its posting keeps what was sold since the scan', async () => {
    const [boot, sock, cap] = [await product(10), await product(4), await product(2)];
    const count = await plan([boot.sku, sock.sku, cap.sku]);
    expect(count).toMatchObject({ status: 'open', lineCount: 3, countedCount: 0, lines: [{ expectedMilli: null, varianceMilli: null }, {}, {}] });
    const atTill = await call<TillCountsAnswer>(till, 'pos/counts');
    expect(JSON.stringify(atTill.body)).not.toContain('expected');
    const first = scanOf(count.id, boot.variantId, 4);
    expect(await send(first, scanOf(count.id, boot.variantId, 6, { personId: 'ana', personName: 'Ana' }), scanOf(count.id, boot.variantId, -1))).toEqual(['taken', 'taken', 'taken']);
    expect(await send(first, first)).toEqual(['taken', 'taken']);
    await send(scanOf(count.id, sock.variantId, 4), scanOf(count.id, cap.variantId, 2));
    await sell(boot.variantId, 2);
    const review = (await close(count.id)).body;
    expect(review.status).toBe('review');
    expect(review.lines.find((line) => line.sku === boot.sku)).toMatchObject({ countedMilli: 9000, expectedMilli: 10_000, varianceMilli: -1000, movedSinceMilli: -2000, counters: ['Ana', 'Sam'] });
    const line = review.lines.find((one) => one.sku === boot.sku);
    expect((await post(count.id, { reasons: [{ lineId: line?.id, reason: 'theft' }] })).body).toMatchObject({ status: 'posted', countedLines: 3, rightLines: 2, accuracyBasisPoints: 6666, varianceMilli: -1000 });
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 7000 });
    const moved = await test.database.selectFrom('stock_movement').selectAll().where('cause_id', '=', count.id).execute();
    expect(moved).toMatchObject([{ cause_kind: 'count', from_bucket: 'sellable', to_bucket: 'shrink', quantity_milli: 1000, reason: `${count.number}: theft` }]);
    expect((await post(count.id)).body.code).toBe('wrong_status');
    expect(await send(scanOf(count.id, boot.variantId, 1), first)).toEqual(['count_closed', 'taken']);
    expect((await call<{ items: object[] }>(operations, 'stock/counts/accuracy')).body.items).toMatchObject([{ locationId: soho, countedLines: 3, rightLines: 2, accuracyBasisPoints: 6666 }]);
    expect((await test.database.selectFrom('audit_entry').select('action').where('subject_id', '=', count.id).orderBy('id').execute()).map((row) => row.action)).toEqual(['plan', 'close', 'post']);
  });

  it('sends a large variance to a second round by somebody else; the second count stands', async () => {
    const [boot, sock] = [await product(10, { cost: 8000 }), await product(5, { cost: 100 })];
    const count = await plan([boot.sku, sock.sku], { recountUnitsMilli: 3000, recountValueMinor: 15_000 });
    await send(scanOf(count.id, boot.variantId, 8), scanOf(count.id, sock.variantId, 4));
    expect((await close(count.id)).body).toMatchObject({ status: 'recount', recountCount: 1, lines: expect.arrayContaining([expect.objectContaining({ sku: boot.sku, round: 2, expectedMilli: null, firstCountMilli: null })]) });
    expect((await call<TillCountsAnswer>(till, 'pos/counts')).body.items.find((one) => one.id === count.id)).toMatchObject({ round: 2, lines: [{ variantId: boot.variantId, countedMilli: null, firstCounterIds: ['sam'] }] });
    const second = (personId: string) => scanOf(count.id, boot.variantId, 10, { round: 2, personId });
    expect(await send(second('sam'), scanOf(count.id, sock.variantId, 1, { round: 2, personId: 'ana' }), second('ana'))).toEqual(['same_person', 'not_to_recount', 'taken']);
    expect((await close(count.id)).body.lines.find((line) => line.sku === boot.sku)).toMatchObject({ countedMilli: 10_000, firstCountMilli: 8000, varianceMilli: 0 });
    await post(count.id);
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 10_000 });
    expect(await levelOf(test, { variantId: sock.variantId, locationId: soho })).toMatchObject({ sellable: 4000 });
  });

  it('leaves what nobody scanned, or says that there is none; and takes what was found beside the plan', async () => {
    const [gone, found] = [await product(2), await product(1)];
    const left = await plan([gone.sku]);
    expect((await close(left.id)).body.code).toBe('nothing_counted');
    await send(scanOf(left.id, found.variantId, 3));
    await close(left.id);
    expect((await post(left.id)).body).toMatchObject({ countedLines: 1 });
    expect(await levelOf(test, { variantId: gone.variantId, locationId: soho })).toMatchObject({ sellable: 2000 });
    expect(await levelOf(test, { variantId: found.variantId, locationId: soho })).toMatchObject({ sellable: 3000 });
    const none = await plan([gone.sku]);
    await close(none.id, 'none_there');
    await post(none.id);
    expect(await levelOf(test, { variantId: gone.variantId, locationId: soho })).toMatchObject({ sellable: 0 });
  });

  it('is narrowed to an aisle or to some bins of the place', async () => {
    const [near, far] = [await product(3), await product(2)];
    const bins = await app.inject({ method: 'POST', url: '/api/stock/bins/file', headers: signedIn, payload: { locationId: soho, isDryRun: false, csv: `bin,sku\nQ-01,${near.sku}\nQ-12,${far.sku}\n` } });
    expect(bins.statusCode).toBe(200);
    const planned = async (from: string, to: string) => (await call(operations, 'stock/counts', { payload: { locationId: soho, title: 'Aisle Q', mode: 'live', bins: { from, to } } })).body.lines.map(({ sku }) => sku).sort();
    expect(await planned('Q', 'Q')).toEqual([near.sku, far.sku].sort());
    expect(await planned('q-02', 'Q-12')).toEqual([far.sku]);
    expect(await call(operations, 'stock/counts', { payload: { locationId: soho, title: 'None', mode: 'live', bins: { from: 'Q-03', to: 'Q-04' } } })).toMatchObject({ status: 422, body: { code: 'nothing_to_count' } });
    expect(await call(operations, 'stock/counts', { payload: { locationId: soho, title: 'None', mode: 'live', bins: { from: 'Z', to: 'Q' } } })).toMatchObject({ status: 422, body: { code: 'not_a_span' } });
  });

  it('frozen, compares with the moment of its plan', async () => {
    const boot = await product(10);
    const count = await plan([boot.sku], { mode: 'freeze' });
    await sell(boot.variantId, 3);
    await send(scanOf(count.id, boot.variantId, 9));
    expect((await close(count.id)).body.lines[0]).toMatchObject({ expectedMilli: 10_000, varianceMilli: -1000, movedSinceMilli: -3000 });
    await post(count.id);
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 6000 });
  });

  it('two counts of one product do not write the same difference twice', async () => {
    const boot = await product(10);
    const both = [await plan([boot.sku]), await plan([boot.sku])];
    for (const { id } of both) await send(scanOf(id, boot.variantId, 9));
    for (const { id } of both) await close(id);
    for (const { id } of both) expect((await post(id)).status).toBe(200);
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 9000 });
  });

  it('INV-33 [C-26] posts below zero where units that are kept for orders are gone', async () => {
    const boot = await product(5);
    await test.transactions.run((tx) => stock.reserve.run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), variantId: boot.variantId, locationId: soho, quantityMilli: 3000 }], actor: tester, occurredAt: new Date().toISOString() }));
    const count = await plan([boot.sku]);
    await send(scanOf(count.id, boot.variantId, 1));
    await close(count.id);
    await post(count.id);
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: -2000, committed: 3000, override: 2000 });
  });

  it('INV-32 whatever is sold, received and scanned in whatever order, the level is what was counted and what moved since the last scan', async () => {
    const step = fc.record({ kind: fc.constantFrom('sell', 'receive', 'scan'), units: fc.integer({ min: 1, max: 5 }) });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.boolean(), async (steps, late) => {
      const boot = await product(20);
      const count = await plan([boot.sku], { recountUnitsMilli: 1_000_000, recountValueMinor: 1_000_000_000 });
      let [counted, since, clock] = [0, 0, 60];
      for (const { kind, units } of [...steps, { kind: 'scan', units: 1 }]) {
        clock -= 1;
        if (kind === 'scan') {
          await send(scanOf(count.id, boot.variantId, units, { scannedAt: minutesAgo(clock) }));
          [counted, since] = [counted + units, 0];
        } else if (kind === 'sell') {
          await sell(boot.variantId, units, minutesAgo(clock));
          since -= units;
        } else {
          await test.transactions.run((tx) => stock.adjust.run(tx, { adjustmentId: newId(), locationId: soho, lines: [{ variantId: boot.variantId, deltaMilli: units * 1000 }], reason: 'received', causeKind: 'receipt', actor: tester, occurredAt: minutesAgo(clock) }));
          since += units;
        }
      }
      await close(count.id);
      if (late) { await sell(boot.variantId, 2); since -= 2; }
      await post(count.id);
      expect((await levelOf(test, { variantId: boot.variantId, locationId: soho }))?.sellable).toBe((counted + since) * 1000);
    }), { numRuns: 15 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('refuses what makes no sense, and what the role may not, changing nothing', async () => {
    const boot = await product(60, { cost: 10_000 });
    const body = { locationId: soho, title: 'Boots', codes: [boot.sku], mode: 'live' };
    const rows = async () => Number((await test.database.selectFrom('stock_count').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n);
    const before = await rows();
    expect((await call(operations, 'stock/counts', { payload: body, key: null })).body.code).toBe('idempotency_key_required');
    expect((await call(operations, 'stock/counts', { payload: { ...body, codes: [boot.sku, 'NONE'] } })).body).toMatchObject({ code: 'unknown_codes', details: { codes: ['NONE'] } });
    expect((await call(operations, 'stock/counts', { payload: { ...body, codes: [], locationId: leeds } })).body.code).toBe('nothing_to_count');
    expect((await call(operations, 'stock/counts', { payload: { ...body, locationId: newId() } })).body.code).toBe('unknown_location');
    expect((await call(staff('store_manager', leeds), 'stock/counts', { payload: body })).body.code).toBe('not_allowed_here');
    expect((await call(staff('associate', soho), 'stock/counts', { payload: body })).status).toBe(403);
    expect((await call(operations, 'stock/counts', { payload: { ...body, mode: 'dead' } })).status).toBe(400);
    expect(await rows()).toBe(before);
    const count = await plan([boot.sku]);
    expect(await send(scanOf(newId(), boot.variantId, 1), scanOf(count.id, newId(), 1))).toEqual(['unknown_count', 'unknown_product']);
    expect((await call(till, 'pos/count-scans', { payload: { scans: [{ ...scanOf(count.id, boot.variantId, 1), quantityMilli: 0 }] } })).status).toBe(400);
    await send(scanOf(count.id, boot.variantId, 40));
    await close(count.id);
    await close(count.id);
    const manager = staff('store_manager', soho);
    expect(await post(count.id, {}, manager)).toMatchObject({ status: 403, body: { code: 'above_limit', details: { unitsMilli: 20_000, valueMinor: 200_000 } } });
    expect((await post(count.id, { reasons: [{ lineId: newId(), reason: 'theft' }] })).body.code).toBe('unknown_line');
    expect(await levelOf(test, { variantId: boot.variantId, locationId: soho })).toMatchObject({ sellable: 60_000 });
    expect((await call(operations, `stock/counts/${count.id}/cancel`, { payload: {} })).body.status).toBe('cancelled');
    expect((await call(operations, `stock/counts/${newId()}`)).status).toBe(404);
  });
});
