import type { DayReport } from '@oneshelf/contracts';
import { journalForCashMovement, journalForOnlineCapture, journalForRefund, journalForShiftDifference, journalForTillSale } from '@oneshelf/domain-payments';
import { type Actor, newId } from '@oneshelf/platform';
import { createTestApp, createTestDatabase, signedIn, type TestDatabase } from '@oneshelf/platform/testing';
import { FulfilStockUseCase, ReserveStockUseCase, ReturnStockUseCase, SellAtCounterUseCase } from '@oneshelf/server-inventory';
import { giveStock } from '@oneshelf/server-inventory/testing';
import { PostJournalUseCase } from '@oneshelf/server-payments';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InsightsHttpModule } from '../insights-http.module';
import { at, type Chain, DAY, openChain, tester } from '../testing';

const gb = { country: 'GB', taxInclusive: true };
const line = (totalMinor: number, taxMinor: number, given: { discountMinor?: number; rate?: number } = {}) => ({ totalMinor, taxMinor, discountMinor: given.discountMinor ?? 0, taxRateBasisPoints: given.rate ?? 2000 });

let test: TestDatabase;
let app: NestFastifyApplication;
let chain: Chain;
let actor: Actor | null;

const staff = (role: 'finance' | 'store_manager' | 'associate', locationId: string | null): Actor => ({ kind: 'staff', id: newId(), name: 'Ines', email: 'ines@fieldhouse.example', locale: 'en', grants: [{ role, locationId }] });
const get = (path: string) => app.inject({ method: 'GET', url: `/api/reports/${path}`, headers: signedIn });
const day = async (query = ''): Promise<DayReport> => (await get(`day?date=${DAY}${query}`)).json<DayReport>();

beforeAll(async () => {
  test = await createTestDatabase();
  chain = await openChain(test);
  app = await createTestApp(test, { imports: [InsightsHttpModule], actor: () => actor });
  await tradeForADay();
}, 60_000);
beforeEach(() => { actor = staff('finance', null); });
afterAll(async () => {
  await app.close();
  await test.drop();
});

