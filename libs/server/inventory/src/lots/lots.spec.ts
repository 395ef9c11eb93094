import { newId } from '@oneshelf/platform';
import { createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { LevelFoldRepository } from '../rebuild-stock-levels/level-fold.repository';
import { RebuildStockLevelsUseCase } from '../rebuild-stock-levels/rebuild-stock-levels.use-case';
import { SerialFoldRepository } from '../serials/serial-fold.repository';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { differingLots } from './lot-fold';
import { giveLot, lotsAt } from '../testing-lots';

let test: TestDatabase;
const { sell, reserve, fulfil, adjust, takeBack, ledger } = stockUseCases();
const locationId = newId();
const day = AT.slice(0, 10);

beforeAll(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  expect(await unexplainedLevels(test)).toEqual([]);
  expect(await test.transactions.write((tx) => differingLots(tx))).toEqual([]);
});
afterAll(() => test.drop());

const give = (variantId: string, code: string, expiresOn: string | undefined, units: number) => giveLot(test, { variantId, locationId }, { code, units, ...(expiresOn === undefined ? {} : { expiresOn }) });
const saleOf = (variantId: string, units: number, lots?: { code: string; quantityMilli: number; expiresOn?: string }[]) => ({
  saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli: units * 1000, ...(lots ? { lots } : {}) }], actor: tester, deviceId: null, occurredAt: AT, lotChoice: { day, channelCode: 'soho-pos' },
});
const sale = (...of: Parameters<typeof saleOf>) => test.transactions.write((tx) => sell.run(tx, saleOf(...of)));
const here = (variantId: string) => lotsAt(test, { variantId, locationId });

