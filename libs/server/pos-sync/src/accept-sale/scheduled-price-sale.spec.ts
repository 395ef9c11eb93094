import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from '../accept-operations/accept-operations.use-case';
import { PosSyncModule } from '../pos-sync.module';
import { cashSale, openShift, openStore, type Store } from '../testing';

let test: TestDatabase;
let context: TestingModule;
let store: Store;

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 10);
  context = await createTestContext(test, { imports: [PosSyncModule] });
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

it('posts a sale that an offline till made after the turn, without a discrepancy, also when the server made the prices live meanwhile', async () => {
  const accept = context.get(AcceptOperationsUseCase);
  const { id: book_id } = await test.database.selectFrom('price_book').select('id').executeTakeFirstOrThrow();
  const release = (number: number) => test.database.insertInto('price_release').values({ market_code: 'GB', number, cause: 'test', released_by: 'test' }).execute();
  // The sale of the test is at 10:00 on 21 November 2026: the store has turned at its midnight.
  await release(2);
  await test.database.insertInto('price_coming').values({ version_id: newId(), book_id, variant_id: store.variantId, amount_minor: 700, starts_at: '2026-11-21T00:00:00Z', starts_local: '2026-11-21T00:00', time_zone: 'Europe/London', from_release: 2 }).execute();
  const kept = await context.get(LoadPriceBook, { strict: false }).run('GB');
  const sales = [2, 3].map((sequence) => cashSale(store, kept, { sequence, pieces: 2 }));
  expect(sales.map(({ payload }) => payload.quote.totalMinor)).toEqual([1400, 1400]);
  await accept.run(store.device, [openShift(store, 1)]);
  expect(await accept.run(store.device, [sales[0]])).toMatchObject([{ outcome: 'applied', code: null }]);
  await release(3);
  await test.database.updateTable('price_coming').set({ to_release: 3 }).execute();
  await test.database.updateTable('price').set({ to_release: 3 }).execute();
  await test.database.insertInto('price').values({ book_id, variant_id: store.variantId, from_release: 3, amount_minor: 700 }).execute();
  expect(await accept.run(store.device, [sales[1]])).toMatchObject([{ outcome: 'applied', code: null }]);
  expect(await test.database.selectFrom('sale_discrepancy').selectAll().execute()).toEqual([]);
});
