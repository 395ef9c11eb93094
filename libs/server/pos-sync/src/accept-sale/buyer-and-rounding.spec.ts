import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LookedUpCode, SalePayload } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from '../accept-operations/accept-operations.use-case';
import { PosSyncHttpModule } from '../pos-sync-http.module';
import { cashSale, closeShift, openShift, openStore, type Store } from '../testing';
import { paidBy, saleRounding } from './sale-rounding';

let test: TestDatabase;
let app: NestFastifyApplication;
let accept: AcceptOperationsUseCase;
let store: Store;
let book: PriceBook;
let actor: Actor;
const [mina, single, batch] = [newId(), newId(), newId()];

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 100);
  actor = store.device;
  // Coins of 0.05 only, though the currency has smaller ones.
  await test.database.updateTable('market').set({ cash_step_minor: 5 }).execute();
  await test.database.updateTable('price').set({ amount_minor: 998 }).execute();
  await test.database.insertInto('customer').values({ id: mina, name: 'Mina Patel', email: 'mina@mail.example', groups: ['Members'], member_code: 'M1001' }).execute();
  const definition = JSON.stringify({ lane: 'basket', priority: 0, channelCodes: [], conditions: [], reward: { kind: 'basket', on: {}, discount: { amountOffMinor: 50 } }, coupon: { codes: [] } });
  await test.database.insertInto('promotion').values({ id: single, code: 'once', name: 'Once', market_code: 'GB', starts_at: '2020-01-01T00:00:00Z', ends_at: '2099-01-01T00:00:00Z', from_release: 1, definition }).execute();
  await test.database.insertInto('coupon_batch').values({ id: batch, promotion_id: single, prefix: '', origin: 'made', size: 1, made_by: 'test' }).execute();
  await test.database.insertInto('coupon_code').values({ code: 'AB2', shown: 'A-B2', promotion_id: single, batch_id: batch }).execute();
  app = await createTestApp(test, { imports: [PosSyncHttpModule], actor: () => actor });
  accept = app.get(AcceptOperationsUseCase, { strict: false });
  book = await app.get(LoadPriceBook, { strict: false }).run('GB');
  await accept.run(store.device, [openShift(store, 1)]);
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

let sequence = 1;
async function sell(more: { basket?: Partial<SalePayload['basket']>; payload?: Partial<SalePayload> }) {
  const sale = cashSale(store, book, { sequence: (sequence += 1), pieces: 1, ...more });
  const [result] = await accept.run(store.device, [sale]);
  const found = await test.database.selectFrom('sale_discrepancy').select(['kind', 'details']).where('sale_id', '=', sale.payload.saleId).execute();
  return { outcome: result?.outcome, found, saleId: sale.payload.saleId, number: sale.payload.receiptNumber };
}
const cash = (amountMinor: number) => ({ paymentId: newId(), kind: 'cash' as const, amountMinor, tenderedMinor: amountMinor });
const bookOf = async (causeId: string) =>
  Object.fromEntries((await test.database.selectFrom('journal_line as l').innerJoin('journal_entry as e', 'e.id', 'l.entry_id').select(['l.account', 'l.amount_minor']).where('e.cause_id', '=', causeId).execute()).map((row) => [row.account, row.amount_minor]));

