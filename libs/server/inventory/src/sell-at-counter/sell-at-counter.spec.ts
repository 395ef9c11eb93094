import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';

let test: TestDatabase;
const { sell, takeBack, reserve, adjust } = stockUseCases();
const locationId = newId();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const saleOf = (...lines: { variantId: string; quantityMilli: number }[]) => ({ saleId: newId(), operationId: newId(), locationId, lines, actor: tester, deviceId: newId(), occurredAt: AT });
const stockEvents = async () => (await test.database.selectFrom('outbox_event').selectAll().where('name', '=', 'inventory.stock-changed.v1').execute()).length;

describe('selling at a counter', () => {
  it('takes the units in one statement and remembers the device', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 5000);
    const sale = saleOf({ variantId, quantityMilli: 2000 });
    const { transactions, statements } = countingTransactions(test);
    expect(await transactions.write((tx) => sell.run(tx, sale))).toEqual({ applied: true, overrides: [], elsewhere: [] });
    expect(statements()).toBe(1); // [L-55]
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 3000, override: 0 });
    const [movement] = await test.database.selectFrom('stock_movement').selectAll().where('operation_id', '=', sale.operationId).execute();
    expect(movement).toMatchObject({ from_bucket: 'sellable', to_bucket: 'customer', cause_kind: 'sale', cause_id: sale.saleId, device_id: sale.deviceId });
  });

  it('[L-5] [L-16] the same operation applies once, one after the other and at once', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 9000);
    const sale = saleOf({ variantId, quantityMilli: 2000 }, { variantId, quantityMilli: 1000 });
    const before = await stockEvents();
    const answers = await Promise.all(Array.from({ length: 6 }, () => test.transactions.write((tx) => sell.run(tx, sale))));
    expect(answers.filter((answer) => answer.applied)).toHaveLength(1);
    expect(await test.transactions.write((tx) => sell.run(tx, sale))).toEqual({ applied: false, overrides: [], elsewhere: [] });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 6000 });
    expect(await stockEvents()).toBe(before + 1);
  });

  it('an operation id that comes back with other lines is a bug: it throws and changes nothing', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 9000);
    const sale = saleOf({ variantId, quantityMilli: 1000 });
    await test.transactions.write((tx) => sell.run(tx, sale));
    const other = { ...sale, lines: [...sale.lines, { variantId, quantityMilli: 1000 }] };
    await expect(test.transactions.write((tx) => sell.run(tx, other))).rejects.toThrow('with other entries');
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 8000 });
  });

  it('[L-14] a paid sale posts beyond what is there and names the override; goods that come back shrink it', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 1000);
    expect(await test.transactions.write((tx) => sell.run(tx, saleOf({ variantId, quantityMilli: 3000 })))).toEqual({ applied: true, overrides: [{ variantId, quantityMilli: 2000, brokenPromise: null }], elsewhere: [] });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: -2000, override: 2000 });
    await test.transactions.write((tx) => takeBack.run(tx, { returnId: newId(), locationId, lines: [{ variantId, quantityMilli: 1000, disposition: 'resellable' }], actor: tester, occurredAt: AT }));
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: -1000, override: 1000 });
    await giveStock(test, { variantId, locationId }, 5000);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 4000, override: 0 });
  });

  it('sells what no level knows yet, from two tills at once', async () => {
    const variantId = newId();
    const answers = await Promise.all([1, 2].map(() => test.transactions.write((tx) => sell.run(tx, saleOf({ variantId, quantityMilli: 1000 })))));
    expect(answers.every((answer) => answer.applied)).toBe(true);
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: -2000, override: 2000 });
    expect(await unexplainedLevels(test)).toEqual([]);
  });

  it('nothing is reserved for an order while an override stands', async () => {
    const variantId = newId();
    await test.transactions.write((tx) => sell.run(tx, saleOf({ variantId, quantityMilli: 1000 })));
    const result = await test.transactions.run((tx) => reserve.run(tx, { orderId: newId(), lines: [{ orderLineId: newId(), variantId, locationId, quantityMilli: 1000 }], actor: tester, occurredAt: AT }));
    expect(result).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId, locationId, requestedMilli: 1000, availableMilli: 0 }] } });
  });
});

describe('taking goods back', () => {
  it('each disposition goes to its bucket; the same return twice comes back once', async () => {
    const variantId = newId();
    const back = { returnId: newId(), locationId, actor: tester, occurredAt: AT, lines: (['resellable', 'refurbish', 'quarantine'] as const).map((disposition, index) => ({ variantId, quantityMilli: (index + 1) * 1000, disposition })) };
    expect(await test.transactions.write((tx) => takeBack.run(tx, back))).toEqual({ ok: true, value: { applied: true } });
    expect(await test.transactions.write((tx) => takeBack.run(tx, back))).toEqual({ ok: true, value: { applied: false } });
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 1000, refurbish: 2000, quarantine: 3000 });
  });
});

describe('adjusting', () => {
  const adjustment = (lines: { variantId: string; deltaMilli: number; bucket?: 'damaged' }[], reason = 'recount') => ({ adjustmentId: newId(), locationId, lines, reason, actor: tester, occurredAt: AT });

  it('writes an audit row with its reason, once, and no more than the bucket has', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId }, 3000);
    const lost = adjustment([{ variantId, deltaMilli: -1000 }]);
    await test.transactions.run((tx) => adjust.run(tx, lost));
    await test.transactions.run((tx) => adjust.run(tx, lost));
    expect(await levelOf(test, { variantId, locationId })).toMatchObject({ sellable: 2000 });
    expect(await test.database.selectFrom('audit_entry').select(['action', 'location_id']).where('subject_id', '=', lost.adjustmentId).execute()).toEqual([{ action: 'adjust', location_id: locationId }]);
    const tooMuch = await test.transactions.run((tx) => adjust.run(tx, adjustment([{ variantId, bucket: 'damaged', deltaMilli: -1000 }])));
    expect(tooMuch).toEqual({ ok: false, refusal: { kind: 'insufficient_stock', shortages: [{ variantId, locationId, requestedMilli: 1000, availableMilli: 0 }] } });
  });

  it('refuses an adjustment without a reason or without a change', async () => {
    const variantId = newId();
    expect(await test.transactions.run((tx) => adjust.run(tx, adjustment([{ variantId, deltaMilli: 1000 }], ' ')))).toEqual({ ok: false, refusal: { kind: 'reason_required' } });
    expect(await test.transactions.run((tx) => adjust.run(tx, adjustment([{ variantId, deltaMilli: 0 }])))).toEqual({ ok: false, refusal: { kind: 'nothing_to_adjust' } });
    expect(await levelOf(test, { variantId, locationId })).toBeNull();
  });
});
