// Each use case that writes stock, with a competitor that comes in between what it has read and what it writes.
import { newId, type StaffActor } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, race, type TestDatabase } from '@oneshelf/platform/testing';
import { OrganisationModule } from '@oneshelf/server-organisation';
import { AdjustStockUseCase } from './adjust-stock/adjust-stock.use-case';
import { HoldQueue } from './hold-stock/hold-queue';
import { HoldStockUseCase } from './hold-stock/hold-stock.use-case';
import { StockHoldRepository } from './hold-stock/stock-hold.repository';
import { InventoryHttpModule } from './inventory-http.module';
import { InventoryModule } from './inventory.module';
import { FulfilStockUseCase } from './fulfil-stock/fulfil-stock.use-case';
import { MoveReservationUseCase } from './move-reservation/move-reservation.use-case';
import { RegisterGrantRepository } from './grant-to-register/register-grant.repository';
import { ReleaseStockUseCase } from './release-stock/release-stock.use-case';
import { ReservationRepository } from './reservation.repository';
import { ReserveStockUseCase } from './reserve-stock/reserve-stock.use-case';
import { ReturnStockUseCase } from './return-stock/return-stock.use-case';
import { SellAtCounterUseCase } from './sell-at-counter/sell-at-counter.use-case';
import { SoldRecipeRepository } from './sold-recipe.repository';
import { StockLedgerRepository } from './stock-ledger.repository';
import { SubmitAdjustmentUseCase } from './submit-adjustment/submit-adjustment.use-case';
import { TakeOpeningStockUseCase } from './take-opening-stock/take-opening-stock.use-case';
import { AT, giveLocation, giveStock, giveVariant, levelOf, stockUseCases, tester, unexplainedLevels, noBundles } from './testing';

let test: TestDatabase;
const others = stockUseCases();
const ledger = new StockLedgerRepository();
const reservations = new ReservationRepository();
const holds = new StockHoldRepository();
const [here, there] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  await giveLocation(test, { id: here, code: 'S01', name: 'Soho', kind: 'store' });
});
afterEach(async () => expect(await unexplainedLevels(test)).toEqual([]));
afterAll(() => test.drop());

const stocked = async (units: number, locationId = here): Promise<string> => {
  const variantId = newId();
  if (units > 0) await giveStock(test, { variantId, locationId }, units * 1000);
  return variantId;
};
const saleOf = (variantId: string, units = 1, locationId = here) => ({ saleId: newId(), operationId: newId(), locationId, lines: [{ variantId, quantityMilli: units * 1000 }], actor: tester, deviceId: null, occurredAt: AT });
const orderOf = (variantId: string, units = 1) => ({ orderId: newId(), lines: [{ orderLineId: newId(), variantId, locationId: here, quantityMilli: units * 1000 }], actor: tester, occurredAt: AT });
const sellElsewhere = (variantId: string, units = 1, locationId = here) => () => test.transactions.write((tx) => others.sell.run(tx, saleOf(variantId, units, locationId)));
const reserved = async (variantId: string, units: number) => {
  const order = orderOf(variantId, units);
  await test.transactions.run((tx) => others.reserve.run(tx, order));
  return { ...order, orderLineId: order.lines[0]?.orderLineId ?? '' };
};
/** Right before the ledger's one statement. */
const beforeLedger = (competitor: () => Promise<unknown>) => ({ target: ledger, method: 'apply' as const, competitor });

