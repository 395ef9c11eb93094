import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { InventoryModule } from '../inventory.module';
import { AT, giveStock, levelOf, stockUseCases, tester } from '../testing';
import { giveLot, lotsAt } from '../testing-lots';
import { RepairLevelUseCase } from './repair-level.use-case';
import { StockBreachRepository } from './stock-breach.repository';
import { WatchStockUseCase } from './watch-stock.use-case';

let test: TestDatabase;
let context: TestingModule;
let watch: WatchStockUseCase;
let breaches: StockBreachRepository;
let repair: RepairLevelUseCase;
const { ledger, reserve, sell } = stockUseCases();
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
  context = await createTestContext(test, { imports: [InventoryModule] });
  [watch, breaches, repair] = [context.get(WatchStockUseCase), context.get(StockBreachRepository), context.get(RepairLevelUseCase)];
});
afterEach(async () => {
  for (const row of (await breaches.open(100)).first) await repair.run(tester, { variantId: row.variant_id, locationId: row.location_id });
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const stocked = async (pieces = 5) => {
  const variantId = newId();
  await giveStock(test, { variantId, locationId }, pieces * 1000);
  return variantId;
};
const spoil = (variantId: string, numbers: { sellable_milli?: number; committed_milli?: number; held_milli?: number }) => test.database.updateTable('stock_level').set(numbers).where('variant_id', '=', variantId).execute();
const openOf = async (variantId: string) => (await breaches.open(100)).first.filter((row) => row.variant_id === variantId).map((row) => [row.rule, row.bucket, row.shown_milli, row.explained_milli]);
const toldOf = async (variantId: string) => (await test.database.selectFrom('outbox_event').select('payload').where('name', '=', 'inventory.stock-changed.v1').where('key', '=', variantId).orderBy('id', 'desc').execute()).map((row) => (row.payload as { causeKind: string }).causeKind);

describe('the watch over stock', () => {
  it('finds nothing in levels that sales, orders and holds made', async () => {
    const variantId = await stocked();
    await test.transactions.run((tx) => reserve.run(tx, { orderId: newId(), operationId: newId(), lines: [{ orderLineId: newId(), variantId, locationId, quantityMilli: 2000 }], actor: tester, occurredAt: AT }));
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli: 7000 }], actor: tester, deviceId: null, occurredAt: AT }));
    expect(await watch.run()).toMatchObject({ breaches: 0 });
  });

  it('INV-60 [L-22] [L-24] finds a level that somebody wrote past the ledger, once, and follows it', async () => {
    const variantId = await stocked();
    await watch.run();
    await spoil(variantId, { sellable_milli: 4000, committed_milli: 1000 });
    expect(await watch.run()).toMatchObject({ breaches: 3 });
    const found = [['level_is_fold', 'sellable', 4000, 5000], ['level_is_fold', 'committed', 1000, 0], ['committed_is_reserved', 'committed', 1000, 0]];
    expect(await openOf(variantId)).toEqual(expect.arrayContaining(found));
    expect([...(await breaches.brokenAmong([variantId, newId()]))]).toEqual([variantId]);

    await spoil(variantId, { sellable_milli: 3000, committed_milli: 0 });
    await watch.run();
    expect(await openOf(variantId)).toEqual([['level_is_fold', 'sellable', 3000, 5000]]);
  });

  it('INV-60 finds units that are set aside for a register and granted to none, which no level can put right', async () => {
    const variantId = await stocked();
    const registerId = newId();
    await test.transactions.write((tx) => ledger.apply(tx, { operationId: newId(), causeKind: 'allotment', causeId: registerId, actor: tester, occurredAt: AT, entries: [{ variantId, locationId, registerId, from: 'sellable', to: 'allotted', quantityMilli: 3000 }] }));
    await watch.run();
    expect(await openOf(variantId)).toEqual([['allotted_is_granted', 'allotted', 3000, 0]]);
    expect(await repair.run(tester, { variantId, locationId })).toEqual({ ok: false, refusal: { kind: 'register_decides', allottedMilli: 3000, grantedMilli: 0 } });
    const grant = { register_id: registerId, variant_id: variantId, location_id: locationId, epoch: 1, ceiling_milli: 3000, used_milli: 0, expires_at: new Date(), state: 'active' };
    await test.database.insertInto('register_grant').values([{ ...grant, outstanding_milli: 2000 }, { ...grant, register_id: newId(), outstanding_milli: 1000 }]).execute();
    expect(await watch.run()).toMatchObject({ breaches: 0 });
  });

  it('INV-125 finds lots whose number their movements do not make, also two that hide each other in the sum, and puts them right', async () => {
    const variantId = newId();
    const lots = await Promise.all([giveLot(test, { variantId, locationId }, { code: 'A', units: 3 }), giveLot(test, { variantId, locationId }, { code: 'B', units: 3 })]);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli: 8000 }], actor: tester, deviceId: null, occurredAt: AT }));
    expect(await watch.run()).toMatchObject({ breaches: 0 });
    const show = (lotId: string | undefined, shelf_milli: number) => test.database.updateTable('stock_lot_level').set({ shelf_milli }).where('lot_id', '=', lotId ?? '').execute();
    await show(lots[0], 2000);
    await show(lots[1], -2000);
    await watch.lookBehind(null, 'Marcus Bell');
    expect(await openOf(variantId)).toEqual([['lots_are_fold', 'shelf', expect.any(Number), 0]]);
    expect(await repair.run(tester, { variantId, locationId })).toEqual({ ok: true, value: { isChanged: true } });
    expect(await lotsAt(test, { variantId, locationId })).toEqual({ A: 0, B: 0 });
    await test.database.deleteFrom('stock_lot_level').where('variant_id', '=', variantId).execute();
    await giveLot(test, { variantId, locationId }, { code: 'A', units: 1 });
    await test.database.deleteFrom('stock_lot_level').where('variant_id', '=', variantId).execute();
    expect(await watch.run()).toMatchObject({ breaches: 1 });
    expect(await openOf(variantId)).toEqual([['lots_are_fold', 'shelf', 0, 1000]]);
  });

  it('reaches every level in its rounds, also one that has not moved for long', async () => {
    const variantIds = await Promise.all(Array.from({ length: 12 }, () => stocked(1)));
    const quiet = variantIds[5] ?? '';
    await test.database.updateTable('stock_watch').set({ moved_until: new Date(Date.now() + 600_000) }).execute();
    await spoil(quiet, { sellable_milli: 0 });
    expect(await watch.run()).toMatchObject({ isRoundOver: true, breaches: 1 });
    expect(await openOf(quiet)).toEqual([['level_is_fold', 'sellable', 0, 1000]]);
    await test.database.updateTable('stock_watch').set({ moved_until: new Date() }).execute();
  });

  it('is looked at by one worker at a time', async () => {
    await test.transactions.write(async (tx) => {
      await tx.selectFrom('stock_watch').selectAll().forUpdate().execute();
      expect(await watch.run()).toBeNull();
    });
    expect(await watch.run()).not.toBeNull();
  });

  it('a person who asks sees every level looked at', async () => {
    const variantId = await stocked();
    await spoil(variantId, { held_milli: 1000 });
    const { next, breaches: found, levels } = await watch.lookBehind(null, 'Marcus Bell');
    expect([next, found]).toEqual([null, 2]);
    expect(levels).toBeGreaterThan(10);
    expect(await openOf(variantId)).toEqual(expect.arrayContaining([['level_is_fold', 'sellable', 6000, 5000], ['held_is_holds', 'held', 1000, 0]]));
    await spoil(variantId, { held_milli: 0 });
    await watch.lookBehind(null, 'Marcus Bell');
    expect(await openOf(variantId)).toEqual([]);
    expect((await breaches.ended(1))[0]?.ended_by).toBe('Marcus Bell');
  });
});

