import type { TestingModule } from '@nestjs/testing';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
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
const [mug, pot] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 1);
  const productId = newId();
  await test.database.insertInto('product').values({ id: productId, handle: 'parts', title: 'Parts', option_names: [] }).execute();
  await test.database.insertInto('variant').values([mug, pot].map((id, position) => ({ id, product_id: productId, sku: `PART-${position}`, option_values: [], position }))).execute();
  await test.database.updateTable('variant').set({ kind: 'bundle' }).where('id', '=', store.variantId).execute();
  await makeOf([[mug, 3]]);
  context = await createTestContext(test, { imports: [PosSyncModule] });
  accept = context.get(AcceptOperationsUseCase);
  book = await context.get(LoadPriceBook, { strict: false }).run('GB');
  await accept.run(store.device, [openShift(store, 1)]);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

async function makeOf(components: [variantId: string, count: number][]): Promise<void> {
  await test.database.deleteFrom('bundle_component').execute();
  await test.database.insertInto('bundle_component').values(components.map(([variant_id, count], position) => ({ bundle_id: store.variantId, variant_id, quantity_milli: count * 1000, position }))).execute();
}
const sold = async (variantId: string) => Number((await test.database.selectFrom('stock_movement').select((rows) => rows.fn.sum('quantity_milli').as('sum')).where('variant_id', '=', variantId).where('to_bucket', '=', 'customer').executeTakeFirstOrThrow()).sum ?? 0);

it('books an offline sale with the recipe it was sold with, though the recipe changed before the till was back, and once', async () => {
  // The till's catalogue said two mugs and a pot; the server says three mugs.
  const recipes = [{ bundleId: store.variantId, components: [{ variantId: mug, quantityMilli: 2000 }, { variantId: pot, quantityMilli: 1000 }] }];
  const sale = cashSale(store, book, { sequence: 2, pieces: 2, payload: { recipes } });
  const [first] = await accept.run(store.device, [sale]);
  expect(first?.code).toBe('stock_override');
  expect([await sold(mug), await sold(pot), await sold(store.variantId)]).toEqual([4000, 2000, 0]);
  await makeOf([[pot, 9]]);
  expect(await accept.run(store.device, [sale])).toEqual([first]);
  expect([await sold(mug), await sold(pot)]).toEqual([4000, 2000]);
  expect(await test.database.selectFrom('sold_recipe').select(['variant_id', 'quantity_milli']).where('order_id', '=', sale.payload.saleId).orderBy('position').execute()).toEqual([{ variant_id: mug, quantity_milli: 2000 }, { variant_id: pot, quantity_milli: 1000 }]);
});

it('refuses no paid sale for its recipes: one that no line sells is left out', async () => {
  const recipes = [{ bundleId: newId(), components: [{ variantId: mug, quantityMilli: 1000 }] }];
  const before = await sold(mug);
  // Another process: this one may know the recipe as it was a moment ago.
  const other = await createTestContext(test, { imports: [PosSyncModule] });
  expect((await other.get(AcceptOperationsUseCase).run(store.device, [cashSale(store, book, { sequence: 3, pieces: 1, payload: { recipes } })]))[0]?.outcome).toBe('applied_with_discrepancy');
  await other.close();
  expect([await sold(mug), await sold(pot)]).toEqual([before, 2000 + 9000]);
});