/** Two till sales (one with a discount, one at another rate), a return of the first, an online capture, cash and a count. */
async function tradeForADay(): Promise<void> {
  const use = <Value>(token: new (...values: never[]) => Value): Value => app.get(token as never, { strict: false });
  const { soho, leeds, jacket, socks } = chain;
  for (const variantId of [jacket, socks]) await giveStock(test, { locationId: soho, variantId }, 10_000);
  const [first, second, order, orderLine, returned] = [newId(), newId(), newId(), newId(), newId()] as [string, string, string, string, string];
  await test.transactions.write(async (tx) => {
    const post = (entry: Pick<Parameters<PostJournalUseCase['run']>[1], 'causeKind' | 'causeId' | 'channelCode' | 'lines'> & { locationId?: string; currency?: string; businessDate?: string }) =>
      use(PostJournalUseCase).run(tx, { currency: 'GBP', locationId: soho, businessDate: DAY, occurredAt: at('10:00'), ...entry });
    // 60.00 paid by card and cash for a jacket of 72.00 with 12.00 off at 20 % included.
    await post({ causeKind: 'sale', causeId: first, channelCode: 'pos-gb', lines: journalForTillSale({ ...gb, lines: [line(6000, 1000, { discountMinor: 1200 })] }, [{ kind: 'cash', amountMinor: 2000 }, { kind: 'card_present', amountMinor: 4000 }]) });
    // 10.50 cash for socks at 5 %.
    await post({ causeKind: 'sale', causeId: second, channelCode: 'pos-gb', lines: journalForTillSale({ ...gb, lines: [line(1050, 50, { rate: 500 })] }, [{ kind: 'cash', amountMinor: 1050 }]) });
    await post({ causeKind: 'order_captured', causeId: order, channelCode: 'web-gb', locationId: leeds, lines: journalForOnlineCapture({ ...gb, lines: [line(2400, 400)] }) });
    await post({ causeKind: 'refund', causeId: returned, channelCode: 'pos-gb', lines: journalForRefund({ ...gb, lines: [line(6000, 1000, { discountMinor: 1200 })] }, [{ kind: 'card_present', amountMinor: 4000 }, { kind: 'cash', amountMinor: 2000 }]) });
    await post({ causeKind: 'cash_movement', causeId: newId(), channelCode: 'pos-gb', lines: journalForCashMovement(-500) });
    await post({ causeKind: 'shift_difference', causeId: newId(), channelCode: 'pos-gb', lines: journalForShiftDifference(540, 550) });
    // Of other days and books: must not be counted.
    await post({ causeKind: 'sale', causeId: newId(), channelCode: 'pos-gb', businessDate: '2026-11-20', lines: journalForTillSale({ ...gb, lines: [line(99_900, 16_650)] }, [{ kind: 'cash', amountMinor: 99_900 }]) });

    await use(SellAtCounterUseCase).run(tx, { saleId: first, operationId: newId(), locationId: soho, lines: [{ variantId: jacket, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: at('10:00') });
    // 02:30 in London is still the day before: sold yesterday.
    await use(SellAtCounterUseCase).run(tx, { saleId: newId(), operationId: newId(), locationId: soho, lines: [{ variantId: socks, quantityMilli: 1000 }], actor: tester, deviceId: null, occurredAt: at('02:30') });
    await use(SellAtCounterUseCase).run(tx, { saleId: second, operationId: newId(), locationId: soho, lines: [{ variantId: socks, quantityMilli: 2000 }], actor: tester, deviceId: null, occurredAt: '2026-11-22T03:30:00.000Z' });
    await use(ReserveStockUseCase).run(tx, { orderId: order, lines: [{ orderLineId: orderLine, variantId: socks, locationId: soho, quantityMilli: 1000 }], actor: tester, occurredAt: at('09:00') });
    await use(FulfilStockUseCase).run(tx, { orderId: order, locationId: soho, lines: [{ orderLineId: orderLine, quantityMilli: 1000 }], causeId: newId(), actor: tester, occurredAt: at('11:00') });
    await use(ReturnStockUseCase).run(tx, { returnId: returned, locationId: soho, lines: [{ variantId: jacket, quantityMilli: 1000, disposition: 'quarantine' }], actor: tester, occurredAt: at('15:00') });
  });
  await test.database
    .insertInto('shift')
    .values({ id: newId(), register_id: chain.register, location_id: soho, device_id: newId(), opened_by: newId(), opened_by_name: 'Ana', opened_at: at('08:00'), float_minor: 0, currency: 'GBP', business_date: DAY, status: 'closed', closed_at: at('18:00'), closed_by_name: 'Ana', expected_minor: 550, counted_minor: 540, difference_minor: -10 })
    .execute();
}

describe('the day', () => {
  it('adds up out of the journal: two till sales, a return, an online capture', async () => {
    const { books } = await day();
    expect(books).toHaveLength(1);
    expect(books[0]).toEqual({
      currency: 'GBP',
      sales: { count: 3, listMinor: 9000, discountMinor: 1000, netMinor: 8000, taxMinor: 1450, grossMinor: 9450 },
      refunds: { count: 1, listMinor: -6000, discountMinor: -1000, netMinor: -5000, taxMinor: -1000, grossMinor: -6000 },
      net: { listMinor: 3000, discountMinor: 0, netMinor: 3000, taxMinor: 450, grossMinor: 3450 },
      channels: [
        { channelCode: 'pos-gb', channelName: 'POS-GB', saleCount: 2, refundCount: 1, salesGrossMinor: 7050, refundsGrossMinor: -6000, netMinor: 1000, taxMinor: 50, grossMinor: 1050 },
        { channelCode: 'web-gb', channelName: 'WEB-GB', saleCount: 1, refundCount: 0, salesGrossMinor: 2400, refundsGrossMinor: 0, netMinor: 2000, taxMinor: 400, grossMinor: 2400 },
      ],
      tenders: [
        { tender: 'cash', takenMinor: 3050, givenBackMinor: 2000, netMinor: 1050 },
        { tender: 'card', takenMinor: 6400, givenBackMinor: 4000, netMinor: 2400 },
      ],
      roundingMinor: 0,
      taxes: [
        { country: 'GB', rateBasisPoints: 2000, salesMinor: 1400, refundsMinor: -1000, netMinor: 400 },
        { country: 'GB', rateBasisPoints: 500, salesMinor: 50, refundsMinor: 0, netMinor: 50 },
      ],
      trialBalance: {
        accounts: [
          { account: 'CARD_CLEARING', debitMinor: 6400, creditMinor: 4000 },
          { account: 'CASH_DIFFERENCE', debitMinor: 10, creditMinor: 0 },
          { account: 'CASH_DRAWER', debitMinor: 3050, creditMinor: 2510 },
          { account: 'DISCOUNTS', debitMinor: 1000, creditMinor: 1000 },
          { account: 'REVENUE', debitMinor: 6000, creditMinor: 9000 },
          { account: 'SAFE', debitMinor: 500, creditMinor: 0 },
          { account: 'TAX_PAYABLE:GB:2000', debitMinor: 1000, creditMinor: 1400 },
          { account: 'TAX_PAYABLE:GB:500', debitMinor: 0, creditMinor: 50 },
        ],
        debitMinor: 17_960, creditMinor: 17_960, differenceMinor: 0,
      },
    });
  });

  it('[L-20] is a proof: the channels, the tenders and the rates each add up to the whole', async () => {
    const book = (await day()).books[0];
    const sum = <Row>(rows: Row[] | undefined, of: (row: Row) => number) => (rows ?? []).reduce((total, row) => total + of(row), 0);
    expect(sum(book?.channels, (row) => row.grossMinor)).toBe(3450);
    expect(sum(book?.tenders, (row) => row.netMinor)).toBe(3450);
    expect(sum(book?.taxes, (row) => row.netMinor)).toBe(450);
  });

  it('counts units by the store’s own day, from 04:00 to 04:00 in its zone', async () => {
    // A jacket, two socks at 03:30 the next morning and one online; not the socks of 02:30.
    expect((await day()).units).toEqual({ soldMilli: 4000, returnedMilli: 1000 });
  });

  it('shows one store alone', async () => {
    const report = await day(`&location=${chain.leeds}`);
    expect(report.books.map((book) => book.sales.grossMinor)).toEqual([2400]);
    expect(report.units).toEqual({ soldMilli: 0, returnedMilli: 0 });
    expect(report.shifts).toEqual([]);
  });

  it('shows each shift with what its count found', async () => {
    expect((await day()).shifts).toMatchObject([{ locationName: 'Soho', registerName: 'Till 1', status: 'closed', openedByName: 'Ana', saleCount: 0, expectedMinor: 550, countedMinor: 540, differenceMinor: -10 }]);
  });

  it('opens on the business date that is traded: at half past one it is still yesterday', async () => {
    // Only the clock is fixed; timers run on, the database needs them.
    jest.useFakeTimers({ now: new Date('2026-11-22T01:30:00Z'), doNotFake: ['nextTick', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'performance', 'hrtime'] });
    try {
      for (const path of ['day', `day?location=${chain.soho}`]) {
        const report = (await get(path)).json<DayReport>();
        expect([report.date, report.books[0]?.sales.count]).toEqual([DAY, path === 'day' ? 3 : 2]);
      }
      expect((await get('day.csv')).headers['content-disposition']).toBe(`attachment; filename="day-${DAY}.csv"`);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is empty on a day without business', async () => {
    const report = (await get('day?date=2026-01-01')).json<DayReport>();
    expect([report.books, report.shifts, report.units]).toEqual([[], [], { soldMilli: 0, returnedMilli: 0 }]);
  });
});

describe('ISV', () => {
  it('is zero where Amazon shows what it should, and names the listing that lags', async () => {
    // Soho: 10 jackets, 1 sold and back in quarantine: 10 on hand, 9 sellable → 8 to show, 1 held back. Socks: 6 sellable → 5 to show.
    const listing = (variantId: string, sku: string, units: number | null) => ({ id: newId(), channel_code: 'amazon-gb', variant_id: variantId, external_sku: sku, acknowledged_units: units });
    await test.database.insertInto('listing').values([listing(chain.jacket, 'JACKET', 8), listing(chain.socks, 'SOCKS', 8)]).execute();
    const { isv } = await day();
    expect({ ...isv, at: '' }).toEqual({
      at: '', listingCount: 2, alarmCount: 0, medianBasisPoints: 2500,
      worst: [
        { variantId: chain.socks, sku: 'SOCKS', title: 'Ridge jacket, SOCKS', channelCode: 'amazon-gb', eposMilli: 0, amazonMilli: 9000, physicalMilli: 6000, isvBasisPoints: 5000 },
        { variantId: chain.jacket, sku: 'JACKET', title: 'Ridge jacket, JACKET', channelCode: 'amazon-gb', eposMilli: 1000, amazonMilli: 9000, physicalMilli: 10_000, isvBasisPoints: 0 },
      ],
    });
  });
});

describe('the file', () => {
  it('has a number a row, in units of the currency', async () => {
    const answer = await get(`day.csv?date=${DAY}`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="day-${DAY}.csv"`);
    const rows = answer.body.split('\r\n');
    expect(rows[0]).toBe('date,location,section,currency,name,measure,value');
    expect(rows).toContain(`${DAY},,total,GBP,net,gross,34.50`);
    expect(rows).toContain(`${DAY},,total,GBP,refunds,gross,-60.00`);
    expect(rows).toContain(`${DAY},,tender,GBP,cash,given_back,20.00`);
    expect(rows).toContain(`${DAY},,account,GBP,all,difference,0.00`);
    expect(rows).toContain(`${DAY},,units,,,sold,4.000`);
  });
});

describe('who may read it', () => {
  it('lets a store’s manager see that store and no other', async () => {
    actor = staff('store_manager', chain.soho);
    expect((await get(`day?date=${DAY}&location=${chain.soho}`)).statusCode).toBe(200);
    for (const path of [`day?date=${DAY}`, `day?date=${DAY}&location=${chain.leeds}`, `day.csv?date=${DAY}`]) {
      const answer = await get(path);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'not_allowed']);
    }
  });

  it('refuses an associate, nobody, a place that is not there and a date that is none', async () => {
    actor = staff('associate', null);
    expect((await get(`day?date=${DAY}`)).statusCode).toBe(403);
    actor = null;
    expect((await get(`day?date=${DAY}`)).statusCode).toBe(401);
    actor = staff('finance', null);
    expect((await get(`day?date=${DAY}&location=${newId()}`)).json()).toMatchObject({ status: 404, code: 'unknown_location' });
    expect((await get('day?date=21.11.2026')).statusCode).toBe(400);
  });
});
