import * as fc from 'fast-check';
import { move } from '@oneshelf/domain-kernel';
import { change, type Tender } from './change';
import { balanced, type JournalLine } from './journal-line';
import { journalForCashMovement, journalForDeposit, journalForFailedRefund, journalForOnlineCapture, journalForOwedRefund, journalForRefund, journalForShiftDifference, journalForTillSale, type PostedLine, type PostedSale } from './journals';
import { paymentCoverage, type CoveringPayment } from './payment-coverage';
import { paymentTransitions, type PaymentAction, type PaymentStatus } from './payment-transitions';

const line = (totalMinor: number, taxMinor: number, more: Partial<PostedLine> = {}): PostedLine => ({ totalMinor, taxMinor, discountMinor: 0, taxRateBasisPoints: 2000, ...more });
const sale = (lines: PostedLine[], taxInclusive = true): PostedSale => ({ country: 'GB', taxInclusive, lines });
const cash = (amountMinor: number): Tender => ({ kind: 'cash', amountMinor });
const card = (amountMinor: number): Tender => ({ kind: 'card_present', amountMinor });
const book = (journal: JournalLine[]): Record<string, number> => Object.fromEntries(journal.map(({ account, amountMinor }) => [account, amountMinor]));
const sum = (journal: JournalLine[]): number => journal.reduce((total, one) => total + one.amountMinor, 0);

const sales = fc.record({
  taxInclusive: fc.boolean(), country: fc.constantFrom('GB', 'DE'),
  lines: fc.array(fc.record({ totalMinor: fc.nat(100_000), tax: fc.nat(100), discountMinor: fc.nat(5000), taxRateBasisPoints: fc.constantFrom(0, 700, 1900, 2000) }), { maxLength: 8 })
    .map((lines) => lines.map(({ tax, ...one }) => ({ ...one, taxMinor: Math.floor((one.totalMinor * tax) / 100) }))),
});