describe('cash that is rounded', () => {
  it('[L-47] has its own line in the books, and the payment counts what it paid', async () => {
    const { outcome, saleId } = await sell({ payload: { tenders: [cash(1000)], roundingMinor: 2 } });
    expect(outcome).toBe('applied');
    expect(await bookOf(saleId)).toMatchObject({ CASH_DRAWER: 1000, ROUNDING: -2 });
    expect(await test.database.selectFrom('payment').select('captured_minor').where('order_id', '=', saleId).execute()).toEqual([{ captured_minor: 998 }]);
  });

  it('of another amount posts all the same, balances, and a person looks', async () => {
    const { outcome, found, saleId } = await sell({ payload: { tenders: [cash(990)], roundingMinor: -8 } });
    expect(outcome).toBe('applied_with_discrepancy');
    expect(found).toEqual([{ kind: 'tender', details: { kind: 'rounding_differs', tillMinor: -8, expectedMinor: 2 } }]);
    expect(await bookOf(saleId)).toMatchObject({ CASH_DRAWER: 990, ROUNDING: 8 });
    expect((await sell({ payload: { tenders: [cash(998)] } })).outcome).toBe('applied');
  });

  it('[L-47] is of the cash share only, in francs, crowns and where a market says so', () => {
    const card = (amountMinor: number) => ({ paymentId: newId(), kind: 'card_present' as const, amountMinor, tenderedMinor: null });
    const of = (tenders: SalePayload['tenders'], totalMinor: number, stepMinor: number) => saleRounding({ tenders, quote: { totalMinor } as SalePayload['quote'] }, stepMinor);
    expect(of([cash(1000)], 998, 5)).toEqual({ roundingMinor: 2, found: [] });
    expect(of([cash(49_900)], 49_949, 100)).toEqual({ roundingMinor: -49, found: [] });
    expect(of([card(500), cash(500)], 998, 5)).toEqual({ roundingMinor: 2, found: [] });
    expect(of([card(998)], 998, 5)).toEqual({ roundingMinor: 0, found: [] });
    expect(of([cash(0)], 2, 5)).toEqual({ roundingMinor: -2, found: [] });
    expect(of([cash(1000)], 998, 1).found).toHaveLength(1);
    expect(paidBy([card(500), cash(500)], 2).map(({ amountMinor }) => amountMinor)).toEqual([500, 498]);
  });

  it('stands in the report of the shift, whose drawer counts what it got', async () => {
    const [result] = await accept.run(store.device, [closeShift(store, (sequence += 1), 12_988)]);
    expect(result?.report).toMatchObject({ roundingMinor: -6, sales: { count: 3, totalMinor: 2994 }, cash: { floatMinor: 10_000, salesMinor: 2988, expectedMinor: 12_988, differenceMinor: 0 } });
    await accept.run(store.device, [{ ...openShift(store, (sequence += 1)), payload: { ...openShift(store, 1).payload as object, shiftId: newId() } }]);
  });
});

describe('a sale to somebody who is known', () => {
  it('is her order, by name and address', async () => {
    const { outcome, saleId } = await sell({ basket: { buyer: { customerId: mina, customerGroups: ['Members'] } } });
    expect(outcome).toBe('applied');
    expect(await test.database.selectFrom('sales_order').select(['customer_id', 'customer_name', 'customer_email']).where('id', '=', saleId).executeTakeFirst()).toEqual({ customer_id: mina, customer_name: 'Mina Patel', customer_email: 'mina@mail.example' });
  });

  it('with the prices of a group that she is not in posts, and a person looks', async () => {
    expect((await sell({ basket: { buyer: { customerId: mina, customerGroups: ['Members', 'Staff'] } } })).found).toEqual([{ kind: 'buyer', details: { because: 'not_in_group', customerId: mina, customerName: 'Mina Patel', groups: ['Staff'] } }]);
    expect((await sell({ basket: { buyer: { customerGroups: ['Staff'] } } })).found).toMatchObject([{ kind: 'buyer', details: { because: 'groups_without_customer' } }]);
    const nobody = await sell({ basket: { buyer: { customerId: newId() } } });
    expect(nobody.found).toMatchObject([{ kind: 'buyer', details: { because: 'unknown_customer' } }]);
    expect(await test.database.selectFrom('sales_order').select('customer_id').where('id', '=', nobody.saleId).executeTakeFirst()).toEqual({ customer_id: null });
  });
});

describe('a code at a till', () => {
  const lookUp = async (code: string, customerId?: string) => (await app.inject({ method: 'POST', url: '/api/pos/codes/look-up', headers: signedIn, payload: { code, ...(customerId ? { customerId } : {}) } }));

  it('is looked up, taken with the sale, and then says when and where', async () => {
    const free = (await lookUp('a b2', mina)).json<LookedUpCode>();
    expect(free).toMatchObject({ kind: 'coupon', coupon: { code: 'A-B2', promotionId: single, promotionName: 'Once', used: null, usage: { uses: 0, usesOfCustomer: 0 } } });
    const usage = free.coupon?.usage;
    const sold = await sell({ basket: { buyer: { customerId: mina, customerGroups: ['Members'], coupons: [{ code: 'A-B2', promotionId: single }] }, ...(usage ? { promotionUsage: [usage] } : {}) } });
    expect(sold.outcome).toBe('applied');
    expect((await lookUp('A-B2')).json<LookedUpCode>().coupon?.used).toEqual({ at: '2026-11-21T10:00:00.000Z', orderNumber: sold.number, place: 'London Soho' });
  });

  it('may be a member’s card, or nothing that is known', async () => {
    expect((await lookUp('m-1001')).json<LookedUpCode>()).toMatchObject({ kind: 'customer', customer: { id: mina, groups: ['Members'] } });
    expect((await lookUp('5012345678900')).json<LookedUpCode>()).toEqual({ kind: 'unknown', coupon: null, customer: null });
  });

  it('cannot be tried without end', async () => {
    const answers = await Promise.all(Array.from({ length: 62 }, () => lookUp('GUESS')));
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(0);
  });
});
