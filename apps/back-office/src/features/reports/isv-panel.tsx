'use client';
import type { DayReport, IsvRow } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import styles from './reports.module.css';

/** Inventory synchronisation variance: what is offered against what is there, the worst first. */
export function IsvPanel({ isv }: { isv: DayReport['isv'] }) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const locale = useLocale();
  const quantity = (milli: number) => formatQuantity(milli, locale);
  const percent = (basisPoints: number) => format.number(basisPoints / 10_000, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const columns: DataColumn<IsvRow>[] = [
    { id: 'sku', header: t('isv.sku'), isRowHeader: true, cell: (row) => <><Link href={`/stock/${row.variantId}`}>{row.sku}</Link><small>{row.title}</small></> },
    { id: 'channel', header: t('isv.channel'), cell: (row) => row.channelCode },
    { id: 'epos', header: t('isv.epos'), align: 'end', cell: (row) => quantity(row.eposMilli) },
    { id: 'amazon', header: t('isv.amazon'), align: 'end', cell: (row) => quantity(row.amazonMilli) },
    { id: 'physical', header: t('isv.physical'), align: 'end', cell: (row) => quantity(row.physicalMilli) },
    { id: 'isv', header: t('isv.isv'), align: 'end', cell: (row) => (row.isvBasisPoints === null ? <Tag tone="blocked">∞</Tag> : row.isvBasisPoints === 0 ? percent(0) : <Tag tone="waiting">{percent(row.isvBasisPoints)}</Tag>) },
  ];
  const time = format.dateTime(new Date(isv.at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Panel title={t('isv.title')} aside={<span className={styles.note}>{t('isv.of', { count: isv.listingCount, time })}</span>}>
      <p className={styles.note}>{t('isv.formula')}</p>
      {isv.listingCount === 0 ? <p>{t('isv.none')}</p> : <DataTable caption={t('isv.title')} columns={columns} rows={isv.worst} rowKey={(row) => `${row.channelCode}:${row.variantId}`} />}
    </Panel>
  );
}
