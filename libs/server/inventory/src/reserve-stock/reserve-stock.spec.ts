import { createDatabase, createPool, newId, Transactions } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';

let test: TestDatabase;
const { reserve } = stockUseCases();
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const line = (variantId: string, quantityMilli: number) => ({ orderLineId: newId(), variantId, locationId, quantityMilli });
const input = (...lines: ReturnType<typeof line>[]) => ({ orderId: newId(), lines, actor: tester, occurredAt: AT });
const reservedOf = async (variantId: string) => (await test.database.selectFrom('reservation').selectAll().where('variant_id', '=', variantId).execute()).map((row) => row.quantity_milli);
const movementsOf = (variantId: string) => test.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', variantId).where('cause_kind', '=', 'order').execute();

describe('reserving stock', () => {
  it('keeps the units in one statement, says StockChanged once and names the order as the cause', async () => {
    const [first, second] = [newId(), newId()];
    await giveStock(test, { variantId: first, locationId }, 5000);
    await giveStock(test, { variantId: second, locationId }, 5000);
    const order = input(line(first, 2000), line(second, 1000));
    const { transactions, statements } = countingTransactions(test);
    await expect(transactions.run((tx) => reserve.run(tx, order))).resolves.toEqual({ ok: true, value: undefined });
    expect(statements()).toBe(1); // [L-55] the ledger with its event
    expect(await levelOf(test, { variantId: first, locationId })).toMatchObject({ sellable: 3000, committed: 2000, override: 0 });
    expect(await reservedOf(first)).toEqual([2000]);
    const events = await test.database.selectFrom('outbox_event').selectAll().where('name', '=', 'inventory.stock-changed.v1').execute();
    expect(events.filter((event) => (event.payload as { causeId: string }).causeId === order.orderId)).toHaveLength(1);
    expect(await movementsOf(first)).toMatchObject([{ from_bucket: 'sellable', to_bucket: 'committed', quantity_milli: 2000, cause_id: order.orderId, actor: 'tester' }]);
  });

  it('[L-21] two lines of one variant are summed before the stock check', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 3000);
    const result = await test.transactions.run((tx) => reserve.run(tx, input(line(variantId, 2000), line(variantId, 2000))));
    expect(result).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId, locationId, requestedMilli: 4000, availableMilli: 3000 }] } });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 3000, committed: 0 });
    expect(await reservedOf(variantId)).toEqual([]);
    expect(await movementsOf(variantId)).toEqual([]);
  });

  it('refuses all lines when one is short, names each short one, and changes nothing', async () => {
    const [enough, short, unknown] = [newId(), newId(), newId()];
    await giveStock(test, { variantId: enough, locationId }, 9000);
    await giveStock(test, { variantId: short, locationId }, 1000);
    const order = input(line(enough, 1000), line(short, 2000), line(unknown, 1000));
    const { transactions, statements } = countingTransactions(test);
    const result = await transactions.run((tx) => reserve.run(tx, order));
    expect(result).toEqual({
      ok: false,
      refusal: {
        kind: 'insufficient_stock',
        shortages: [
          { variantId: short, locationId, requestedMilli: 2000, availableMilli: 1000 },
          { variantId: unknown, locationId, requestedMilli: 1000, availableMilli: 0 },
        ],
      },
    });
    expect(statements()).toBe(1);
    expect(await levelOf(test, { variantId: enough, locationId })).toMatchObject({ sellable: 9000, committed: 0 });
    expect(await levelOf(test, { variantId: unknown, locationId })).toBeNull();
  });

  it('[L-50] [L-51] 64 buyers at once from four pools for 10 units: 10 have one, 54 are told sold out, nobody fails', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 10_000);
    const pools = [1, 2, 3, 4].map(() => createDatabase(createPool({ connectionString: test.url, size: 8 })));
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, index) => {
        const transactions = new Transactions(pools[index % pools.length] as (typeof pools)[number]);
        return transactions.run((tx) => reserve.run(tx, input(line(variantId, 1000))));
      }),
    );
    await Promise.all(pools.map((pool) => pool.destroy()));
    expect(results.filter((result) => result.ok)).toHaveLength(10);
    expect(results.filter((result) => !result.ok && result.refusal.kind === 'insufficient_stock')).toHaveLength(54);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, committed: 10_000, override: 0 });
    expect(await reservedOf(variantId)).toEqual(Array(10).fill(1000));
    expect(await movementsOf(variantId)).toHaveLength(10);
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('[L-22] orders with the same goods in opposite order neither block each other nor break the count', async () => {
    const variants = [newId(), newId(), newId()];
    for (const variantId of variants) await giveStock(test, { variantId, locationId }, 20_000);
    const orders = Array.from({ length: 40 }, (_, index) => (index % 2 ? [...variants].reverse() : variants));
    const results = await Promise.all(orders.map((order) => test.transactions.run((tx) => reserve.run(tx, input(...order.map((variantId) => line(variantId, 1000)))))));
    expect(results.filter((result) => result.ok)).toHaveLength(20);
    for (const variantId of variants) expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, committed: 20_000 });
  });

  it('[L-8] the database refuses one order a second time, and the first stays', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 5000);
    const order = input(line(variantId, 1000));
    await test.transactions.run((tx) => reserve.run(tx, order));
    await test.transactions.run((tx) => reserve.run(tx, order));
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 4000, committed: 1000 });
    expect(await reservedOf(variantId)).toEqual([1000]);
  });
});
