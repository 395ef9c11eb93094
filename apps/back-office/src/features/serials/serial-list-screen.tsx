'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, EmptyState, LinkButton, Panel, Skeleton, TextField, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { StockNav } from '../stock-work/stock-nav';
import styles from '../stock/stock.module.css';
import { serialList } from './serial-queries';
import { SerialTable } from './serial-table';

/** Finds a piece by how its serial begins. */
export function SerialListScreen() {
  const t = useTranslations('serials');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const [search, setSearch] = useUrlState('q', '');
  const [product, setProduct] = useUrlState('product', '');
  const list = useInfiniteQuery({ ...serialList({ q: search, ...(product === '' ? {} : { variantId: product }) }), placeholderData: keepPreviousData });
  const empty = search === '' && product === ''
    ? <EmptyState title={t('none')} action={<LinkButton href="/purchasing">{t('toPurchasing')}</LinkButton>}>{t('noneText')}</EmptyState>
    : <EmptyState title={t('noFinds', { text: search })} action={<Button onPress={() => { setSearch(''); setProduct(''); }}>{t('showAll')}</Button>}>{t('noFindsText')}</EmptyState>;
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('title') }]} title={t('title')} description={t('description')} />
      <StockNav />
      <Panel>
        <div className={styles.filters}><TextField label={t('search')} value={search} onChange={setSearch} maxLength={100} autoComplete="off" />{product === '' ? null : <Button onPress={() => setProduct('')}>{t('everyProduct')}</Button>}</div>
        {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={6} height={32} /> : null}
        {list.data ? <SerialTable withProduct rows={list.data.pages.flatMap(({ items }) => items)} empty={empty} /> : null}
        {list.hasNextPage ? <div className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{stock('more')}</Button></div> : null}
      </Panel>
    </>
  );
}
