import { invariant, scaleRounded } from '@oneshelf/domain-kernel';
import type { Tender, TenderKind } from './change';
import { balanced, taxAccount, type Account, type JournalLine } from './journal-line';

/** What is posted of a sale: a quote's lines fit as they are; for a part of an order, the sums of its unit shares. */
export interface PostedSale {
  country: string;
  taxInclusive: boolean;
  lines: readonly PostedLine[];
}

export interface PostedLine {
  /** Paid, tax included. */
  totalMinor: number;
  taxMinor: number;
  /** Gross where prices include the tax, else net. */
  discountMinor: number;
  taxRateBasisPoints: number;
}

/**
 * A sale at a till: tenders → revenue at list price net of tax, the discount beside it, tax per rate. Cash is what stays in
 * the drawer (after change). `roundingMinor`: tenders − total where cash is rounded.
 */
export function journalForTillSale(sale: PostedSale, tenders: readonly Tender[], roundingMinor = 0): JournalLine[] {
  return balanced([...debits(tenders), ...sold(sale), { account: 'ROUNDING', amountMinor: 0 - roundingMinor }]);
}

/** A capture at hand-over or dispatch: the sale happens now. `kind`: card_online, marketplace, or deposit that was captured before. */
export const journalForOnlineCapture = (sale: PostedSale, kind: 'card_online' | 'marketplace' | 'deposit' = 'card_online'): JournalLine[] =>
  balanced([{ account: accountOf[kind], amountMinor: sumOf(sale.lines, 'totalMinor') }, ...sold(sale)]);

/** Money taken before anything is handed over: owed to the customer until then. */
export const journalForDeposit = (amountMinor: number, kind: 'card_online' | 'card_present' | 'cash' = 'card_online'): JournalLine[] =>
  balanced([{ account: accountOf[kind], amountMinor }, { account: 'CUSTOMER_DEPOSITS', amountMinor: 0 - amountMinor }]);

/** The sale of what came back, the other way round, at its frozen shares. The tenders are what each payment gives back; `roundingMinor`: tenders − what came back, where cash is rounded. */
export const journalForRefund = (returned: PostedSale, tenders: readonly Tender[], roundingMinor = 0): JournalLine[] =>
  balanced([...debits(tenders), ...sold(returned), { account: 'ROUNDING' as const, amountMinor: 0 - roundingMinor }].map(({ account, amountMinor }) => ({ account, amountMinor: 0 - amountMinor })));

/** A card refund that the provider refused: the money never left, so it is owed to the customer. */
export const journalForFailedRefund = (amountMinor: number): JournalLine[] => journalForDeposit(amountMinor, 'card_present');

/** What was owed after a failed refund goes out: to the card after all, or by hand from the safe. */
export const journalForOwedRefund = (amountMinor: number, from: 'CARD_CLEARING' | 'SAFE'): JournalLine[] =>
  balanced([{ account: 'CUSTOMER_DEPOSITS', amountMinor }, { account: from, amountMinor: 0 - amountMinor }]);

/** Cash into the drawer from the safe (above zero: float, paid in) or out of it (below zero: paid out, dropped). */
export const journalForCashMovement = (amountMinor: number): JournalLine[] =>
  balanced([{ account: 'CASH_DRAWER', amountMinor }, { account: 'SAFE', amountMinor: 0 - amountMinor }]);

/** What a count found against what should be there. Short is a debit of CASH_DIFFERENCE. Equal: no lines, post nothing. */
export const journalForShiftDifference = (countedMinor: number, expectedMinor: number): JournalLine[] =>
  balanced([{ account: 'CASH_DRAWER', amountMinor: countedMinor - expectedMinor }, { account: 'CASH_DIFFERENCE', amountMinor: expectedMinor - countedMinor }]);

const accountOf: Readonly<Record<TenderKind, Account>> = {
  cash: 'CASH_DRAWER', card_online: 'CARD_CLEARING', card_present: 'CARD_CLEARING', external: 'CARD_CLEARING', marketplace: 'MARKETPLACE_CLEARING', deposit: 'CUSTOMER_DEPOSITS',
};

const debits = (tenders: readonly Tender[]): JournalLine[] => tenders.map(({ kind, amountMinor }) => ({ account: accountOf[kind], amountMinor }));

function sold({ country, taxInclusive, lines }: PostedSale): JournalLine[] {
  invariant(lines.every((line) => [line.totalMinor, line.taxMinor, line.discountMinor].every((amount) => Number.isSafeInteger(amount) && amount >= 0)), 'a posted line has amounts at or above zero');
  const rates = [...new Set(lines.map((line) => line.taxRateBasisPoints))];
  const posted = rates.map((rate) => {
    const ofRate = lines.filter((line) => line.taxRateBasisPoints === rate);
    const discount = sumOf(ofRate, 'discountMinor');
    // The discount is shown without tax, as the revenue is: 12.00 off at 20 % included is 10.00.
    const discountNet = taxInclusive ? scaleRounded(discount, { numerator: 10_000, denominator: 10_000 + rate }, 'half_up') : discount;
    return { rate, discountNet, tax: sumOf(ofRate, 'taxMinor'), net: sumOf(ofRate, 'totalMinor') - sumOf(ofRate, 'taxMinor') };
  });
  return posted.flatMap(({ rate, discountNet, tax, net }): JournalLine[] => [
    { account: 'DISCOUNTS', amountMinor: discountNet },
    { account: 'REVENUE', amountMinor: 0 - net - discountNet },
    { account: taxAccount(country, rate), amountMinor: 0 - tax },
  ]);
}

const sumOf = (lines: readonly PostedLine[], amount: 'totalMinor' | 'taxMinor' | 'discountMinor'): number => lines.reduce((total, line) => total + line[amount], 0);
