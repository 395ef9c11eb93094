'use client';
import { useQuery } from '@tanstack/react-query';
import type { LotListAnswer } from '@oneshelf/contracts';
import { type DataColumn, DataTable, formatQuantity, LinkButton, Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePlaceName } from '../stock/use-place-name';
import { lotList } from './lot-queries';
import { LotTag } from './lot-tag';
import { useDay } from './use-day';

type Item = LotListAnswer['items'][number];

/** The lots of one product by place; nothing at all where it has none. */
export function LotPanel({ variantId }: { variantId: string }) {
  const t = useTranslations('lots');
  const locale = useLocale();
  const day = useDay();
  const placeName = usePlaceName();
  const { data } = useQuery(lotList({ variantId, state: 'all' }));
  if (!data || data.count === 0) return null;
  const columns: DataColumn<Item>[] = [
    { id: 'lot', header: t('column.lot'), isRowHeader: true, cell: (item) => <Link href={`/stock/lots/${item.lotId}`}>{item.code}</Link> },
    { id: 'place', header: t('column.place'), cell: (item) => placeName(item.locationId) },
    { id: 'expires', header: t('column.expires'), cell: (item) => <><span className="os-number">{day(item.expiresOn)}</span> <LotTag state={item.state} days={item.remainingDays} /></> },
    { id: 'shelf', header: t('column.shelf'), align: 'end', cell: (item) => formatQuantity(item.shelfMilli, locale) },
    { id: 'apart', header: t('column.apart'), align: 'end', cell: (item) => (item.apartMilli === 0 ? '–' : formatQuantity(item.apartMilli, locale)) },
  ];
  return <Panel title={t('ofProduct')} aside={<LinkButton href="/stock/lots?state=all">{t('all')}</LinkButton>}><DataTable caption={t('ofProduct')} columns={columns} rows={data.items} rowKey={(item) => `${item.lotId}-${item.locationId}`} /></Panel>;
}
