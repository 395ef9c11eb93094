'use client';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReturnListItem } from '@oneshelf/contracts';
import { DataTable, Money, SearchField, StatusTag, TicketHeader, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { apiPages } from '../../api';
import { useDirectory, zoneOf } from '../../directory';
import { PagedList } from '../../paged-list';
import { useTimes } from '../../use-times';
import { useUrlState } from '../../use-url-state';
import { orderHref } from '../orders/order-links';

/** Goods that came back, newest first, each with the order that it came from. */
export function ReturnListScreen() {
  const t = useTranslations('returns');
  const [q, setQ] = useUrlState('q', '');
  const query = useInfiniteQuery(returnPages(q.trim()));
  const columns = useReturnColumns();
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <div className="office-filters">
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={q} onChange={setQ} />
      </div>
      <PagedList query={query} empty={{ title: q === '' ? t('empty.title') : t('noneFound.title'), text: q === '' ? t('empty.text') : t('noneFound.text'), onClear: q === '' ? undefined : () => setQ('') }}>
        {(returns) => <DataTable caption={t('title')} columns={columns} rows={returns} rowKey={(each) => each.id} />}
      </PagedList>
    </>
  );
}

const returnPages = (q: string) => infiniteQueryOptions({ ...apiPages('/api/returns', { params: { query: { q } } }), placeholderData: keepPreviousData });

function useReturnColumns(): DataColumn<ReturnListItem>[] {
  const t = useTranslations('returns');
  const locale = useLocale();
  const format = useFormatter();
  const looks = { received: { label: t('status.received'), tone: 'waiting' }, refunded: { label: t('status.refunded'), tone: 'done' } } as const;
  return [
    { id: 'number', header: t('columns.number'), cell: (each) => each.number },
    { id: 'order', header: t('columns.order'), cell: (each) => <Link href={orderHref(each.orderId)}>{each.orderNumber}</Link> },
    { id: 'received', header: t('columns.received'), cell: (each) => <ReceivedAt returned={each} /> },
    { id: 'place', header: t('columns.place'), cell: (each) => each.locationName },
    { id: 'status', header: t('columns.status'), cell: (each) => <StatusTag status={each.status} looks={looks} /> },
    { id: 'units', header: t('columns.units'), align: 'end', cell: (each) => format.number(each.unitCount) },
    { id: 'refund', header: t('columns.refund'), align: 'end', cell: (each) => <Money amountMinor={each.refundMinor} currency={each.currency} locale={locale} /> },
  ];
}

function ReceivedAt({ returned }: { returned: ReturnListItem }) {
  const times = useTimes(zoneOf(useDirectory(), returned));
  return <time dateTime={returned.receivedAt}>{times.dayTime(returned.receivedAt)}</time>;
}
