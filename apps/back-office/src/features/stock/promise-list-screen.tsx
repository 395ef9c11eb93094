'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PromiseListAnswer } from '@oneshelf/contracts';
import { Button, ChipGroup, type DataColumn, DataTable, EmptyState, formatQuantity, LinkButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { signedInUser } from '../../signed-in-user';
import { useUrlState } from '../../use-url-state';
import { StockNav } from '../stock-work/stock-nav';
import { mayPromise } from './may-promise';
import { PolicyListPanel } from './policy-list-panel';
import { PromisedDay } from './promise-panel';
import styles from './stock.module.css';
import { promiseList } from './stock-queries';

type Row = PromiseListAnswer['items'][number];

/** What shoppers wait for, the late ones first. */
export function PromiseListScreen() {
  const t = useTranslations('stock.promises');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const [only, setOnly] = useUrlState('only', 'all');
  const list = useInfiniteQuery(promiseList({ only: only === 'late' ? 'late' : 'all' }));
  const late = list.data?.pages[0]?.lateCount ?? 0;
  const { data: user } = useQuery(signedInUser);
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('listTitle') }]} title={t('listTitle')} description={t('listDescription')} />
      <StockNav />
      <Panel>
        <div className={styles.filters}><ChipGroup label={t('show')} chips={[{ id: 'all', label: t('showAll') }, { id: 'late', label: t('showLate', { late }) }]} value={only === 'late' ? 'late' : 'all'} onChange={(id) => setOnly(id === 'late' ? 'late' : 'all')} /></div>
        {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={6} height={32} /> : null}
        {list.data ? <Rows rows={list.data.pages.flatMap(({ items }) => items)} isLate={only === 'late'} onAll={() => setOnly('all')} /> : null}
        {list.hasNextPage ? <div className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{stock('more')}</Button></div> : null}
      </Panel>
      <PolicyListPanel mayEdit={mayPromise(user?.grants)} />
    </>
  );
}

function Rows({ rows, isLate, onAll }: { rows: Row[]; isLate: boolean; onAll: () => void }) {
  const t = useTranslations('stock.promises');
  const locale = useLocale();
  const format = useFormatter();
  const columns: DataColumn<Row>[] = [
    { id: 'product', header: t('product'), isRowHeader: true, cell: (row) => <Link href={`/stock/${row.variantId}`} className={styles.product}><strong>{row.title}</strong><small>{[row.variantTitle, row.sku].filter(Boolean).join(' · ')}</small></Link> },
    { id: 'until', header: t('until'), cell: (row) => <PromisedDay promise={row} /> },
    { id: 'order', header: t('order'), cell: (row) => <Link href={`/orders/${row.orderId}`}>{t('openOrder')}</Link> },
    { id: 'channel', header: t('channel'), cell: (row) => row.channelCode },
    { id: 'since', header: t('since'), cell: (row) => format.dateTime(new Date(row.promisedAt), { dateStyle: 'medium' }) },
    { id: 'quantity', header: t('quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale) },
  ];
  const empty = isLate
    ? <EmptyState title={t('noneLate')} action={<Button onPress={onAll}>{t('showAll')}</Button>}>{t('noneLateText')}</EmptyState>
    : <EmptyState title={t('none')} action={<LinkButton href="/stock">{t('toStock')}</LinkButton>}>{t('noneText')}</EmptyState>;
  return <DataTable caption={t('listTitle')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />;
}
