import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, runEvents, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { sql } from 'kysely';
import { InventoryHttpModule, InventoryJobsModule } from '../index';
import { RevalueStockUseCase } from '../receive-stock/revalue-stock.use-case';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { AT, giveLocation, giveVariant, stockUseCases, tester } from '../testing';
import { CostStockUseCase } from './cost-stock.use-case';

let test: TestDatabase;
let app: NestFastifyApplication;
let actor: StaffActor;
const [soho, leeds, bath] = [newId(), newId(), newId()];
const stock = stockUseCases();
const receiveStock = new ReceiveStockUseCase(stock.ledger);
const revalueStock = new RevalueStockUseCase();

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.insertInto('market').values({ code: 'GB', name: 'United Kingdom', country: 'GB', currency: 'GBP', tax_inclusive: true, locale: 'en-GB' }).execute();
  await giveLocation(test, { id: soho, code: 'SOHO', name: 'Soho', kind: 'store' });
  await giveLocation(test, { id: leeds, code: 'LEEDS', name: 'Leeds', kind: 'store' });
  await giveLocation(test, { id: bath, code: 'BATH', name: 'Bath', kind: 'store' });
  app = await createTestApp(test, { imports: [InventoryHttpModule, InventoryJobsModule], actor: () => actor });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});
beforeEach(() => { actor = { kind: 'staff', id: newId(), name: 'Ops', email: 'ops@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] }; });

const write = <Value>(work: Parameters<TestDatabase['transactions']['write']>[0]) => test.transactions.write(work) as Promise<Value>;
const receive = (variantId: string, units: number, valueMinor: number, receiptId = newId(), locationId = soho) =>
  write((tx) => receiveStock.run(tx, { receiptId, locationId, lines: [{ variantId, bucket: 'sellable', quantityMilli: units * 1000, valueMinor }], actor: tester, occurredAt: AT }));
const sell = (variantId: string, units: number) =>
  write((tx) => stock.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: units * 1000 }], actor: tester, deviceId: newId(), occurredAt: AT }));
const costed = () => runEvents(app, test.database);
async function worth(variantId: string, locationId = soho) {
  const row = await test.database.selectFrom('stock_cost').selectAll().where('variant_id', '=', variantId).where('location_id', '=', locationId).executeTakeFirst();
  return row ? [row.quantity_milli / 1000, row.average_minor, row.fifo_minor] : null;
}
const valuation = (query = '') => app.inject({ url: `/api/stock/valuation${query}`, headers: signedIn });

