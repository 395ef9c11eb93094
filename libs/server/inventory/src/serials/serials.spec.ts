import { newId } from '@oneshelf/platform';
import { createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { ReceiveStockUseCase } from '../receive-stock/receive-stock.use-case';
import { AT, countingTransactions, giveStock, levelOf, stockUseCases, tester, unexplainedLevels } from '../testing';
import { SerialFoldRepository } from './serial-fold.repository';

let test: TestDatabase;
const stock = stockUseCases();
const receiveStock = new ReceiveStockUseCase(stock.ledger);
const folds = new SerialFoldRepository();
const [soho, leeds] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  expect(await unexplainedLevels(test)).toEqual([]);
  expect(await test.transactions.write((tx) => folds.differing(tx))).toEqual([]);
});
afterAll(() => test.drop());

const receive = (variantId: string, serials: string[], locationId = soho, receiptId = newId()) =>
  test.transactions.run((tx) => receiveStock.run(tx, { receiptId, locationId, lines: [{ variantId, bucket: 'sellable', quantityMilli: serials.length * 1000, valueMinor: serials.length * 100 + 1, serials }], actor: tester, occurredAt: AT }));
const sell = (variantId: string, serials: string[], locationId = soho, operationId = newId()) =>
  test.transactions.write((tx) => stock.sell.run(tx, { saleId: operationId, operationId, locationId, lines: [{ variantId, quantityMilli: Math.max(1, serials.length) * 1000, serials }], actor: tester, deviceId: null, occurredAt: AT }));
const takeBack = (variantId: string, serials: string[], locationId = soho) =>
  test.transactions.run((tx) => stock.takeBack.run(tx, { returnId: newId(), locationId, lines: [{ variantId, quantityMilli: serials.length * 1000, disposition: 'resellable', serials }], actor: tester, occurredAt: AT }));
const reserved = async (variantId: string) => {
  const order = { orderId: newId(), orderLineId: newId() };
  await test.transactions.run((tx) => stock.reserve.run(tx, { orderId: order.orderId, lines: [{ orderLineId: order.orderLineId, variantId, locationId: soho, quantityMilli: 1000 }], actor: tester, occurredAt: AT }));
  return order;
};
const handOver = ({ orderId, orderLineId }: { orderId: string; orderLineId: string }, serials: string[]) =>
  test.transactions.run((tx) => stock.fulfil.run(tx, { orderId, locationId: soho, lines: [{ orderLineId, quantityMilli: 1000, serials }], causeId: newId(), actor: tester, occurredAt: AT }));
const placeOf = async (variantId: string, serialNumber: string) => {
  const row = await test.database.selectFrom('stock_serial').select(['state', 'location_id', 'cause_kind']).where('variant_id', '=', variantId).where('serial_number', '=', serialNumber).executeTakeFirst();
  return row ? [row.state, row.location_id, row.cause_kind] : null;
};

