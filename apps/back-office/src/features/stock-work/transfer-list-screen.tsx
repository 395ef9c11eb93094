'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TransferListAnswer } from '@oneshelf/contracts';
import { ChipGroup, type DataColumn, DataTable, formatQuantity, LinkButton, Select, StatusTag, Tag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { apiPages } from '../../api';
import { PagedList } from '../../paged-list';
import { useUrlState } from '../../use-url-state';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useStockPlaces } from './use-stock-places';
import { useTransferLooks } from './use-transfer-looks';

type Transfer = TransferListAnswer['items'][number];
const VIEWS = ['open', 'requested', 'approved', 'shipped', 'received', 'cancelled', 'difference'] as const;
const EVERYWHERE = 'all';

/** Goods on their way between places, newest first. */
export function TransferListScreen() {
  const t = useTranslations('stock-work.transfers');
  const [status, setStatus] = useUrlState('status', 'open');
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const places = useStockPlaces();
  const view = VIEWS.find((one) => one === status) ?? 'open';
  const query = useInfiniteQuery(apiPages('/api/stock/transfers', { params: { query: { status: view, locationId: locationId === EVERYWHERE ? null : locationId } } }));
  const columns = useColumns();
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} actions={<LinkButton variant="primary" href="/stock/transfers/new">{t('new')}</LinkButton>} />
      <StockNav />
      <div className="office-filters">
        <ChipGroup label={t('show')} value={view} onChange={(id) => setStatus(id ?? 'open')} chips={VIEWS.map((id) => ({ id, label: t(`views.${id}`) }))} />
        <Select label={t('place')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...places]} value={locationId} onChange={setLocationId} />
      </div>
      <PagedList query={query} empty={{ title: t('empty.title'), text: t('empty.text'), onClear: view === 'open' && locationId === EVERYWHERE ? undefined : () => { setStatus('open'); setLocationId(EVERYWHERE); } }}>
        {(transfers) => <DataTable caption={t('title')} columns={columns} rows={transfers} rowKey={(each) => each.id} />}
      </PagedList>
    </>
  );
}

function useColumns(): DataColumn<Transfer>[] {
  const t = useTranslations('stock-work.transfers');
  const locale = useLocale();
  const format = useFormatter();
  const looks = useTransferLooks();
  return [
    { id: 'number', header: t('column.number'), cell: (each) => <Link href={`/stock/transfers/${each.id}`}>{each.number}</Link> },
    { id: 'way', header: t('column.way'), cell: (each) => t('fromTo', { from: each.fromName, to: each.toName }) },
    { id: 'status', header: t('column.status'), cell: (each) => <div className={styles.acts}><StatusTag status={each.status} looks={looks} />{each.missingMilli > 0 ? <Tag tone="blocked">{t('missing', { quantity: formatQuantity(each.missingMilli, locale) })}</Tag> : null}{each.surplusMilli > 0 ? <Tag tone="waiting">{t('surplus', { quantity: formatQuantity(each.surplusMilli, locale) })}</Tag> : null}</div> },
    { id: 'requested', header: t('column.requested'), align: 'end', cell: (each) => formatQuantity(each.requestedMilli, locale) },
    { id: 'transit', header: t('column.inTransit'), align: 'end', cell: (each) => (each.inTransitMilli === 0 ? '–' : formatQuantity(each.inTransitMilli, locale)) },
    { id: 'by', header: t('column.by'), cell: (each) => each.requestedBy },
    { id: 'at', header: t('column.at'), cell: (each) => <time dateTime={each.createdAt}>{format.dateTime(new Date(each.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}</time> },
  ];
}
