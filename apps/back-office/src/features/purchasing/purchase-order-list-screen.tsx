'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PurchaseOrderHead } from '@oneshelf/contracts';
import { Button, ChipGroup, DataTable, formatQuantity, LinkButton, Money, SearchField, Select, StatusTag, Tag, TicketHeader, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { useDirectory } from '../../directory';
import { PagedList } from '../../paged-list';
import { useUrlState } from '../../use-url-state';
import { NewOrderDialog } from './new-order-dialog';
import { ordersTo, suppliersToChoose } from './purchasing-queries';
import { useOrderStatusLooks } from './use-order-status-looks';

const views = ['all', 'draft', 'open', 'overdue', 'done'] as const;
const ALL = 'all';

/** Orders to suppliers, the newest first. View, supplier, place and search live in the URL. */
export function PurchaseOrderListScreen() {
  const t = useTranslations('purchasing');
  const [viewId, setView] = useUrlState('view', 'all');
  const view = views.find((id) => id === viewId) ?? 'all';
  const [supplier, setSupplier] = useUrlState('supplier', ALL);
  const [location, setLocation] = useUrlState('location', ALL);
  const [q, setQ] = useUrlState('q', '');
  const [isNew, setNew] = useState(false);
  const suppliers = useQuery(suppliersToChoose).data?.items ?? [];
  const places = (useDirectory()?.locations ?? []).filter((place) => place.kind !== 'marketplace');
  const query = useInfiniteQuery(ordersTo({ view, ...(supplier === ALL ? {} : { supplier }), ...(location === ALL ? {} : { location }), ...(q.trim() === '' ? {} : { q: q.trim() }) }));
  const columns = useOrderColumns();
  const isNarrowed = supplier !== ALL || location !== ALL || q !== '' || view !== 'all';
  const clear = () => { setSupplier(ALL); setLocation(ALL); setQ(''); setView('all'); };
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} actions={<><LinkButton href="/purchasing/suppliers">{t('suppliers.title')}</LinkButton><Button variant="primary" onPress={() => setNew(true)}>{t('newOrder')}</Button></>} />
      <ChipGroup label={t('views.label')} chips={views.map((id) => ({ id, label: t(`views.${id}`) }))} value={view} onChange={(id) => setView(id ?? 'all')} />
      <div className="office-filters">
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={q} onChange={setQ} />
        <Select label={t('supplier')} labelHidden options={[{ id: ALL, label: t('allSuppliers') }, ...suppliers.map(({ id, name, code }) => ({ id, label: name, detail: code }))]} value={supplier} onChange={setSupplier} />
        <Select label={t('location')} labelHidden options={[{ id: ALL, label: t('allLocations') }, ...places.map(({ id, name }) => ({ id, label: name }))]} value={location} onChange={setLocation} />
      </div>
      <PagedList query={query} empty={{ title: isNarrowed ? t('noneFound.title') : t('empty.title'), text: isNarrowed ? t('noneFound.text') : t('empty.text'), ...(isNarrowed ? { onClear: clear } : {}) }}>
        {(orders) => <DataTable caption={t('title')} columns={columns} rows={orders} rowKey={(order) => order.id} />}
      </PagedList>
      {isNew ? <NewOrderDialog supplierId={supplier === ALL ? null : supplier} onClose={() => setNew(false)} /> : null}
    </>
  );
}

function useOrderColumns(): DataColumn<PurchaseOrderHead>[] {
  const t = useTranslations('purchasing');
  const locale = useLocale();
  const format = useFormatter();
  const looks = useOrderStatusLooks();
  return [
    { id: 'number', header: t('columns.number'), isRowHeader: true, cell: (order) => <Link href={`/purchasing/${order.id}`}>{order.number}</Link> },
    { id: 'supplier', header: t('columns.supplier'), cell: (order) => order.supplierName },
    { id: 'location', header: t('columns.location'), cell: (order) => order.locationName },
    { id: 'status', header: t('columns.status'), cell: (order) => <><StatusTag status={order.status} looks={looks} /> {order.isOverdue ? <Tag tone="blocked">{t('overdue')}</Tag> : null}</> },
    { id: 'expected', header: t('columns.expected'), cell: (order) => (order.expectedOn === null ? '–' : format.dateTime(new Date(`${order.expectedOn}T12:00:00Z`), { day: 'numeric', month: 'short', year: 'numeric' })) },
    { id: 'received', header: t('columns.received'), align: 'end', cell: (order) => <span className="os-number">{t('of', { received: formatQuantity(order.receivedMilli, locale), ordered: formatQuantity(order.orderedMilli, locale) })}</span> },
    { id: 'total', header: t('columns.total'), align: 'end', cell: (order) => <Money amountMinor={order.totalMinor} currency={order.currency} locale={locale} /> },
  ];
}
