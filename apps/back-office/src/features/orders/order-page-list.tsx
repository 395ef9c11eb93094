'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { OrderListItem } from '@oneshelf/contracts';
import { DataTable, Money, StatusTag, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useDirectory, zoneOf } from '../../directory';
import { PagedList } from '../../paged-list';
import { useTimes } from '../../use-times';
import { orderHref } from './order-links';
import { orderPages, type OrderFilters } from './order-queries';
import { useOrderLooks } from './use-order-looks';

/** Whole orders, newest first. */
export function OrderPageList({ filters, onClear }: { filters: OrderFilters; onClear?: () => void }) {
  const t = useTranslations('orders');
  const query = useInfiniteQuery(orderPages(filters));
  const columns = useOrderColumns();
  const isNarrowed = onClear !== undefined || filters.status !== undefined;
  return (
    <PagedList
      query={query}
      empty={{ title: isNarrowed ? t('noneFound.title') : t('empty.title'), text: isNarrowed ? t('noneFound.text') : t('empty.text'), onClear }}
    >
      {(orders) => <DataTable caption={t('title')} columns={columns} rows={orders} rowKey={(order) => order.id} />}
    </PagedList>
  );
}

function useOrderColumns(): DataColumn<OrderListItem>[] {
  const t = useTranslations('orders');
  const locale = useLocale();
  const format = useFormatter();
  const search = useSearchParams().toString();
  const looks = useOrderLooks();
  const known = useDirectory();
  const channelName = (code: string) => known?.channels.find((channel) => channel.code === code)?.name ?? code;
  return [
    { id: 'number', header: t('columns.number'), cell: (order) => <Link href={orderHref(order.id, search)}>{order.number}</Link> },
    { id: 'placed', header: t('columns.placed'), cell: (order) => <PlacedAt order={order} /> },
    { id: 'customer', header: t('columns.customer'), cell: (order) => (order.customerName === '' ? t('noName') : order.customerName) },
    { id: 'channel', header: t('columns.channel'), cell: (order) => channelName(order.channelCode) },
    { id: 'way', header: t('columns.way'), cell: (order) => t(`ways.${order.fulfilmentKind}`) },
    { id: 'status', header: t('columns.status'), cell: (order) => <StatusTag status={order.displayStatus} looks={looks} /> },
    { id: 'units', header: t('columns.units'), align: 'end', cell: (order) => format.number(order.unitCount) },
    { id: 'total', header: t('columns.total'), align: 'end', cell: (order) => <Money amountMinor={order.totalMinor} currency={order.currency} locale={locale} /> },
  ];
}

function PlacedAt({ order }: { order: OrderListItem }) {
  const times = useTimes(zoneOf(useDirectory(), { channelCode: order.channelCode }));
  return <time dateTime={order.placedAt}>{times.dayTime(order.placedAt)}</time>;
}
