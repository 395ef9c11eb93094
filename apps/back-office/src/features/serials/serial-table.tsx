'use client';
import type { SerialListAnswer } from '@oneshelf/contracts';
import { DataTable, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { usePlaceName } from '../stock/use-place-name';
import { serialHref } from './serial-queries';

type Row = SerialListAnswer['items'][number];

/** Pieces by their serial: which product, where it is, and since when. */
export function SerialTable({ rows, empty, withProduct }: { rows: Row[]; empty: ReactNode; withProduct: boolean }) {
  const t = useTranslations('serials');
  const format = useFormatter();
  const placeName = usePlaceName();
  const columns: DataColumn<Row>[] = [
    { id: 'serial', header: t('serial'), isRowHeader: true, cell: (row) => <Link href={serialHref(row)}>{row.serialNumber}</Link> },
    ...(withProduct ? [{ id: 'product', header: t('product'), cell: (row: Row) => <Link href={`/stock/${row.variantId}`}>{[row.title, row.variantTitle, row.sku].filter(Boolean).join(' · ')}</Link> }] : []),
    { id: 'where', header: t('where'), cell: (row) => t(`where_${row.state}`, { place: placeName(row.locationId) }) },
    { id: 'since', header: t('since'), cell: (row) => format.dateTime(new Date(row.since), { dateStyle: 'medium', timeStyle: 'short' }) },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={(row) => `${row.variantId} ${row.serialNumber}`} empty={empty} />;
}
