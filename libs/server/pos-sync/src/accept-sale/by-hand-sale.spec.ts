import type { TestingModule } from '@nestjs/testing';
import type { SalePayload } from '@oneshelf/contracts';
import type { PriceBook } from '@oneshelf/domain-pricing';
import { newId } from '@oneshelf/platform';
import { createTestContext, createTestDatabase, type TestDatabase } from '@oneshelf/platform/testing';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { AcceptOperationsUseCase } from '../accept-operations/accept-operations.use-case';
import { PosSyncModule } from '../pos-sync.module';
import { cashSale, openShift, openStore, SOLD_AT, type Store } from '../testing';

let test: TestDatabase;
let context: TestingModule;
let accept: AcceptOperationsUseCase;
let store: Store;
let book: PriceBook;
const [sam, ana] = [{ id: newId(), name: 'Sam Lowe' }, { id: newId(), name: 'Ana Reis' }];

beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore(test, 100);
  for (const [person, role] of [[sam, 'associate'], [ana, 'store_manager']] as const) {
    await test.database.insertInto('staff_user').values({ ...person, email: `${person.id}@example.com`, pin_salt: '00', pin_hash: '00' }).execute();
    await test.database.insertInto('staff_role').values({ id: newId(), user_id: person.id, role, location_id: store.locationId }).execute();
  }
  context = await createTestContext(test, { imports: [PosSyncModule] });
  accept = context.get(AcceptOperationsUseCase);
  book = await context.get(LoadPriceBook, { strict: false }).run('GB');
  await accept.run(store.device, [openShift(store, 1)]);
});
afterAll(async () => {
  await context.close();
  await test.drop();
});

type Act = SalePayload['handActs'][number];
const act = (target: Act['target'], more: Partial<Act> = {}): Act => ({ target, givenBy: sam, approvedBy: null, reason: 'damaged', note: '', isBelowCost: false, at: SOLD_AT, ...more });
const percentOff = (percentBasisPoints: number): Partial<SalePayload['basket']> => ({ manualDiscounts: [{ discountId: 'd', discount: { percentBasisPoints }, reason: 'Damaged', by: 'Sam Lowe' }] });
const priced = (unitMinor: number): Partial<SalePayload['basket']> => ({ lines: [{ lineId: 'a', variantId: store.variantId, quantityMilli: 1000, override: { unitMinor, reason: 'Price match', by: 'Sam Lowe' } }] });

let sequence = 1;
/** The outcome of a sale with something by hand, and why a person has to look. */
async function sell(basket: Partial<SalePayload['basket']>, handActs: Act[]) {
  sequence += 1;
  const sale = cashSale(store, book, { sequence, pieces: 1, basket, payload: { handActs } });
  const [result] = await accept.run(store.device, [sale]);
  const found = await test.database.selectFrom('sale_discrepancy').select(['kind', 'details']).where('sale_id', '=', sale.payload.saleId).execute();
  return { outcome: result?.outcome, found, sale, saleId: sale.payload.saleId };
}

describe('a sale with something by hand', () => {
  it('posts as it was paid, prices again the same, and says in the history who, how much and why', async () => {
    const { outcome, saleId, sale } = await sell(percentOff(1000), [act({ kind: 'discount', discountId: 'd' }, { note: 'lid scratched' })]);
    expect(outcome).toBe('applied');
    expect(sale.payload.quote).toMatchObject({ totalMinor: 900, manualDiscounts: [{ amountMinor: 100, by: 'Sam Lowe' }] });
    const order = await test.database.selectFrom('sales_order').select(['total_minor', 'discount_minor']).where('id', '=', saleId).executeTakeFirst();
    expect(order).toEqual({ total_minor: 900, discount_minor: 100 });
    const journal = await test.database.selectFrom('journal_line as l').innerJoin('journal_entry as e', 'e.id', 'l.entry_id').select(['l.account', 'l.amount_minor']).where('e.cause_id', '=', saleId).where('l.account', 'in', ['CASH_DRAWER', 'DISCOUNTS']).orderBy('l.account').execute();
    expect(journal).toEqual([{ account: 'CASH_DRAWER', amount_minor: 900 }, { account: 'DISCOUNTS', amount_minor: 83 }]);
    const audit = await test.database.selectFrom('audit_entry').select(['action', 'after']).where('subject_id', '=', saleId).execute();
    expect(audit).toEqual([{ action: 'discount_by_hand', after: expect.objectContaining({ amountMinor: 100, reason: 'damaged', note: 'lid scratched', givenBy: sam, approvedBy: null, receiptNumber: sale.payload.receiptNumber }) as unknown }]);
  });

  it('beyond the limit posts all the same and becomes a task, unless somebody approved it who may', async () => {
    const beyond = await sell(percentOff(1500), [act({ kind: 'discount', discountId: 'd' })]);
    expect(beyond.outcome).toBe('applied_with_discrepancy');
    expect(beyond.found).toEqual([{ kind: 'by_hand', details: [{ because: 'discount_too_high', takenMinor: 150, allowedMinor: 100, givenBy: 'Sam Lowe', approvedBy: null, reason: 'damaged', note: '', sku: null }] }]);
    expect((await sell(percentOff(1500), [act({ kind: 'discount', discountId: 'd' }, { approvedBy: ana })])).outcome).toBe('applied');
    const tooMuch = await sell(percentOff(3500), [act({ kind: 'discount', discountId: 'd' }, { approvedBy: ana })]);
    expect(tooMuch.found).toMatchObject([{ kind: 'by_hand', details: [{ takenMinor: 350, allowedMinor: 300, approvedBy: 'Ana Reis' }] }]);
  });

  it('a price by hand needs the right to set prices', async () => {
    expect((await sell(priced(900), [act({ kind: 'price', lineId: 'a' })])).found).toMatchObject([{ kind: 'by_hand', details: [{ because: 'sets_no_prices', takenMinor: 100, sku: 'HAT-1' }] }]);
    expect((await sell(priced(500), [act({ kind: 'price', lineId: 'a' }, { givenBy: ana })])).outcome).toBe('applied');
    expect((await sell(priced(499), [act({ kind: 'price', lineId: 'a' }, { approvedBy: ana })])).found).toMatchObject([{ details: [{ because: 'price_too_low', takenMinor: 501, allowedMinor: 500 }] }]);
  });

  it('cannot hide an act by not naming who did it, or by naming somebody of another store', async () => {
    expect((await sell(percentOff(100), [])).found).toMatchObject([{ kind: 'by_hand', details: [{ takenMinor: 10, allowedMinor: 0, givenBy: null }] }]);
    expect((await sell(percentOff(100), [act({ kind: 'discount', discountId: 'd' }, { givenBy: { id: newId(), name: 'Nobody' } })])).found).toMatchObject([{ details: [{ allowedMinor: 0 }] }]);
  });

  it('given away posts without a tender', async () => {
    const all = cashSale(store, book, { sequence: (sequence += 1), pieces: 1, basket: percentOff(10_000), payload: { tenders: [], handActs: [act({ kind: 'discount', discountId: 'd' })] } });
    const [result] = await accept.run(store.device, [all]);
    expect(result?.outcome).toBe('applied_with_discrepancy');
    expect(await test.database.selectFrom('payment').select('id').where('order_id', '=', all.payload.saleId).execute()).toEqual([]);
  });
});
