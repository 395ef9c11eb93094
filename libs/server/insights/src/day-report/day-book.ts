import type { DayBook } from '@oneshelf/contracts';
import { invariant } from '@oneshelf/domain-kernel';
import type { EntryCount, JournalSum } from '@oneshelf/server-payments';

/** Entries that sell, and entries that give money back; the rest moves money between our own places. */
const SALES = ['sale', 'order_captured'];
const REFUNDS = ['refund', 'refund_failed', 'refund_paid'];

const TENDER_OF: Record<string, DayBook['tenders'][number]['tender']> = { CASH_DRAWER: 'cash', CARD_CLEARING: 'card', MARKETPLACE_CLEARING: 'marketplace', CUSTOMER_DEPOSITS: 'deposit' };
const TENDERS = ['cash', 'card', 'marketplace', 'deposit'] as const;

type Totals = DayBook['net'];

/**
 * One currency's day out of its journal sums, with nothing added from elsewhere: each amount is a sum of journal lines.
 * REVENUE is at list price, DISCOUNTS stands beside it, both without tax; a refund posts the same the other way round.
 */
export function dayBook(currency: string, journal: { sums: readonly JournalSum[]; entries: readonly EntryCount[] }, channelName: (code: string) => string): DayBook {
  const sums = journal.sums.filter((sum) => sum.currency === currency);
  const entries = journal.entries.filter((entry) => entry.currency === currency);
  const of = (causes: readonly string[]) => sums.filter((sum) => causes.includes(sum.causeKind));
  const count = (causes: readonly string[]) => entries.filter((entry) => causes.includes(entry.causeKind)).reduce((total, entry) => total + entry.count, 0);
  return {
    currency,
    sales: { ...totals(of(SALES)), count: count(SALES) },
    refunds: { ...totals(of(REFUNDS)), count: count(['refund']) },
    net: totals(of([...SALES, ...REFUNDS])),
    channels: channels(sums, entries, channelName),
    tenders: tenders(sums),
    // Tenders = gross + rounding, and the journal holds rounding as a credit.
    roundingMinor: -add(of([...SALES, ...REFUNDS]).filter((sum) => sum.account === 'ROUNDING')) + 0,
    taxes: taxes(sums),
    trialBalance: trialBalance(sums),
  };
}

function totals(sums: readonly JournalSum[]): Totals {
  const listMinor = 0 - add(sums.filter((sum) => sum.account === 'REVENUE'));
  const discountMinor = add(sums.filter((sum) => sum.account === 'DISCOUNTS'));
  const taxMinor = 0 - add(sums.filter((sum) => sum.account.startsWith('TAX_PAYABLE')));
  const netMinor = listMinor - discountMinor;
  return { listMinor, discountMinor, netMinor, taxMinor, grossMinor: netMinor + taxMinor };
}

function channels(sums: readonly JournalSum[], entries: readonly EntryCount[], channelName: (code: string) => string): DayBook['channels'] {
  const trading = sums.filter((sum) => [...SALES, ...REFUNDS].includes(sum.causeKind));
  const codes = [...new Set(trading.map((sum) => sum.channelCode))].sort();
  return codes.map((channelCode) => {
    const ofChannel = trading.filter((sum) => sum.channelCode === channelCode);
    const counted = (causes: string[]) => entries.filter((entry) => entry.channelCode === channelCode && causes.includes(entry.causeKind)).reduce((total, entry) => total + entry.count, 0);
    const { netMinor, taxMinor, grossMinor } = totals(ofChannel);
    return {
      channelCode, channelName: channelName(channelCode), saleCount: counted(SALES), refundCount: counted(['refund']),
      salesGrossMinor: totals(ofChannel.filter((sum) => SALES.includes(sum.causeKind))).grossMinor,
      refundsGrossMinor: totals(ofChannel.filter((sum) => REFUNDS.includes(sum.causeKind))).grossMinor,
      netMinor, taxMinor, grossMinor,
    };
  });
}

function tenders(sums: readonly JournalSum[]): DayBook['tenders'] {
  return TENDERS.flatMap((tender) => {
    const ofTender = sums.filter((sum) => TENDER_OF[sum.account] === tender);
    const takenMinor = add(ofTender.filter((sum) => SALES.includes(sum.causeKind)));
    const givenBackMinor = 0 - add(ofTender.filter((sum) => REFUNDS.includes(sum.causeKind)));
    return takenMinor === 0 && givenBackMinor === 0 ? [] : [{ tender, takenMinor, givenBackMinor, netMinor: takenMinor - givenBackMinor }];
  });
}

function taxes(sums: readonly JournalSum[]): DayBook['taxes'] {
  const accounts = [...new Set(sums.map((sum) => sum.account).filter((account) => account.startsWith('TAX_PAYABLE:')))];
  return accounts
    .map((account) => {
      const [, country = '', rate = '0'] = account.split(':');
      const ofRate = sums.filter((sum) => sum.account === account);
      const of = (causes: string[]) => 0 - add(ofRate.filter((sum) => causes.includes(sum.causeKind)));
      return { country, rateBasisPoints: Number(rate), salesMinor: of(SALES), refundsMinor: of(REFUNDS), netMinor: of([...SALES, ...REFUNDS]) };
    })
    .sort((a, b) => a.country.localeCompare(b.country) || b.rateBasisPoints - a.rateBasisPoints);
}

/** Every account that moved, by what was debited and credited; the two columns must be equal. */
function trialBalance(sums: readonly JournalSum[]): DayBook['trialBalance'] {
  const names = [...new Set(sums.map((sum) => sum.account))].sort();
  const accounts = names.map((account) => {
    const ofAccount = sums.filter((sum) => sum.account === account);
    return { account, debitMinor: ofAccount.reduce((total, sum) => total + sum.debitMinor, 0), creditMinor: ofAccount.reduce((total, sum) => total + sum.creditMinor, 0) };
  });
  const debitMinor = accounts.reduce((total, account) => total + account.debitMinor, 0);
  const creditMinor = accounts.reduce((total, account) => total + account.creditMinor, 0);
  invariant(Number.isSafeInteger(debitMinor) && Number.isSafeInteger(creditMinor), 'a day is beyond what a number holds');
  return { accounts, debitMinor, creditMinor, differenceMinor: debitMinor - creditMinor };
}

const add = (sums: readonly JournalSum[]): number => sums.reduce((total, sum) => total + sum.amountMinor, 0);
