import { createDatabase, createPool, newId, Transactions } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels, noBundles } from '../testing';
import { HoldQueue } from './hold-queue';
import { HoldStockUseCase } from './hold-stock.use-case';
import { StockHoldRepository } from './stock-hold.repository';

let test: TestDatabase;
const locationId = newId();
const holds = new StockHoldRepository();
const { reserve, sell } = stockUseCases();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const holding = (transactions: Transactions = test.transactions) => new HoldStockUseCase(new HoldQueue(transactions, holds), holds, transactions, test.database, noBundles);
const line = (variantId: string, units: number, lineId = 'a') => ({ lineId, variantId, locationId, quantityMilli: units * 1000 });
const ask = (lines: ReturnType<typeof line>[], more: { holdId?: string; mode?: 'all' | 'part'; minutes?: number; now?: Date } = {}) => ({ holdId: newId(), lines, mode: 'all' as const, heldFor: 'web-gb', minutes: 10, now: new Date(), ...more });
const heldOf = async (variantId: string) => (await test.database.selectFrom('stock_level').select(['sellable_milli', 'held_milli']).where('variant_id', '=', variantId).executeTakeFirstOrThrow());
const stocked = async (units: number) => {
  const variantId = newId();
  await giveStock(test, { variantId, locationId }, units * 1000);
  return variantId;
};
const longAgo = () => new Date(Date.now() - 3_600_000);

