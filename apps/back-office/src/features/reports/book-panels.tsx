'use client';
import type { DayBook } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './reports.module.css';
import { TrialBalancePanel } from './trial-balance-panel';
import { useAmount } from './use-amount';

/** Everything of one currency. Each panel's foot is the same whole, cut another way. */
export function BookPanels({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  return (
    <section aria-label={t('book', { currency: book.currency })} className={styles.book}>
      <TotalsPanel book={book} />
      <ChannelPanel book={book} />
      <TenderPanel book={book} />
      <TaxPanel book={book} />
      <TrialBalancePanel book={book} />
    </section>
  );
}

function TotalsPanel({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  const amount = useAmount(book.currency);
  const rows = [{ id: 'sales' as const, ...book.sales }, { id: 'refunds' as const, ...book.refunds }];
  const column = (id: 'list' | 'discount' | 'net' | 'tax' | 'gross', of: (totals: DayBook['net']) => number): DataColumn<(typeof rows)[number]> => ({
    id, header: t(`totals.${id}`), align: 'end', cell: (row) => amount(of(row)), footer: amount(of(book.net)),
  });
  const columns: DataColumn<(typeof rows)[number]>[] = [
    { id: 'what', header: t('totals.what'), isRowHeader: true, cell: (row) => <>{t(`totals.${row.id}`)} <small>{t('totals.count', { count: row.count })}</small></>, footer: t('total') },
    column('list', (totals) => totals.listMinor), column('discount', (totals) => -totals.discountMinor + 0), column('net', (totals) => totals.netMinor), column('tax', (totals) => totals.taxMinor), column('gross', (totals) => totals.grossMinor),
  ];
  return <Panel title={t('totals.title')} aside={<Tag>{book.currency}</Tag>}><DataTable caption={t('totals.title')} columns={columns} rows={rows} rowKey={(row) => row.id} /></Panel>;
}

function ChannelPanel({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const amount = useAmount(book.currency);
  type Row = DayBook['channels'][number];
  const sum = (of: (row: Row) => number) => book.channels.reduce((total, row) => total + of(row), 0);
  const columns: DataColumn<Row>[] = [
    { id: 'channel', header: t('channels.channel'), isRowHeader: true, cell: (row) => row.channelName, footer: t('total') },
    { id: 'sales', header: t('channels.sales'), align: 'end', cell: (row) => format.number(row.saleCount), footer: format.number(sum((row) => row.saleCount)) },
    { id: 'sold', header: t('channels.sold'), align: 'end', cell: (row) => amount(row.salesGrossMinor), footer: amount(sum((row) => row.salesGrossMinor)) },
    { id: 'refunds', header: t('channels.refunds'), align: 'end', cell: (row) => amount(row.refundsGrossMinor), footer: amount(sum((row) => row.refundsGrossMinor)) },
    { id: 'gross', header: t('channels.gross'), align: 'end', cell: (row) => amount(row.grossMinor), footer: amount(sum((row) => row.grossMinor)) },
  ];
  return <Panel title={t('channels.title')}><DataTable caption={t('channels.title')} columns={columns} rows={book.channels} rowKey={(row) => row.channelCode} /></Panel>;
}

function TenderPanel({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  const amount = useAmount(book.currency);
  type Row = DayBook['tenders'][number];
  const sum = (of: (row: Row) => number) => book.tenders.reduce((total, row) => total + of(row), 0);
  const columns: DataColumn<Row>[] = [
    { id: 'tender', header: t('tenders.tender'), isRowHeader: true, cell: (row) => t(`tenders.${row.tender}`), footer: t('total') },
    { id: 'taken', header: t('tenders.taken'), align: 'end', cell: (row) => amount(row.takenMinor), footer: amount(sum((row) => row.takenMinor)) },
    { id: 'back', header: t('tenders.givenBack'), align: 'end', cell: (row) => amount(-row.givenBackMinor + 0), footer: amount(-sum((row) => row.givenBackMinor) + 0) },
    { id: 'net', header: t('tenders.net'), align: 'end', cell: (row) => amount(row.netMinor), footer: amount(sum((row) => row.netMinor)) },
  ];
  return (
    <Panel title={t('tenders.title')}>
      <DataTable caption={t('tenders.title')} columns={columns} rows={book.tenders} rowKey={(row) => row.tender} />
      {book.roundingMinor === 0 ? null : <p className={styles.note}>{t('tenders.rounding')} {amount(book.roundingMinor)}</p>}
    </Panel>
  );
}

function TaxPanel({ book }: { book: DayBook }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const amount = useAmount(book.currency);
  type Row = DayBook['taxes'][number];
  const sum = (of: (row: Row) => number) => book.taxes.reduce((total, row) => total + of(row), 0);
  const columns: DataColumn<Row>[] = [
    { id: 'rate', header: t('taxes.rate'), isRowHeader: true, cell: (row) => `${row.country} ${format.number(row.rateBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 2 })}`, footer: t('total') },
    { id: 'sales', header: t('taxes.sales'), align: 'end', cell: (row) => amount(row.salesMinor), footer: amount(sum((row) => row.salesMinor)) },
    { id: 'refunds', header: t('taxes.refunds'), align: 'end', cell: (row) => amount(row.refundsMinor), footer: amount(sum((row) => row.refundsMinor)) },
    { id: 'net', header: t('taxes.net'), align: 'end', cell: (row) => amount(row.netMinor), footer: amount(sum((row) => row.netMinor)) },
  ];
  return <Panel title={t('taxes.title')}><DataTable caption={t('taxes.title')} columns={columns} rows={book.taxes} rowKey={(row) => `${row.country}:${row.rateBasisPoints}`} /></Panel>;
}