describe('journals', () => {
  it('PAY-1 [L-20] balance, with one line per account', () => {
    fc.assert(fc.property(sales, fc.nat(100), fc.integer({ min: -4, max: 4 }), (given, share, roundingMinor) => {
      const total = given.lines.reduce((amount, one) => amount + one.totalMinor, 0);
      const onCard = Math.floor((total * share) / 100);
      const journal = journalForTillSale(given, [card(onCard), cash(total - onCard + roundingMinor)], roundingMinor);
      expect(sum(journal)).toBe(0);
      expect(new Set(journal.map(({ account }) => account)).size).toBe(journal.length);
      expect(journal.every(({ amountMinor }) => amountMinor !== 0)).toBe(true);
    }));
    expect(() => balanced([{ account: 'SAFE', amountMinor: 1 }])).toThrow('off by 1');
    expect(() => journalForTillSale(sale([line(1000, 167)]), [cash(999)])).toThrow('must balance');
    expect(() => journalForTillSale(sale([line(-1000, -167)]), [cash(-1000)])).toThrow('at or above zero');
  });

  it('PAY-2 a till sale shows revenue, discount and tax per rate', () => {
    expect(journalForTillSale(sale([line(12_000, 2000, { discountMinor: 1200 })]), [card(10_000), cash(2000)])).toEqual([
      { account: 'CASH_DRAWER', amountMinor: 2000 }, { account: 'CARD_CLEARING', amountMinor: 10_000 }, { account: 'DISCOUNTS', amountMinor: 1000 },
      { account: 'REVENUE', amountMinor: -11_000 }, { account: 'TAX_PAYABLE:GB:2000', amountMinor: -2000 },
    ]);
    expect(book(journalForTillSale(sale([line(1200, 200), line(2100, 100, { taxRateBasisPoints: 500 })]), [cash(3300)]))).toEqual({ CASH_DRAWER: 3300, REVENUE: -3000, 'TAX_PAYABLE:GB:2000': -200, 'TAX_PAYABLE:GB:500': -100 });
    expect(book(journalForTillSale(sale([line(1080, 180, { discountMinor: 100 })], false), [cash(1080)]))).toEqual({ CASH_DRAWER: 1080, DISCOUNTS: 100, REVENUE: -1000, 'TAX_PAYABLE:GB:2000': -180 });
    expect(journalForTillSale(sale([line(0, 0)]), [])).toEqual([]);
  });

  it('PAY-3 [L-47] the rounding of cash has its own line', () => {
    expect(book(journalForTillSale(sale([line(998, 166)]), [cash(1000)], 2))).toEqual({ CASH_DRAWER: 1000, REVENUE: -832, 'TAX_PAYABLE:GB:2000': -166, ROUNDING: -2 });
    expect(book(journalForTillSale(sale([line(1002, 167)]), [cash(1000)], -2))).toMatchObject({ CASH_DRAWER: 1000, ROUNDING: 2 });
  });

  it('PAY-12 [L-38] a refund in cash is rounded on its own: the drawer counts what left it', () => {
    const given = sale([line(998, 166)]);
    const back = journalForRefund(given, [cash(1000)], 2);
    expect(book(back)).toEqual({ CASH_DRAWER: -1000, REVENUE: 832, 'TAX_PAYABLE:GB:2000': 166, ROUNDING: 2 });
    expect(balanced([...journalForTillSale(given, [cash(1000)], 2), ...back])).toEqual([]);
    expect(book(journalForRefund(sale([line(1002, 167)]), [cash(500), card(502)]))).toMatchObject({ CASH_DRAWER: -500, CARD_CLEARING: -502 });
  });

  it('PAY-4 a capture is the sale; money before it is a deposit', () => {
    const given = sale([line(1200, 200)]);
    expect(book(journalForOnlineCapture(given))).toEqual({ CARD_CLEARING: 1200, REVENUE: -1000, 'TAX_PAYABLE:GB:2000': -200 });
    expect(book(journalForOnlineCapture(given, 'marketplace'))).toMatchObject({ MARKETPLACE_CLEARING: 1200 });
    expect(book([...journalForDeposit(1200), ...journalForOnlineCapture(given, 'deposit')].filter(({ account }) => account !== 'CUSTOMER_DEPOSITS'))).toEqual({ CARD_CLEARING: 1200, REVENUE: -1000, 'TAX_PAYABLE:GB:2000': -200 });
    expect(balanced([...journalForDeposit(1200), ...journalForOnlineCapture(given, 'deposit')]).map(({ account }) => account)).not.toContain('CUSTOMER_DEPOSITS');
  });

  it('PAY-5 a refund of everything leaves nothing', () => {
    fc.assert(fc.property(sales, (given) => {
      const tenders = [card(given.lines.reduce((amount, one) => amount + one.totalMinor, 0))];
      expect(balanced([...journalForTillSale(given, tenders), ...journalForRefund(given, tenders)])).toEqual([]);
    }));
    expect(book(journalForRefund(sale([line(6000, 1000, { discountMinor: 600 })]), [cash(6000)]))).toEqual({ CASH_DRAWER: -6000, DISCOUNTS: -500, REVENUE: 5500, 'TAX_PAYABLE:GB:2000': 1000 });
  });

  it('PAY-10 a failed refund is owed, and nothing is owed once it is paid', () => {
    const given = sale([line(6000, 1000)]);
    const returned = [...journalForTillSale(given, [card(6000)]), ...journalForRefund(given, [card(6000)])];
    expect(book(balanced([...returned, ...journalForFailedRefund(6000)]))).toEqual({ CARD_CLEARING: 6000, CUSTOMER_DEPOSITS: -6000 });
    expect(balanced([...returned, ...journalForFailedRefund(6000), ...journalForOwedRefund(6000, 'CARD_CLEARING')])).toEqual([]);
    expect(book(balanced([...returned, ...journalForFailedRefund(6000), ...journalForOwedRefund(6000, 'SAFE')]))).toEqual({ CARD_CLEARING: 6000, SAFE: -6000 });
  });

  it('PAY-6 cash moves to and from the safe, a difference is named', () => {
    expect(book(journalForCashMovement(10_000))).toEqual({ CASH_DRAWER: 10_000, SAFE: -10_000 });
    expect(book(journalForCashMovement(-2500))).toEqual({ CASH_DRAWER: -2500, SAFE: 2500 });
    expect(book(journalForShiftDifference(9500, 10_000))).toEqual({ CASH_DRAWER: -500, CASH_DIFFERENCE: 500 });
    expect(book(journalForShiftDifference(10_001, 10_000))).toEqual({ CASH_DRAWER: 1, CASH_DIFFERENCE: -1 });
    expect(journalForShiftDifference(10_000, 10_000)).toEqual([]);
  });
});