describe('what stock is worth', () => {
  it('INV-20 INV-21 follows the movements, to the penny that a piece would lose', async () => {
    const boot = await giveVariant(test, { sku: 'COST-1', title: 'Boot' });
    await receive(boot, 3, 1000);
    await receive(boot, 3, 1600);
    await sell(boot, 4);
    expect(await worth(boot)).toBeNull();
    await costed();
    expect(await worth(boot)).toEqual([2, 867, 1067]);
    await app.get(CostStockUseCase, { strict: false }).sweepAll();
    expect(await worth(boot)).toEqual([2, 867, 1067]);
  });

  it('INV-23 settles what a counter sold before it came', async () => {
    const boot = await giveVariant(test, { sku: 'COST-2', title: 'Boot' });
    await receive(boot, 1, 400);
    await sell(boot, 3);
    await receive(boot, 4, 2000);
    await costed();
    expect(await worth(boot)).toEqual([2, 1000, 1000]);
    const told = await test.database.selectFrom('stock_cost_entry').select(sql<number>`sum(average_expensed_minor)::int`.as('sum')).where('variant_id', '=', boot).executeTakeFirst();
    expect(told?.sum).toBe(200);
  });

  it('INV-25 freight that comes later re-values what is left of its receipt', async () => {
    const boot = await giveVariant(test, { sku: 'COST-3', title: 'Boot' });
    const receiptId = newId();
    await receive(boot, 10, 1000, receiptId);
    await sell(boot, 4);
    await costed();
    await write((tx) => revalueStock.run(tx, { receiptId, locationId: soho, lines: [{ variantId: boot, amountMinor: 500 }], reason: 'freight', actor: tester }));
    await costed();
    expect(await worth(boot)).toEqual([6, 900, 900]);
  });

  it('INV-26 a transfer carries its cost, also in two parts, and nothing is lost on the way', async () => {
    const boot = await giveVariant(test, { sku: 'COST-4', title: 'Boot' });
    await receive(boot, 3, 1000);
    await receive(boot, 9, 900, newId(), leeds);
    const transfer = newId();
    const step = (locationId: string, from: 'sellable' | 'transit', to: 'sellable' | 'transit', units: number) => write(async (tx) => {
      const result = await stock.ledger.apply(tx, { operationId: newId(), causeKind: 'transfer', causeId: transfer, actor: tester, occurredAt: AT, entries: [{ variantId: boot, locationId, from, to, quantityMilli: units * 1000 }] });
      expect(result.ok).toBe(true);
    });
    await step(soho, 'sellable', 'transit', 3);
    await costed();
    expect((await valuation()).json().inTransit).toEqual([{ currency: 'GBP', quantityMilli: 3000, valueMinor: 1000 }]);
    await step(leeds, 'transit', 'sellable', 1);
    await step(leeds, 'transit', 'sellable', 2);
    await costed();
    expect(await worth(boot)).toEqual([0, 0, 0]);
    expect(await worth(boot, leeds)).toEqual([12, 1900, 1900]);
    expect((await valuation()).json().inTransit).toEqual([]);
  });

  it('INV-24 goods without a cost come at the list cost, found ones at their own', async () => {
    const boot = await giveVariant(test, { sku: 'COST-5', title: 'Boot' });
    await test.database.updateTable('variant').set({ cost_minor: 700, cost_currency: 'GBP' }).where('id', '=', boot).execute();
    const adjust = (units: number, causeKind: 'opening' | 'adjustment') => write(async (tx) => {
      const result = await stock.adjust.run(tx, { adjustmentId: newId(), locationId: soho, lines: [{ variantId: boot, deltaMilli: units * 1000 }], reason: 'test', actor: tester, occurredAt: AT, causeKind });
      expect(result.ok).toBe(true);
    });
    await adjust(2, 'opening');
    await adjust(1, 'adjustment');
    await costed();
    expect(await worth(boot)).toEqual([3, 2100, 2100]);
  });

  it('INV-24 goods come back at what they cost when they were sold', async () => {
    const boot = await giveVariant(test, { sku: 'COST-8', title: 'Boot' });
    const saleId = newId();
    await receive(boot, 2, 1000);
    await write((tx) => stock.sell.run(tx, { saleId, operationId: newId(), locationId: soho, lines: [{ variantId: boot, quantityMilli: 1000 }], actor: tester, deviceId: newId(), occurredAt: AT }));
    await receive(boot, 3, 6000);
    await costed();
    const back = (soldBy?: string) => write((tx) => stock.takeBack.run(tx, { returnId: newId(), locationId: soho, lines: [{ variantId: boot, quantityMilli: 1000, disposition: 'resellable' }], actor: tester, occurredAt: AT, ...(soldBy ? { soldBy: [soldBy] } : {}) }));
    await back(saleId);
    await costed();
    expect(await worth(boot)).toEqual([5, 7000, 7000]);
    // Of a sale that nobody knows: at the level's own.
    await back(newId());
    await costed();
    expect(await worth(boot)).toEqual([6, 8400, 7500]);
  });

  it('INV-24 goods of a web order come back at what they cost when their parts left', async () => {
    const boot = await giveVariant(test, { sku: 'COST-9', title: 'Boot' });
    const [orderId, orderLineId, partId] = [newId(), newId(), newId()];
    await receive(boot, 2, 1000);
    const lines = [{ orderLineId, variantId: boot, locationId: soho, quantityMilli: 1000 }];
    await write(async (tx) => expect((await stock.reserve.run(tx, { orderId, lines, actor: tester, occurredAt: AT })).ok).toBe(true));
    await write((tx) => stock.fulfil.run(tx, { orderId, locationId: soho, lines, causeId: partId, actor: tester, occurredAt: AT }));
    await receive(boot, 3, 6000);
    await costed();
    await write((tx) => stock.takeBack.run(tx, { returnId: newId(), locationId: soho, lines: [{ variantId: boot, quantityMilli: 1000, disposition: 'resellable' }], actor: tester, occurredAt: AT, soldBy: [orderId, partId] }));
    await costed();
    expect(await worth(boot)).toEqual([5, 7000, 7000]);
  });

  it('reckons two movements at once one after the other, and each once', async () => {
    const boot = await giveVariant(test, { sku: 'COST-6', title: 'Boot' });
    await receive(boot, 10, 1000);
    await Promise.all([1, 2, 3].map((units) => sell(boot, units)));
    const costs = app.get(CostStockUseCase, { strict: false });
    await Promise.all([1, 2, 3, 4].map(() => write((tx) => costs.run(tx, [boot]))));
    expect(await worth(boot)).toEqual([4, 400, 400]);
  });
});

describe('GET /api/stock/valuation', () => {
  it('answers for any instant, and by both methods', async () => {
    const boot = await giveVariant(test, { sku: 'COST-7', title: 'Boot' });
    const other = bath;
    await receive(boot, 1, 100, newId(), other);
    await receive(boot, 1, 300, newId(), other);
    await costed();
    const before = new Date(Date.now() + 1).toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await write((tx) => stock.ledger.apply(tx, { operationId: newId(), causeKind: 'adjustment', causeId: newId(), actor: tester, occurredAt: AT, entries: [{ variantId: boot, locationId: other, from: 'sellable', to: 'shrink', quantityMilli: 1000 }] }));
    await costed();
    const at = async (query: string) => (await valuation(`?location=${other}${query}`)).json().totals;
    expect(await at('')).toEqual([{ currency: 'GBP', quantityMilli: 1000, valueMinor: 200 }]);
    expect(await at('&method=fifo')).toEqual([{ currency: 'GBP', quantityMilli: 1000, valueMinor: 300 }]);
    expect(await at(`&at=${before}`)).toEqual([{ currency: 'GBP', quantityMilli: 2000, valueMinor: 400 }]);
    expect(await at('&at=2020-01-01T00:00:00Z')).toEqual([]);
    const file = await app.inject({ url: `/api/stock/valuation.csv?location=${other}`, headers: signedIn });
    expect(file.body).toBe('location,department,sku,title,quantity,currency,average_cost_value_minor,fifo_value_minor\r\nBATH,,COST-7,Boot,1,GBP,200,300\r\n');
  });

  it('shows a manager the own store only, and knows no future', async () => {
    actor = { ...actor, grants: [{ role: 'store_manager', locationId: soho }] };
    expect((await valuation(`?location=${leeds}`)).statusCode).toBe(403);
    const own = (await valuation()).json();
    expect(new Set(own.rows.map((row: { locationId: string }) => row.locationId))).toEqual(new Set([soho]));
    expect((await valuation(`?location=${soho}&at=2100-01-01T00:00:00Z`)).json()).toMatchObject({ code: 'not_yet' });
    expect((await valuation(`?location=${newId()}`)).statusCode).toBe(404);
    actor = { ...actor, grants: [{ role: 'associate', locationId: soho }] };
    expect((await valuation()).statusCode).toBe(403);
  });
});