describe('race: the last unit', () => {
  it('is sold at a counter while an order reserves it: the order is refused whole', async () => {
    const variantId = await stocked(1);
    const reserve = new ReserveStockUseCase(ledger, noBundles, new SoldRecipeRepository());
    const result = await race(beforeLedger(sellElsewhere(variantId)), () => test.transactions.run((tx) => reserve.run(tx, orderOf(variantId))));
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'insufficient_stock' } });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 0, committed: 0 });
  });

  it('is reserved while a counter sells it: the sale posts and names the override', async () => {
    const variantId = await stocked(1);
    const sell = new SellAtCounterUseCase(ledger, new RegisterGrantRepository(), reservations, noBundles, new SoldRecipeRepository());
    const sold = await race(beforeLedger(() => reserved(variantId, 1)), () => test.transactions.write((tx) => sell.run(tx, saleOf(variantId))));
    expect(sold).toMatchObject({ applied: true, overrides: [{ variantId, quantityMilli: 1000 }] });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: -1000, committed: 1000, override: 1000 });
  });

  it('is reserved while a person writes it off: refused, nothing changed', async () => {
    const variantId = await stocked(1);
    const adjust = new AdjustStockUseCase(ledger);
    const input = { adjustmentId: newId(), locationId: here, lines: [{ variantId, deltaMilli: -1000 }], reason: 'broken', actor: tester, occurredAt: AT };
    const result = await race(beforeLedger(() => reserved(variantId, 1)), () => test.transactions.run((tx) => adjust.run(tx, input)));
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'insufficient_stock' } });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 0, committed: 1000 });
  });

  it('at the other place is sold while a reservation moves there: it stays where it was', async () => {
    const variantId = await stocked(2);
    await giveStock(test, { variantId, locationId: there }, 1000);
    const { orderLineId } = await reserved(variantId, 1);
    const move = new MoveReservationUseCase(ledger, reservations);
    const result = await race(beforeLedger(sellElsewhere(variantId, 1, there)), () => test.transactions.run((tx) => move.run(tx, { orderLineId, fromLocationId: here, toLocationId: there, quantityMilli: 1000, actor: tester })));
    expect(result).toMatchObject({ ok: false });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 1000, committed: 1000 });
    expect(await levelOf(test, { variantId, locationId: there })).toMatchObject({ sellable: 0, committed: 0 });
  });

  it('is held by one checkout while another asks for it: the other is told', async () => {
    const variantId = await stocked(1);
    const holding = new HoldStockUseCase(new HoldQueue(test.transactions, holds), holds, test.transactions, test.database, noBundles);
    const other = new HoldStockUseCase(new HoldQueue(test.transactions, new StockHoldRepository()), new StockHoldRepository(), test.transactions, test.database, noBundles);
    // Two lines: one line alone is one statement, and nobody comes between.
    const lines = ['a', 'b'].map((lineId) => ({ lineId, variantId, locationId: here, quantityMilli: 500 }));
    const ask = () => ({ holdId: newId(), lines, mode: 'all' as const, heldFor: 'web', minutes: 10, now: new Date() });
    const result = await race({ target: holds, method: 'lockFree', competitor: () => other.run(ask()) }, () => holding.run(ask()));
    expect(result).toMatchObject({ ok: false, refusal: { shortages: [{ availableMilli: 0 }] } });
  });
});

describe('race: the same thing twice', () => {
  it('a return that comes back by two ways comes back once', async () => {
    const variantId = await stocked(0);
    const takeBack = new ReturnStockUseCase(ledger, new SoldRecipeRepository());
    const input = { returnId: newId(), locationId: here, lines: [{ variantId, quantityMilli: 2000, disposition: 'resellable' as const }], actor: tester, occurredAt: AT };
    const second = await race(beforeLedger(() => test.transactions.write((tx) => others.takeBack.run(tx, input))), () => test.transactions.write((tx) => takeBack.run(tx, input)));
    expect(second).toEqual({ ok: true, value: { applied: false } });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 2000 });
  });

  it('an operation that takes the last unit is applied, not short, when it is sent again', async () => {
    const variantId = await stocked(1);
    const reserve = new ReserveStockUseCase(ledger, noBundles, new SoldRecipeRepository());
    const order = orderOf(variantId);
    const again = await race(beforeLedger(() => test.transactions.run((tx) => others.reserve.run(tx, order))), () => test.transactions.run((tx) => reserve.run(tx, order)));
    expect(again).toEqual({ ok: true, value: undefined });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 0, committed: 1000 });
  });

  it('opening stock of an import that two workers take is there once', async () => {
    const variantId = await stocked(0);
    const context = await createTestContext(test, { imports: [OrganisationModule, InventoryModule] });
    const [take, repository] = [context.get(TakeOpeningStockUseCase, { strict: false }), context.get(StockLedgerRepository, { strict: false })];
    const input = { operationId: newId(), importId: newId(), marketCode: 'GB', lines: [{ variantId, quantityMilli: 3000, locationName: 'Soho' }], actor: tester, occurredAt: AT };
    const run = () => test.transactions.write((tx) => take.run(tx, input));
    await race({ target: repository, method: 'apply', competitor: run }, run);
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 3000 });
    await context.close();
  });

  it('an order that is cancelled by two people is let go once', async () => {
    const variantId = await stocked(3);
    const { orderId } = await reserved(variantId, 2);
    const release = new ReleaseStockUseCase(ledger, reservations);
    const cancelElsewhere = () => test.transactions.write((tx) => others.release.run(tx, { orderId, reason: 'cancelled', actor: tester }));
    await race({ target: reservations, method: 'lockOfOrder', competitor: cancelElsewhere }, () => test.transactions.write((tx) => release.run(tx, { orderId, reason: 'cancelled', actor: tester })));
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 3000, committed: 0 });
  });

  it('an order that is cancelled while it is handed over leaves the house not at all', async () => {
    const variantId = await stocked(3);
    const { orderId, orderLineId } = await reserved(variantId, 2);
    const fulfil = new FulfilStockUseCase(ledger, reservations);
    const cancelElsewhere = () => test.transactions.write((tx) => others.release.run(tx, { orderId, reason: 'cancelled', actor: tester }));
    const input = { orderId, locationId: here, lines: [{ orderLineId, quantityMilli: 2000 }], causeId: newId(), actor: tester, occurredAt: AT };
    await expect(race({ target: reservations, method: 'lockOfOrder', competitor: cancelElsewhere }, () => test.transactions.write((tx) => fulfil.run(tx, input)))).rejects.toThrow('holds 2000 thousandths less');
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 3000, committed: 0 });
  });
});

