import type { TestingModule } from '@nestjs/testing';
import { type PriceBook, type Quote, quoteBasket, quoteDifferences } from '@oneshelf/domain-pricing';
import { TillOperation } from '@oneshelf/contracts';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from '../accept-operations/accept-operations.use-case';
import { PosSyncModule } from '../pos-sync.module';
import { cashSale, openShift, openStore, type Store } from '../testing';

let test: TestDatabase;
let context: TestingModule;
let accept: AcceptOperationsUseCase;
let store: Store;
let book: PriceBook;

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 10);
  await test.database.updateTable('variant').set({ is_catch_weight: true, weight_grams: 1200 }).where('id', '=', store.variantId).execute();
  context = await createTestContext(test, { imports: [PosSyncModule] });
  accept = context.get(AcceptOperationsUseCase);
  book = await context.get(LoadPriceBook, { strict: false }).run('GB');
  await accept.run(store.device, [openShift(store, 1)]);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const stock = async () => (await test.database.selectFrom('stock_level').select('sellable_milli').where('variant_id', '=', store.variantId).executeTakeFirstOrThrow()).sellable_milli;

describe('a sale of pieces that were weighed', () => {
  it('PRC-107 is paid by the weight of each piece, takes pieces from stock, and prices again the same', async () => {
    const lines = [1234, 980].map((weightMilli, index) => ({ lineId: `p${index + 1}`, variantId: store.variantId, quantityMilli: 1000, weightMilli }));
    const made = cashSale(store, book, { sequence: 2, pieces: 1, basket: { lines }, payload: { lineTexts: lines.map(({ lineId }) => ({ lineId, sku: 'CHS-1', title: 'Farmhouse cheese' })) } });
    // As it travels: what a contract does not know is lost on the way.
    const sale = TillOperation.parse(JSON.parse(JSON.stringify(made)));
    expect((await accept.run(store.device, [sale])).map(({ outcome }) => outcome)).toEqual(['applied']);
    const order = await test.database.selectFrom('sales_order').select(['id', 'basket', 'quote', 'total_minor']).where('id', '=', made.payload.saleId).executeTakeFirstOrThrow();
    expect(order.total_minor).toBe(1234 + 980);
    const written = await test.database.selectFrom('order_line').select(['quantity_milli', 'fulfilled_milli', 'weight_milli', 'unit', 'list_unit_minor', 'total_minor']).where('order_id', '=', order.id).orderBy('line').execute();
    expect(written).toEqual([1234, 980].map((weight) => ({ quantity_milli: 1000, fulfilled_milli: 1000, weight_milli: weight, unit: 'piece', list_unit_minor: 1000, total_minor: weight })));
    expect(await stock()).toBe(8000);
    const again = quoteBasket(order.basket as never, book);
    expect(again.ok && quoteDifferences(order.quote as unknown as Quote, again.value)).toEqual([]);
  });

  it('PRC-107 is a difference that a person sees where the weight and the money do not agree', async () => {
    const made = cashSale(store, book, { sequence: 3, pieces: 1, basket: { lines: [{ lineId: 'a', variantId: store.variantId, quantityMilli: 1000, weightMilli: 1500 }] } });
    made.payload.basket.lines[0]!.weightMilli = 1000;
    expect(await accept.run(store.device, [made])).toMatchObject([{ outcome: 'applied_with_discrepancy', code: 'price' }]);
    expect(await stock()).toBe(7000);
  });
});