describe('holding stock', () => {
  it('[L-31] keeps units for a while without moving goods, and tells the channels', async () => {
    const variantId = await stocked(3);
    const input = ask([line(variantId, 2)]);
    expect(await holding().run(input)).toMatchObject({ ok: true, value: { holdId: input.holdId, lines: [{ quantityMilli: 2000 }] } });
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 1000, held_milli: 2000 });
    expect(await test.database.selectFrom('stock_movement').select('cause_kind').where('variant_id', '=', variantId).execute()).toEqual([{ cause_kind: 'opening' }]);
    expect((await test.database.selectFrom('outbox_event').select('payload').where('key', '=', variantId).execute()).map(({ payload }) => (payload as { causeKind: string }).causeKind)).toContain('hold');
    expect(await test.transactions.run((tx) => reserve.run(tx, { orderId: newId(), lines: [{ ...line(variantId, 2), orderLineId: newId() }], actor: tester, occurredAt: AT }))).toMatchObject({ ok: false, refusal: { shortages: [{ availableMilli: 1000 }] } });
  });

  it('is one hold when it is asked for twice, one after the other and at once', async () => {
    const variantId = await stocked(5);
    const input = ask([line(variantId, 2)]);
    const use = holding();
    const first = await use.run(input);
    expect(await use.run(input)).toEqual(first);
    const again = ask([line(variantId, 2)]);
    const [one, other] = await Promise.all([use.run(again), holding().run(again)]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 1000, held_milli: 4000 });
  });

  it('refuses whole or keeps what is there, and says what is short', async () => {
    const [boots, socks] = [await stocked(1), await stocked(5)];
    const lines = [line(boots, 2), line(socks, 1, 'b')];
    expect(await holding().run(ask(lines))).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId: boots, locationId, requestedMilli: 2000, availableMilli: 1000 }] } });
    expect(await heldOf(socks)).toEqual({ sellable_milli: 5000, held_milli: 0 });
    expect(await holding().run(ask(lines, { mode: 'part' }))).toMatchObject({ ok: true, value: { lines: [{ quantityMilli: 1000 }, { quantityMilli: 1000 }] } });
    expect(await holding().run(ask([line(newId(), 1)]))).toMatchObject({ ok: false });
  });

  it('[L-22] 500 shoppers of 3 processes take 40 units, and not one more', async () => {
    const variantId = await stocked(40);
    const databases = [1, 2, 3].map(() => createDatabase(createPool({ connectionString: test.url, size: 4 })));
    const processes = databases.map((database) => holding(new Transactions(database)));
    const results = await Promise.all(Array.from({ length: 500 }, (_, shopper) => processes[shopper % 3]?.run(ask([line(variantId, 1)]))));
    await Promise.all(databases.map((database) => database.destroy()));
    expect(results.filter((result) => result?.ok)).toHaveLength(40);
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 0, held_milli: 40_000 });
    expect(await test.database.selectFrom('stock_hold').select('id').where('variant_id', '=', variantId).execute()).toHaveLength(40);
  });

  it('takes one statement for a shopper alone, whole or not at all', async () => {
    const variantId = await stocked(2);
    const { transactions, statements } = countingTransactions(test);
    const queue = new HoldQueue(transactions, holds);
    const hold = { ...ask([line(variantId, 1)]), client: '', expiresAt: new Date(Date.now() + 60_000) };
    await queue.ask(hold);
    expect(statements()).toBe(1);
    // The level is taken first; a hold that cannot be written gives it back.
    await expect(queue.ask({ ...hold, holdId: newId(), heldFor: null as never })).rejects.toThrow('null value');
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 1000, held_milli: 1000 });
  });

  it('decides a rush in few statements', async () => {
    const variantId = await stocked(100);
    const { transactions, statements } = countingTransactions(test);
    const queue = new HoldQueue(transactions, holds);
    await Promise.all(Array.from({ length: 200 }, () => queue.ask({ ...ask([line(variantId, 1)]), client: '', expiresAt: new Date(Date.now() + 60_000) })));
    // Two transactions are under way at once: the first two shoppers alone, all others together with at most 256.
    expect(statements()).toBeLessThanOrEqual(12);
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 0, held_milli: 100_000 });
  });

  it('what has expired makes room for who comes next, and is swept without anybody coming', async () => {
    const variantId = await stocked(2);
    await holding().run(ask([line(variantId, 2)], { now: longAgo() }));
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 0, held_milli: 2000 });
    expect(await holding().run(ask([line(variantId, 1)], { now: longAgo() }))).toMatchObject({ ok: true });
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 1000, held_milli: 1000 });
    expect(await holding().sweep()).toBeGreaterThan(0);
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 2000, held_milli: 0 });
  });

  it('is extended while it lasts, to half an hour at most, and ends when it is let go', async () => {
    const variantId = await stocked(2);
    const input = ask([line(variantId, 1)], { minutes: 1 });
    const use = holding();
    await use.run(input);
    const later = await use.extend(input.holdId, { minutes: 20, now: input.now, mostTimes: 2 });
    expect(later && Math.round((later.expiresAt.getTime() - input.now.getTime()) / 60_000)).toBe(20);
    const most = await use.extend(input.holdId, { minutes: 500, now: input.now, mostTimes: 2 });
    expect(most && Math.round((most.expiresAt.getTime() - input.now.getTime()) / 60_000)).toBe(30);
    expect(await use.extend(input.holdId, { minutes: 20, now: input.now, mostTimes: 2 })).toBeNull();
    const told = async () => (await test.database.selectFrom('outbox_event').select('id').where('key', '=', variantId).execute()).length;
    const before = await told();
    await use.end(input.holdId);
    await use.end(input.holdId);
    expect(await told()).toBe(before + 1);
    expect(await use.extend(input.holdId, { minutes: 5, now: input.now, mostTimes: 9 })).toBeNull();
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 2000, held_milli: 0 });
  });

  it('INV-40 [L-31] a hold that replaces another brings its units along, though somebody else asks for them at the same time', async () => {
    const variantId = await stocked(1);
    const first = ask([line(variantId, 1)]);
    const use = holding();
    await use.run(first);
    const next = { ...ask([line(variantId, 1)], { mode: 'part' }), replaces: { holdId: first.holdId, heldFor: 'web-gb' } };
    const stranger = ask([line(variantId, 1)]);
    const [, other, mine] = await Promise.all([use.run(ask([line(await stocked(1), 1)])), use.run(stranger), use.run(next)]);
    expect([other.ok, mine.ok && mine.value.lines]).toEqual([false, [line(variantId, 1)]]);
    expect(mine.ok && mine.value.expiresAt).toEqual((await use.find(next.holdId))?.expiresAt);
    expect(await use.find(first.holdId)).toBeUndefined();
    // Somebody else's hold is not replaced, whoever names it.
    const thief = { ...ask([line(variantId, 1)]), heldFor: 'web-de', replaces: { holdId: next.holdId, heldFor: 'web-de' } };
    expect((await use.run(thief)).ok).toBe(false);
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 0, held_milli: 1000 });
  });

  it('gives its units to the order that follows in the same transaction, or keeps them when that fails', async () => {
    const variantId = await stocked(2);
    const input = ask([line(variantId, 2)]);
    await holding().run(input);
    const order = { orderId: newId(), lines: [{ ...line(variantId, 2), orderLineId: newId() }], actor: tester, occurredAt: AT };
    await expect(test.transactions.run(async (tx) => {
      await holds.free(tx, [input.holdId], order.lines);
      await reserve.run(tx, order);
      throw new Error('the order could not be written');
    })).rejects.toThrow('could not be written');
    expect(await heldOf(variantId)).toEqual({ sellable_milli: 0, held_milli: 2000 });
    const placed = await test.transactions.run(async (tx) => {
      await holds.free(tx, [input.holdId], order.lines);
      return reserve.run(tx, order);
    });
    expect(placed.ok).toBe(true);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, committed: 2000 });
  });

  it('does not stop a paid sale at a counter, and every level stays explained', async () => {
    const variantId = await stocked(1);
    await holding().run(ask([line(variantId, 1)], { now: longAgo() }));
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), deviceId: null, locationId, lines: [{ variantId, quantityMilli: 1000 }], actor: tester, occurredAt: AT }));
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: -1000, override: 1000 });
    await holding().sweep();
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 0, override: 0 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });
});
