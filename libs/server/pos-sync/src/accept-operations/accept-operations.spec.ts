import type { TestingModule } from '@nestjs/testing';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { PosSyncModule } from '../pos-sync.module';
import { cashSale, closeShift, openShift, openStore, type Store } from '../testing';
import { AcceptOperationsUseCase } from './accept-operations.use-case';

let test: TestDatabase;
let context: TestingModule;
let accept: AcceptOperationsUseCase;
let store: Store;
let book: PriceBook;

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 10);
  context = await createTestContext(test, { imports: [PosSyncModule] });
  accept = context.get(AcceptOperationsUseCase);
  book = await context.get(LoadPriceBook, { strict: false }).run('GB');
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const sellable = async () => (await test.database.selectFrom('stock_level').select('sellable_milli').executeTakeFirstOrThrow()).sellable_milli;
const count = async (table: 'sales_order' | 'till_sale' | 'payment' | 'journal_entry' | 'sale_discrepancy') =>
  (await test.database.selectFrom(table).select((rows) => rows.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
const outcomes = async (...operations: unknown[]) => (await accept.run(store.device, operations)).map(({ outcome, code }) => ({ outcome, code }));
const applied = { outcome: 'applied', code: null };

describe('what a till did', () => {
  it('[L-17] opens a shift and books a sale: order, tender, stock and journal together, while the shift is open', async () => {
    expect(await outcomes(openShift(store, 1), cashSale(store, book, { sequence: 2, pieces: 2 }))).toEqual([applied, applied]);
    expect(await sellable()).toBe(8000);
    const lines = await test.database.selectFrom('journal_line').select(['account', 'amount_minor']).orderBy('account').execute();
    expect(lines).toEqual([{ account: 'CASH_DRAWER', amount_minor: 2000 }, { account: 'REVENUE', amount_minor: -1667 }, { account: 'TAX_PAYABLE:GB:2000', amount_minor: -333 }]);
  });

  it('[L-4] [L-5] [L-8] [L-16] a sale that is sent eight times at once is booked once, and each sender gets the first result', async () => {
    const before = { orders: await count('sales_order'), stock: await sellable() };
    const sale = cashSale(store, book, { sequence: 3, pieces: 1 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => outcomes(sale)));
    expect(answers).toEqual(Array(8).fill([applied]));
    expect({ orders: await count('sales_order'), stock: await sellable() }).toEqual({ orders: before.orders + 1, stock: before.stock - 1000 });
    expect(await count('payment')).toBe(await count('sales_order'));
    expect(await count('journal_entry')).toBe(await count('sales_order'));
  });

  it('[L-19] a sale that arrives hours later stands in the ledger at the time when it was made', async () => {
    const sale = cashSale(store, book, { sequence: 3, pieces: 1 });
    const movement = await test.database.selectFrom('stock_movement').select(['occurred_at', 'recorded_at']).where('cause_kind', '=', 'sale').orderBy('recorded_at').executeTakeFirstOrThrow();
    expect(movement.occurred_at.toISOString()).toBe(sale.payload.soldAt);
    expect(movement.recorded_at.getTime()).not.toBe(movement.occurred_at.getTime());
  });

  it('[L-12] an operation that cannot be read is kept and does not hold up the one behind it', async () => {
    const good = cashSale(store, book, { sequence: 5, pieces: 1 });
    const broken = { ...cashSale(store, book, { sequence: 4, pieces: 1 }), payload: { saleId: 'not an id' } };
    expect(await outcomes('rubbish', broken, good)).toEqual([{ outcome: 'refused', code: 'unreadable_operation' }, { outcome: 'refused', code: 'invalid_operation' }, applied]);
    const kept = await test.database.selectFrom('device_operation').select(['payload', 'outcome']).where('id', '=', broken.id).executeTakeFirst();
    expect(kept).toEqual({ payload: { saleId: 'not an id' }, outcome: 'refused' });
  });

  it('a price that the server does not find again posts as it was paid, and a person sees it', async () => {
    const sale = cashSale(store, book, { sequence: 6, pieces: 1 });
    const quote = { ...sale.payload.quote, bookVersion: 'GB:99' };
    expect(await outcomes({ ...sale, payload: { ...sale.payload, quote } })).toEqual([{ outcome: 'applied_with_discrepancy', code: 'unknown_book' }]);
    const found = await test.database.selectFrom('sale_discrepancy').select(['kind', 'details']).where('sale_id', '=', sale.payload.saleId).execute();
    expect(found).toEqual([{ kind: 'unknown_book', details: { bookVersion: 'GB:99' } }]);
  });

  it('[L-6] a receipt number that comes twice books both sales', async () => {
    const [first, second] = [cashSale(store, book, { sequence: 7, pieces: 1 }), cashSale(store, book, { sequence: 7, pieces: 1 })];
    expect(await outcomes(first, second)).toEqual([applied, { outcome: 'applied_with_discrepancy', code: 'sequence_reused' }]);
    const kinds = await test.database.selectFrom('sale_discrepancy').select('kind').where('sale_id', '=', second.payload.saleId).orderBy('kind').execute();
    expect(kinds.map((row) => row.kind)).toEqual(['receipt_number_reused', 'sequence_reused']);
    expect(await count('till_sale')).toBe(await count('sales_order'));
  });

  it('a customer who holds the last unit is not refused: the level says what was sold beyond it', async () => {
    const left = (await sellable()) / 1000;
    expect(await outcomes(cashSale(store, book, { sequence: 8, pieces: left + 2 }))).toEqual([{ outcome: 'applied_with_discrepancy', code: 'stock_override' }]);
    expect(await test.database.selectFrom('stock_level').select(['sellable_milli', 'override_milli']).executeTakeFirst()).toEqual({ sellable_milli: -2000, override_milli: 2000 });
  });

  it('[L-20] the Z report is the fold of the shift: what was sold, what should be in the drawer, what is', async () => {
    const sold = await test.database.selectFrom('till_sale').select((rows) => [rows.fn.countAll<number>().as('n'), rows.fn.sum<number>('total_minor').as('total')]).executeTakeFirstOrThrow();
    const [answer] = await accept.run(store.device, [closeShift(store, 9, 10_000 + sold.total - 50)]);
    expect(answer?.report?.sales).toMatchObject({ count: sold.n, totalMinor: sold.total });
    expect(answer?.report?.cash).toEqual({ floatMinor: 10_000, salesMinor: sold.total, refundsMinor: 0, movementsMinor: 0, expectedMinor: 10_000 + sold.total, countedMinor: 9_950 + sold.total, differenceMinor: -50 });
    expect(await outcomes(closeShift(store, 10, 0))).toEqual([{ outcome: 'refused', code: 'shift_not_open' }]);
    const journal = await test.database.selectFrom('journal_line').select((lines) => lines.fn.sum<number>('amount_minor').as('total')).executeTakeFirst();
    expect(journal?.total).toBe(0);
  });
});