describe('pieces with a serial number', () => {
  it('INV-90 go where their movements take them: received, kept for an order, handed over, returned elsewhere', async () => {
    const variantId = newId();
    expect(await receive(variantId, ['A1', 'A2', 'A3'])).toEqual({ ok: true, value: { applied: true } });
    const order = await reserved(variantId);
    expect(await placeOf(variantId, 'A1')).toEqual(['shelf', soho, 'receipt']);
    expect(await handOver(order, ['A2'])).toEqual({ ok: true, value: null });
    expect(await placeOf(variantId, 'A2')).toEqual(['customer', soho, 'fulfilment']);
    expect(await takeBack(variantId, ['A2'], leeds)).toEqual({ ok: true, value: { applied: true } });
    expect(await placeOf(variantId, 'A2')).toEqual(['shelf', leeds, 'return']);
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 2000, committed: 0 });
    const values = await test.database.selectFrom('stock_receipt_value').select('value_minor').where('variant_id', '=', variantId).execute();
    expect(values.map((row) => row.value_minor).sort()).toEqual([100, 100, 101]); // the parts come to the whole
  });

  it('INV-91 a guarded move of a piece that is elsewhere is refused whole, with where it is', async () => {
    const variantId = newId();
    await receive(variantId, ['B1'], leeds);
    await receive(variantId, ['B2']);
    const order = await reserved(variantId);
    expect(await handOver(order, ['B1'])).toMatchObject({ ok: false, refusal: { kind: 'serial_elsewhere', serials: [{ serialNumber: 'B1', locationId: soho, believed: { state: 'shelf', locationId: leeds, causeKind: 'receipt' } }] } });
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ committed: 1000 });
    expect(await takeBack(variantId, ['B2'])).toMatchObject({ ok: false, refusal: { kind: 'serial_elsewhere', serials: [{ believed: { state: 'shelf' } }] } });
  });

  it('INV-92 a piece comes once; a receipt that is sent again changes nothing', async () => {
    const [variantId, receiptId] = [newId(), newId()];
    await receive(variantId, ['C1', 'C2'], soho, receiptId);
    expect(await receive(variantId, ['C1', 'C2'], soho, receiptId)).toEqual({ ok: true, value: { applied: false } });
    expect(await receive(variantId, ['C3', 'C1'])).toMatchObject({ ok: false, refusal: { serials: [{ serialNumber: 'C1' }] } });
    expect(await placeOf(variantId, 'C3')).toBeNull();
    expect(await levelOf(test, { variantId, locationId: soho })).toMatchObject({ sellable: 2000 });
  });

  it('INV-93 an unknown piece leaves only where pieces without a serial lie', async () => {
    const variantId = newId();
    await receive(variantId, ['D1']);
    await giveStock(test, { variantId, locationId: soho }, 1000);
    const [first, second] = [await reserved(variantId), await reserved(variantId)];
    expect(await handOver(first, ['OLD-1'])).toEqual({ ok: true, value: null });
    expect(await handOver(second, ['OLD-2'])).toMatchObject({ ok: false, refusal: { serials: [{ serialNumber: 'OLD-2', believed: null }] } });
    expect(await handOver(second, ['D1'])).toEqual({ ok: true, value: null });
  });

  it('INV-98 a paid sale posts whatever is believed, and says where the piece was believed to be', async () => {
    const variantId = newId();
    await receive(variantId, ['E1'], leeds);
    await receive(variantId, ['E2']);
    expect(await sell(variantId, ['E2'])).toMatchObject({ applied: true, overrides: [], elsewhere: [] });
    await receive(variantId, ['E3']);
    expect(await sell(variantId, ['E1'])).toMatchObject({ applied: true, elsewhere: [{ serialNumber: 'E1', believed: { state: 'shelf', locationId: leeds } }] });
    expect(await placeOf(variantId, 'E1')).toEqual(['customer', soho, 'sale']);
    const again = newId();
    expect(await sell(variantId, ['E1'], soho, again)).toMatchObject({ applied: true, elsewhere: [{ serialNumber: 'E1', believed: { state: 'customer' } }] });
    expect(await sell(variantId, ['E1'], soho, again)).toEqual({ applied: false, overrides: [], elsewhere: [] });
  });

  it('INV-91 race: two hand-overs and a sale of one piece at once: one has it, the others are told', async () => {
    const variantId = newId();
    await receive(variantId, ['F1', 'F2', 'F3']);
    const orders = [await reserved(variantId), await reserved(variantId)];
    const results = await Promise.all([handOver(orders[0] as (typeof orders)[0], ['F1']), handOver(orders[1] as (typeof orders)[0], ['F1']), sell(variantId, ['F1'])]);
    const [first, second, sale] = results;
    const had = [first.ok, second.ok, sale.elsewhere.length === 0].filter(Boolean);
    expect(had).toHaveLength(1);
    const moves = await test.database.selectFrom('stock_movement').select('id').where('variant_id', '=', variantId).where('serial_number', '=', 'F1').where('to_bucket', '=', 'customer').execute();
    expect(moves).toHaveLength(1 + (sale.elsewhere.length > 0 ? 1 : 0));
  });

  it('INV-92 race: a piece that two receipts bring at once comes once', async () => {
    const variantId = newId();
    const results = await Promise.all([receive(variantId, ['G1']), receive(variantId, ['G1'], leeds), receive(variantId, ['G1'])]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await test.database.selectFrom('stock_movement').select('id').where('variant_id', '=', variantId).execute()).toHaveLength(1);
  });

  it('an operation without serials costs one statement, as ever', async () => {
    const variantId = newId();
    await giveStock(test, { variantId, locationId: soho }, 5000);
    const { transactions, statements } = countingTransactions(test);
    await transactions.write((tx) => stock.sell.run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: AT }));
    expect(statements()).toBe(1); // [L-55]
  });

  it('INV-99 where pieces are is made again from their movements', async () => {
    const variantId = newId();
    await receive(variantId, ['H1', 'H2', 'H3']);
    await sell(variantId, ['H2']);
    await takeBack(variantId, ['H2'], leeds);
    const read = () => test.database.selectFrom('stock_serial').selectAll().where('variant_id', '=', variantId).orderBy('serial_number').execute();
    const before = await read();
    await test.database.updateTable('stock_serial').set({ location_id: soho }).where('variant_id', '=', variantId).where('serial_number', '=', 'H2').execute();
    await test.database.deleteFrom('stock_serial').where('variant_id', '=', variantId).where('serial_number', '=', 'H1').execute();
    const differing = await test.transactions.write((tx) => folds.differing(tx));
    expect(differing.map(({ serialNumber, shown, explained }) => [serialNumber, shown, explained])).toEqual([['H1', null, `shelf ${soho}`], ['H2', `shelf ${soho}`, `shelf ${leeds}`]]);
    expect(await test.transactions.write((tx) => folds.repair(tx, differing))).toBe(2);
    expect(await read()).toEqual(before);
  });
});