describe('race: a hold', () => {
  const held = async (minutes: number) => {
    const variantId = await stocked(1);
    const holding = new HoldStockUseCase(new HoldQueue(test.transactions, holds), holds, test.transactions, test.database, noBundles);
    const holdId = newId();
    await holding.run({ holdId, lines: [{ lineId: 'a', variantId, locationId: here, quantityMilli: 1000 }], mode: 'all', heldFor: 'web', minutes: 10, now: new Date(Date.now() + (minutes - 10) * 60_000) });
    return { variantId, holdId, holding };
  };
  const elsewhere = () => new HoldStockUseCase(new HoldQueue(test.transactions, new StockHoldRepository()), new StockHoldRepository(), test.transactions, test.database, noBundles);

  it('that is swept while its checkout lets it go is free once', async () => {
    const { variantId, holdId, holding } = await held(-1);
    await race({ target: holds, method: 'lockFree', competitor: () => elsewhere().sweep() }, () => holding.end(holdId));
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 1000 });
  });

  it('that ends while the sweep comes by is free once', async () => {
    const { variantId, holdId, holding } = await held(-1);
    await race({ target: holds, method: 'lockFree', competitor: () => elsewhere().end(holdId) }, () => holding.sweep());
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 1000 });
  });

  it('that ends before it is extended stays ended', async () => {
    const { variantId, holdId, holding } = await held(5);
    expect(await race({ target: holds, method: 'extend', competitor: () => elsewhere().end(holdId) }, () => holding.extend(holdId, { minutes: 10, now: new Date(), mostTimes: 3 }))).toBeNull();
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 1000 });
  });
});

describe('race: a correction by a person', () => {
  it('finds the units gone that were sold while they typed: refused, no audit row', async () => {
    const variantId = await giveVariant(test, { sku: 'RACE-1', title: 'Race' });
    await giveStock(test, { variantId, locationId: here }, 1000);
    const context = await createTestContext(test, { imports: [OrganisationModule, InventoryModule, InventoryHttpModule] });
    const [submit, adjust] = [context.get(SubmitAdjustmentUseCase, { strict: false }), context.get(AdjustStockUseCase, { strict: false })];
    const actor: StaffActor = { kind: 'staff', id: newId(), name: 'Priya', email: 'p@example.com', locale: 'en', grants: [{ role: 'operations', locationId: null }] };
    const result = await race({ target: adjust, method: 'run', competitor: sellElsewhere(variantId) }, () => submit.run(actor, newId(), { locationId: here, reason: 'broken', lines: [{ variantId, bucket: 'sellable', deltaMilli: -1000 }] }));
    expect(result).toMatchObject({ ok: false, refusal: { kind: 'insufficient_stock' } });
    expect(await levelOf(test, { variantId, locationId: here })).toMatchObject({ sellable: 0 });
    expect(await test.database.selectFrom('audit_entry').select('id').where('actor_name', '=', 'Priya').execute()).toEqual([]);
    await context.close();
  });
});
