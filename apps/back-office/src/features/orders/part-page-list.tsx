'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FulfilmentOrderView } from '@oneshelf/contracts';
import { DataTable, formatQuantity, StatusTag, type DataColumn } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useDirectory, zoneOf } from '../../directory';
import { PagedList } from '../../paged-list';
import { useTimes } from '../../use-times';
import { orderHref } from './order-links';
import { partPages, type PartFilters } from './order-queries';
import { usePartLooks } from './use-order-looks';

/** What the stores and the warehouse still have to do, first due first. */
export function PartPageList({ filters, onClear }: { filters: PartFilters; onClear?: () => void }) {
  const t = useTranslations('orders');
  const query = useInfiniteQuery(partPages(filters));
  const columns = usePartColumns();
  return (
    <PagedList query={query} empty={{ title: t('noParts.title'), text: t('noParts.text'), onClear }}>
      {(parts) => <DataTable caption={t('title')} columns={columns} rows={parts} rowKey={(part) => part.id} />}
    </PagedList>
  );
}

function usePartColumns(): DataColumn<FulfilmentOrderView>[] {
  const t = useTranslations('orders');
  const locale = useLocale();
  const search = useSearchParams().toString();
  const looks = usePartLooks();
  const units = (part: FulfilmentOrderView) => part.lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
  return [
    { id: 'number', header: t('columns.number'), cell: (part) => <Link href={orderHref(part.orderId, search)}>{part.orderNumber}</Link> },
    { id: 'due', header: t('columns.due'), cell: (part) => <DueAt part={part} /> },
    { id: 'customer', header: t('columns.customer'), cell: (part) => part.customerName },
    { id: 'place', header: t('columns.place'), cell: (part) => part.locationName },
    { id: 'way', header: t('columns.way'), cell: (part) => t(`ways.${part.kind === 'pickup' ? 'pickup' : 'delivery'}`) },
    { id: 'status', header: t('columns.status'), cell: (part) => <StatusTag status={part.status} looks={looks} /> },
    { id: 'units', header: t('columns.units'), align: 'end', cell: (part) => formatQuantity(units(part), locale) },
  ];
}

function DueAt({ part }: { part: FulfilmentOrderView }) {
  const times = useTimes(zoneOf(useDirectory(), part));
  return <time dateTime={part.dueAt}>{times.dayTime(part.dueAt)}</time>;
}