describe('putting a level right', () => {
  it('[L-25] takes what the movements make, writes it down, and marketplaces are told again', async () => {
    const variantId = await stocked();
    await spoil(variantId, { sellable_milli: 9000 });
    await watch.run();
    expect(await repair.run(tester, { variantId, locationId })).toEqual({ ok: true, value: { isChanged: true } });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 5000 });
    expect(await openOf(variantId)).toEqual([]);
    expect((await toldOf(variantId))[0]).toBe('explained');
    const audit = await test.database.selectFrom('audit_entry').selectAll().where('subject_id', '=', variantId).where('action', '=', 'repair').execute();
    expect(audit).toHaveLength(1);
    expect(await repair.run(tester, { variantId, locationId })).toEqual({ ok: true, value: { isChanged: false } });
  });

  it('a lost level comes back', async () => {
    const variantId = await stocked();
    await test.database.deleteFrom('stock_level').where('variant_id', '=', variantId).execute();
    await watch.run();
    expect(await openOf(variantId)).toEqual([['level_is_fold', 'sellable', 0, 5000]]);
    await repair.run(tester, { variantId, locationId });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 5000 });
  });

  it('leaves to an order what is reserved and not committed', async () => {
    const variantId = await stocked();
    await test.database.insertInto('reservation').values({ id: newId(), order_id: newId(), order_line_id: newId(), variant_id: variantId, location_id: locationId, quantity_milli: 1000 }).execute();
    await spoil(variantId, { sellable_milli: 4500 });
    await watch.run();
    expect(await repair.run(tester, { variantId, locationId })).toEqual({ ok: false, refusal: { kind: 'order_decides', committedMilli: 0, reservedMilli: 1000 } });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 4500 });
  });
});