describe('payment states', () => {
  it('PAY-7 lead to captured, cancelled or failed and end there', () => {
    const row: [PaymentStatus, PaymentAction, PaymentStatus][] = [['pending', 'require_action', 'requires_action'], ['requires_action', 'authorise', 'authorised'], ['authorised', 'capture', 'captured'], ['pending', 'capture', 'captured'], ['pending', 'authorise', 'authorised']];
    for (const [from, action, to] of row) expect(move(paymentTransitions, from, action)).toEqual({ ok: true, value: to });
    for (const from of ['pending', 'requires_action', 'authorised'] as const) {
      expect([move(paymentTransitions, from, 'cancel'), move(paymentTransitions, from, 'fail')]).toEqual([{ ok: true, value: 'cancelled' }, { ok: true, value: 'failed' }]);
    }
    for (const end of ['captured', 'cancelled', 'failed'] as const) for (const action of ['require_action', 'authorise', 'capture', 'cancel', 'fail'] as const) expect(move(paymentTransitions, end, action).ok).toBe(false);
  });
});

describe('change', () => {
  it('PAY-8 [L-49] compares integers and comes from cash only', () => {
    expect(change([cash(5000)], 3520)).toEqual({ ok: true, value: { changeMinor: 1480, cashKeptMinor: 3520 } });
    expect(change([card(3000), cash(1000)], 3520)).toEqual({ ok: true, value: { changeMinor: 480, cashKeptMinor: 520 } });
    expect(change([card(3520)], 3520)).toEqual({ ok: true, value: { changeMinor: 0, cashKeptMinor: 0 } });
    expect(change([cash(3519)], 3520)).toEqual({ ok: false, refusal: { kind: 'underpaid', missingMinor: 1 } });
    expect(change([card(4000), cash(100)], 3520)).toEqual({ ok: false, refusal: { kind: 'overpaid_without_cash', excessMinor: 480 } });
    expect(change([], 0)).toEqual({ ok: true, value: { changeMinor: 0, cashKeptMinor: 0 } });
  });
});

describe('paymentCoverage', () => {
  const payment = (status: PaymentStatus, authorisedMinor: number, more: Partial<CoveringPayment> = {}): CoveringPayment => ({ status, authorisedMinor, capturedMinor: 0, refundedMinor: 0, ...more });

  it('PAY-9 counts what is held or taken', () => {
    expect(paymentCoverage(1000, [payment('failed', 1000), payment('authorised', 600), payment('captured', 400, { capturedMinor: 400, refundedMinor: 100 })])).toEqual({ authorisedMinor: 600, capturedMinor: 400, refundedMinor: 100, coverage: 'full' });
    expect(paymentCoverage(1000, [payment('authorised', 999)]).coverage).toBe('partial');
    expect(paymentCoverage(1000, [payment('cancelled', 1000), payment('pending', 1000)]).coverage).toBe('none');
    expect(paymentCoverage(0, []).coverage).toBe('full');
  });
});