describe('goods that are kept by lot', () => {
  it('INV-80 INV-81 leave a counter first expired first out; what is expired goes last', async () => {
    const variantId = newId();
    await give(variantId, 'OLD', '2026-11-20', 2);
    await give(variantId, 'LATE', '2027-03-01', 4);
    await give(variantId, 'SOON', '2026-12-01', 3);
    await sale(variantId, 5);
    expect(await here(variantId)).toEqual({ LATE: 2, OLD: 2, SOON: 0 });
    await sale(variantId, 3);
    expect(await here(variantId)).toEqual({ LATE: 0, OLD: 1, SOON: 0 });
    // A paid sale posts whatever the lots say; what none of them has is of no lot.
    expect((await sale(variantId, 2)).overrides).toMatchObject([{ quantityMilli: 1000 }]);
    expect(await here(variantId)).toEqual({ LATE: 0, OLD: 0, SOON: 0 });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: -1000 });
  });

  it('INV-81 a sale names the lot that was scanned, also one that nobody knew, and the rest is chosen', async () => {
    const variantId = newId();
    await give(variantId, 'A', '2026-12-01', 3);
    await give(variantId, 'B', '2027-01-01', 3);
    await sale(variantId, 3, [{ code: 'B', quantityMilli: 1000 }, { code: 'NEW', quantityMilli: 1000, expiresOn: '2027-02-01' }]);
    expect(await here(variantId)).toEqual({ A: 2, B: 2, NEW: -1 });
  });

  it('INV-81 goods without lots leave as ever, in one statement; with lots nobody said in three; twice sent they leave once', async () => {
    const [plain, variantId] = [newId(), newId()];
    await giveStock(test, { variantId: plain, locationId }, 5000);
    await give(variantId, 'A', '2026-12-01', 1);
    await give(variantId, 'B', '2026-12-02', 5);
    const one = countingTransactions(test);
    await one.transactions.write((tx) => sell.run(tx, saleOf(plain, 1)));
    expect(one.statements()).toBe(1);
    const three = countingTransactions(test);
    const twice = saleOf(variantId, 3);
    await three.transactions.write((tx) => sell.run(tx, twice));
    expect(three.statements()).toBe(3);
    expect(await test.transactions.write((tx) => sell.run(tx, twice))).toMatchObject({ applied: false });
    expect(await here(variantId)).toEqual({ A: 0, B: 3 });
  });

  it('INV-81 what is kept for an order stays of its lot until it leaves, then the lots go that keep long enough for its channel', async () => {
    const variantId = newId();
    await test.database.insertInto('lot_rule').values({ channel_code: 'web-gb', days: 30 }).onConflict((conflict) => conflict.doNothing()).execute();
    await give(variantId, 'SHORT', '2026-12-01', 3);
    await give(variantId, 'LONG', '2027-03-01', 3);
    const orderLineId = newId();
    const orderId = newId();
    await test.transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId, variantId, locationId, quantityMilli: 2000 }], actor: tester, occurredAt: AT }));
    expect(await here(variantId)).toEqual({ LONG: 3, SHORT: 3 });
    await test.transactions.write((tx) => fulfil.run(tx, { orderId, locationId, lines: [{ orderLineId, quantityMilli: 2000 }], causeId: newId(), actor: tester, occurredAt: AT, lotChoice: { day, channelCode: 'web-gb' } }));
    expect(await here(variantId)).toEqual({ LONG: 1, SHORT: 3 });
  });

  it('INV-81 a correction takes them by lot too, and what comes back without a lot is of none', async () => {
    const variantId = newId();
    await give(variantId, 'A', '2026-12-01', 3);
    await test.transactions.run((tx) => adjust.run(tx, { adjustmentId: newId(), locationId, lines: [{ variantId, deltaMilli: -2000 }], reason: 'broken', actor: tester, occurredAt: AT }));
    expect(await here(variantId)).toEqual({ A: 1 });
    await test.transactions.write((tx) => takeBack.run(tx, { returnId: newId(), locationId, lines: [{ variantId, quantityMilli: 1000, disposition: 'resellable' }], actor: tester, occurredAt: AT }));
    expect(await here(variantId)).toEqual({ A: 1 });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 2000 });
  });

  it('INV-81 race: two that take the last units of the earliest lot at once take each of them once', async () => {
    const variantId = newId();
    await give(variantId, 'A', '2026-12-01', 2);
    await give(variantId, 'B', '2026-12-09', 4);
    const competitor = () => test.transactions.write((tx) => stockUseCases().sell.run(tx, saleOf(variantId, 2)));
    await race({ target: ledger, method: 'apply', competitor }, () => test.transactions.write((tx) => sell.run(tx, saleOf(variantId, 1))));
    expect(await here(variantId)).toEqual({ A: 0, B: 3 });
    await Promise.all([1, 1, 1].map((units) => sale(variantId, units)));
    expect(await here(variantId)).toEqual({ A: 0, B: 0 });
  });

  it('INV-81 many tills at once: no unit of a lot is taken twice, and the rebuild finds nothing', async () => {
    const variants = [newId(), newId(), newId()];
    for (const variantId of variants) for (const [code, expiresOn] of [['A', '2026-12-01'], ['B', '2026-12-05'], ['C', undefined]] as const) await give(variantId, code, expiresOn, 10);
    await Promise.all(Array.from({ length: 48 }, (_, index) => sale(variants[index % 3] ?? '', 1 + (index % 2))));
    for (const variantId of variants) expect(await here(variantId)).toEqual({ A: 0, B: 0, C: 6 });
    const rebuild = new RebuildStockLevelsUseCase(test.transactions, new LevelFoldRepository(), new SerialFoldRepository());
    expect((await rebuild.run({ dryRun: true, actor: tester })).differences).toEqual([]);
    await test.database.updateTable('stock_lot_level').set({ shelf_milli: 99 }).where('variant_id', '=', variants[0] ?? '').execute();
    await test.database.deleteFrom('stock_lot_level').where('variant_id', '=', variants[1] ?? '').execute();
    expect((await rebuild.run({ dryRun: false, actor: tester })).differences.every((one) => one.bucket === 'lot')).toBe(true);
    for (const variantId of variants) expect(await here(variantId)).toEqual({ A: 0, B: 0, C: 6 });
  });
});
