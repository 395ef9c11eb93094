'use client';
import { useQuery } from '@tanstack/react-query';
import type { ListingsAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Skeleton } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import styles from './pools.module.css';

type Listing = ListingsAnswer['items'][number];

/** What a marketplace keeps in its own warehouses: shown apart, because no number of ours changes it. */
export function ApartPanel({ channelCode }: { channelCode: string }) {
  const t = useTranslations('pools.apart');
  const format = useFormatter();
  const { data, error, refetch } = useQuery(apiQuery('/api/listings', { params: { query: { channelCode, limit: 20 } } }));
  const number = (pick: 'fulfillable' | 'inbound' | 'reserved' | 'unfulfillable'): DataColumn<Listing> => ({ id: pick, header: t(pick), align: 'end', cell: (row) => (row.marketplaceStock ? format.number(row.marketplaceStock[pick]) : '–') });
  const columns: DataColumn<Listing>[] = [
    { id: 'sku', header: t('sku'), isRowHeader: true, cell: (row) => <Link href={`/stock/${row.variantId}`}>{row.sku}</Link> },
    number('fulfillable'), number('inbound'), number('reserved'), number('unfulfillable'),
    { id: 'read', header: t('read'), cell: (row) => (row.marketplaceStock ? format.dateTime(new Date(row.marketplaceStock.readAt), { dateStyle: 'medium', timeStyle: 'short' }) : t('neverRead')) },
  ];
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  return (
    <>
      <p className={styles.note}>{t('lead')}</p>
      <DataTable caption={t('table')} columns={columns} rows={data.items} rowKey={(row) => row.id} empty={<p>{t('none')}</p>} />
    </>
  );
}
