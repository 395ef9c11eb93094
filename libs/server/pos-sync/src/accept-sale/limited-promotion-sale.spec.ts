import type { TestingModule } from '@nestjs/testing';
import { newId } from '@oneshelf/platform';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook, RebuildPromotionCountersUseCase } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from '../accept-operations/accept-operations.use-case';
import { PosSyncModule } from '../pos-sync.module';
import { cashSale, openShift, openStore, type Store } from '../testing';

let test: TestDatabase;
let context: TestingModule;
let accept: AcceptOperationsUseCase;
let store: Store;
let book: PriceBook;
const [limited, single] = [newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 100);
  const open = { market_code: 'GB', starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 1 };
  const offer = (lane: string, reward: object, more: object) => JSON.stringify({ lane, priority: 0, channelCodes: [], conditions: [], reward, ...more });
  await test.database.insertInto('promotion').values([
    { ...open, id: limited, code: 'two', name: 'Twice', definition: offer('item', { kind: 'lines', per: 'unit', on: {}, discount: { amountOffMinor: 100 } }, { limits: { uses: 2, budgetMinor: 350 } }) },
    { ...open, id: single, code: 'once', name: 'Once', definition: offer('basket', { kind: 'basket', on: {}, discount: { amountOffMinor: 50 } }, { coupon: { codes: [] } }) },
  ]).execute();
  await test.database.insertInto('coupon_batch').values({ id: limited, promotion_id: single, prefix: '', origin: 'made', size: 1, made_by: 'test' }).execute();
  await test.database.insertInto('coupon_code').values({ code: 'AB2', shown: 'A-B2', promotion_id: single, batch_id: limited }).execute();
  context = await createTestContext(test, { imports: [PosSyncModule] });
  accept = context.get(AcceptOperationsUseCase);
  book = await context.get(LoadPriceBook, { strict: false }).run('GB');
  await accept.run(store.device, [openShift(store, 1)]);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

const sell = async (sequence: number, more: { pieces: number; coupons?: { code: string; promotionId?: string }[] }) => {
  const sale = cashSale(store, book, { sequence, ...more });
  const [result] = await accept.run(store.device, [sale]);
  const found = await test.database.selectFrom('sale_discrepancy').select(['kind', 'details']).where('sale_id', '=', sale.payload.saleId).orderBy('id').execute();
  return { result: result?.outcome, found, sale };
};

it('a paid sale with a limited promotion posts and is counted once, however often it is sent; an overrun is named with how many', async () => {
  const first = await sell(2, { pieces: 1 });
  expect([first.result, first.found]).toEqual(['applied', []]);
  await accept.run(store.device, [first.sale]);
  expect((await sell(3, { pieces: 2 })).result).toBe('applied');
  const third = await sell(4, { pieces: 1 });
  expect(third.result).toBe('applied_with_discrepancy');
  // 3 of 2 uses; 4.00 of 3.50.
  expect(third.found).toEqual([
    { kind: 'promotion_overrun', details: { promotionId: limited, name: 'Twice', limit: 'uses', code: null, by: 1 } },
    { kind: 'promotion_overrun', details: { promotionId: limited, name: 'Twice', limit: 'budget', code: null, by: 50 } },
  ]);
  expect(await test.database.selectFrom('promotion_counter').select(['uses', 'spent_minor']).execute()).toEqual([{ uses: 3, spent_minor: 400 }]);
  expect(await context.get(RebuildPromotionCountersUseCase, { strict: false }).run()).toEqual([]);
});

it('a single-use code that two tills took posts twice, and the second is named', async () => {
  const coupons = [{ code: 'a-b2', promotionId: single }];
  const kinds = async (sequence: number) => (await sell(sequence, { pieces: 1, coupons })).found.map(({ details }) => details).filter((details) => (details as { promotionId: string }).promotionId === single);
  expect(await kinds(5)).toEqual([]);
  expect(await kinds(6)).toEqual([{ promotionId: single, name: 'Once', limit: 'single_use_code', code: 'AB2', by: 1 }]);
  expect(await test.database.selectFrom('promotion_use').select(['code', 'amount_minor']).where('promotion_id', '=', single).execute()).toEqual([{ code: 'AB2', amount_minor: 50 }, { code: 'AB2', amount_minor: 50 }]);
});

it('counters that lost their way are folded again from the rows', async () => {
  await test.database.updateTable('promotion_counter').set({ uses: 77, spent_minor: 1 }).where('promotion_id', '=', limited).execute();
  await test.database.deleteFrom('promotion_counter').where('promotion_id', '=', single).execute();
  const rebuild = context.get(RebuildPromotionCountersUseCase, { strict: false });
  const found = await rebuild.run();
  expect(found.find(({ promotionId }) => promotionId === limited)).toMatchObject({ counted: { uses: 77, spentMinor: 1 }, rows: { uses: 5, spentMinor: 600 } });
  expect(found.find(({ promotionId }) => promotionId === single)).toMatchObject({ counted: null, rows: { uses: 2, spentMinor: 100 } });
  expect(await rebuild.run()).toEqual([]);
});
