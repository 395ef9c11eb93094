import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';

let test: TestDatabase;
const { reserve, release, fulfil, moveReservation, sell } = stockUseCases();
const [here, there] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function orderOf(quantityMilli: number, stock = 5000) {
  const [variantId, orderId, orderLineId] = [newId(), newId(), newId()];
  await giveStock(test, { variantId, locationId: here }, stock);
  await test.transactions.run((tx) => reserve.run(tx, { orderId, lines: [{ orderLineId, variantId, locationId: here, quantityMilli }], actor: tester, occurredAt: AT }));
  return { variantId, orderId, orderLineId, at: { variantId, locationId: here }, away: { variantId, locationId: there } };
}
const heldBy = async (orderId: string) => (await test.database.selectFrom('reservation').selectAll().where('order_id', '=', orderId).execute()).map((row) => ({ locationId: row.location_id, quantityMilli: row.quantity_milli }));

describe('letting reserved stock go', () => {
  it('[L-26] a release restores what the reservation took, in two statements', async () => {
    const { orderId, at } = await orderOf(2000);
    const { transactions, statements } = countingTransactions(test);
    await transactions.write((tx) => release.run(tx, { orderId, reason: 'shopper cancelled', actor: tester }));
    expect(statements()).toBe(2); // [L-55] hold the reservations, the ledger with its event
    expect(await levelOf(test, at)).toMatchObject({ sellable: 5000, committed: 0 });
    expect(await heldBy(orderId)).toEqual([]);
  });

  it('[L-54] a release and a hand-over of parts end at zero, never below; a second release finds nothing', async () => {
    const { orderId, orderLineId, at } = await orderOf(3000);
    await test.transactions.write((tx) => fulfil.run(tx, { orderId, locationId: here, lines: [{ orderLineId, quantityMilli: 1000 }], causeId: newId(), actor: tester, occurredAt: AT }));
    expect(await levelOf(test, at)).toMatchObject({ sellable: 2000, committed: 2000 });
    await test.transactions.write((tx) => release.run(tx, { orderId, lines: [{ orderLineId, quantityMilli: 500 }], reason: 'fewer wanted', actor: tester }));
    expect(await heldBy(orderId)).toEqual([{ locationId: here, quantityMilli: 1500 }]);
    await test.transactions.write((tx) => release.run(tx, { orderId, reason: 'rest cancelled', actor: tester }));
    await test.transactions.write((tx) => release.run(tx, { orderId, reason: 'cancelled twice', actor: tester }));
    expect(await levelOf(test, at)).toMatchObject({ sellable: 4000, committed: 0 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('two cancellations at once release once', async () => {
    const { orderId, at } = await orderOf(2000);
    await Promise.all([1, 2, 3].map(() => test.transactions.write((tx) => release.run(tx, { orderId, reason: 'cancelled', actor: tester }))));
    expect(await levelOf(test, at)).toMatchObject({ sellable: 5000, committed: 0 });
  });

  it('more than an order holds is a bug: it throws and changes nothing', async () => {
    const { orderId, orderLineId, at } = await orderOf(2000);
    const tooMuch = { orderId, locationId: here, lines: [{ orderLineId, quantityMilli: 3000 }], causeId: newId(), actor: tester, occurredAt: AT };
    await expect(test.transactions.write((tx) => fulfil.run(tx, tooMuch))).rejects.toThrow('holds 1000 thousandths less');
    expect(await levelOf(test, at)).toMatchObject({ sellable: 3000, committed: 2000 });
  });
});

describe('moving a reservation to another location', () => {
  it('is kept there and on sale here again', async () => {
    const { orderId, orderLineId, at, away } = await orderOf(2000);
    await giveStock(test, away, 5000);
    const moved = { orderLineId, fromLocationId: here, toLocationId: there, quantityMilli: 1500, actor: tester };
    const { transactions, statements } = countingTransactions(test);
    expect(await transactions.run((tx) => moveReservation.run(tx, moved))).toEqual({ ok: true, value: undefined });
    expect(statements()).toBe(2);
    expect(await levelOf(test, at)).toMatchObject({ sellable: 4500, committed: 500 });
    expect(await levelOf(test, away)).toMatchObject({ sellable: 3500, committed: 1500 });
    const held = await heldBy(orderId);
    expect(held).toHaveLength(2);
    expect(held).toEqual(expect.arrayContaining([{ locationId: here, quantityMilli: 500 }, { locationId: there, quantityMilli: 1500 }]));
  });

  it('units that a picker did not find are written off here', async () => {
    const { orderLineId, at, away } = await orderOf(2000);
    await giveStock(test, away, 5000);
    await test.transactions.run((tx) => moveReservation.run(tx, { orderLineId, fromLocationId: here, toLocationId: there, quantityMilli: 2000, fromReason: 'shrink', actor: tester }));
    expect(await levelOf(test, at)).toMatchObject({ sellable: 3000, committed: 0 });
    const lost = await test.database.selectFrom('stock_movement').selectAll().where('variant_id', '=', at.variantId).where('to_bucket', '=', 'shrink').execute();
    expect(lost).toMatchObject([{ quantity_milli: 2000, reason: 'not found when picking' }]);
  });

  it('is refused whole when the other location has not enough', async () => {
    const { orderId, orderLineId, at, away } = await orderOf(2000);
    await giveStock(test, away, 1000);
    const result = await test.transactions.run((tx) => moveReservation.run(tx, { orderLineId, fromLocationId: here, toLocationId: there, quantityMilli: 2000, actor: tester }));
    expect(result).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId: at.variantId, locationId: there, requestedMilli: 2000, availableMilli: 1000 }] } });
    expect(await levelOf(test, at)).toMatchObject({ sellable: 3000, committed: 2000 });
    expect(await heldBy(orderId)).toEqual([{ locationId: here, quantityMilli: 2000 }]);
  });
});

describe('an override', () => {
  it('shrinks when a reservation is let go', async () => {
    const { orderId, at } = await orderOf(2000, 2000);
    await test.transactions.write((tx) => sell.run(tx, { saleId: newId(), operationId: newId(), locationId: here, lines: [{ variantId: at.variantId, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    expect(await levelOf(test, at)).toMatchObject({ sellable: -1000, committed: 2000, override: 1000 });
    await test.transactions.write((tx) => release.run(tx, { orderId, reason: 'broken promise', actor: tester }));
    expect(await levelOf(test, at)).toMatchObject({ sellable: 1000, committed: 0, override: 0 });
  });
});
