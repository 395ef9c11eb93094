'use client';
import type { DayBook } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useAmount } from './use-amount';

type Row = DayBook['trialBalance']['accounts'][number];

/** Every account that moved, and the proof below: what was debited is what was credited. */
export function TrialBalancePanel({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  const amount = useAmount(book.currency);
  const accountName = useAccountNames();
  const { accounts, debitMinor, creditMinor, differenceMinor } = book.trialBalance;
  const columns: DataColumn<Row>[] = [
    { id: 'account', header: t('balance.account'), isRowHeader: true, cell: (row) => accountName(row.account), footer: t('total') },
    { id: 'debit', header: t('balance.debit'), align: 'end', cell: (row) => (row.debitMinor === 0 ? '' : amount(row.debitMinor)), footer: amount(debitMinor) },
    { id: 'credit', header: t('balance.credit'), align: 'end', cell: (row) => (row.creditMinor === 0 ? '' : amount(row.creditMinor)), footer: amount(creditMinor) },
  ];
  const proof = differenceMinor === 0 ? <Tag tone="done">{t('balance.balanced')}</Tag> : <Tag tone="blocked">{t('balance.off')} {amount(differenceMinor)}</Tag>;
  return <Panel title={t('balance.title')} aside={proof}><DataTable caption={t('balance.title')} columns={columns} rows={accounts} rowKey={(row) => row.account} /></Panel>;
}

const NAMED = ['CASH_DRAWER', 'CARD_CLEARING', 'MARKETPLACE_CLEARING', 'CUSTOMER_DEPOSITS', 'SAFE', 'DISCOUNTS', 'REVENUE', 'ROUNDING', 'CASH_DIFFERENCE'] as const;

/** Words for our accounts; tax accounts name country and rate; one that is new is shown as it is. */
function useAccountNames(): (account: string) => string {
  const t = useTranslations('reports');
  const format = useFormatter();
  return (account) => {
    const known = NAMED.find((name) => name === account);
    if (known) return t(`accounts.${known}`);
    const [kind, country = '', rate = '0'] = account.split(':');
    return kind === 'TAX_PAYABLE' ? t('accounts.TAX_PAYABLE', { country, rate: format.number(Number(rate) / 10_000, { style: 'percent', maximumFractionDigits: 2 }) }) : account;
  };
}
