'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { Supplier } from '@oneshelf/contracts';
import { DataTable, LinkButton, Money, SearchField, Tag, TicketHeader, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { PagedList } from '../../paged-list';
import { useUrlState } from '../../use-url-state';
import { suppliersLike } from './purchasing-queries';

/** Who goods are bought from, by name. */
export function SupplierListScreen() {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const [q, setQ] = useUrlState('q', '');
  const query = useInfiniteQuery(suppliersLike(q.trim()));
  const columns = useSupplierColumns();
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/purchasing' }, { label: t('suppliers.title') }]} title={t('suppliers.title')} description={t('suppliers.description')} actions={<LinkButton variant="primary" href="/purchasing/suppliers/new">{t('suppliers.new')}</LinkButton>} />
      <div className="office-filters"><SearchField label={t('suppliers.search')} placeholder={t('suppliers.search')} clearLabel={t('clearSearch')} value={q} onChange={setQ} /></div>
      <PagedList query={query} empty={{ title: q === '' ? t('suppliers.empty.title') : t('noneFound.title'), text: q === '' ? t('suppliers.empty.text') : t('noneFound.text'), ...(q === '' ? {} : { onClear: () => setQ('') }) }}>
        {(suppliers) => <DataTable caption={t('suppliers.title')} columns={columns} rows={suppliers} rowKey={(supplier) => supplier.id} />}
      </PagedList>
    </>
  );
}

function useSupplierColumns(): DataColumn<Supplier>[] {
  const t = useTranslations('purchasing.suppliers');
  const locale = useLocale();
  const format = useFormatter();
  return [
    { id: 'name', header: t('name'), isRowHeader: true, cell: (supplier) => <><Link href={`/purchasing/suppliers/${supplier.id}`}>{supplier.name}</Link> {supplier.active ? null : <Tag>{t('inactive')}</Tag>}</> },
    { id: 'code', header: t('code'), cell: (supplier) => supplier.code },
    { id: 'lead', header: t('leadTime'), align: 'end', cell: (supplier) => t('days', { count: supplier.leadTimeDays }) },
    { id: 'minimum', header: t('minimumOrder'), align: 'end', cell: (supplier) => (supplier.minimumOrderMinor === 0 ? '–' : <Money amountMinor={supplier.minimumOrderMinor} currency={supplier.currency} locale={locale} />) },
    { id: 'currency', header: t('currency'), cell: (supplier) => supplier.currency },
    { id: 'products', header: t('products'), align: 'end', cell: (supplier) => format.number(supplier.productCount) },
    { id: 'open', header: t('openOrders'), align: 'end', cell: (supplier) => (supplier.openOrderCount === 0 ? '–' : <Link href={`/purchasing?supplier=${supplier.id}&view=open`}>{format.number(supplier.openOrderCount)}</Link>) },
  ];
}
