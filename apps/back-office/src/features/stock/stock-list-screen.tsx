'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DirectoryAnswer, StockListAnswer, StockNumber } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, formatQuantity, Panel, SearchField, Select, Skeleton, Tag, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { useState } from 'react';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { StockNav } from '../stock-work/stock-nav';
import styles from './stock.module.css';
import { stockList } from './stock-queries';

const EVERYWHERE = 'all';
type Item = StockListAnswer['items'][number];

/** SKU by location: what is on hand, kept for orders, and for sale. */
export function StockListScreen() {
  const t = useTranslations('stock');
  const [search, setSearch] = useUrlState('search', '');
  const [typed, setTyped] = useState(search);
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const { data: places } = useQuery(directory);
  const list = useInfiniteQuery(stockList({ search, locationId: locationId === EVERYWHERE ? null : locationId }));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <StockNav />
      <Panel>
        <div className={styles.filters}>
          <SearchField label={t('search.label')} placeholder={t('search.placeholder')} clearLabel={t('search.clear')} value={typed} onChange={setTyped} onSubmit={setSearch} onClear={() => setSearch('')} />
          <Select label={t('location')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...placesToChoose(places)]} value={locationId} onChange={setLocationId} />
        </div>
        {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={8} height={32} /> : null}
        {list.data ? <StockTable items={items} places={places} locationId={locationId} emptied={search !== ''} onClear={() => { setTyped(''); setSearch(''); }} /> : null}
        {list.hasNextPage ? <div className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('more')}</Button></div> : null}
      </Panel>
    </>
  );
}

const placesToChoose = (places: DirectoryAnswer | undefined) => (places?.locations ?? []).filter((location) => location.kind !== 'marketplace').map(({ id, name, code }) => ({ id, label: name, detail: code }));

function StockTable({ items, places, locationId, emptied, onClear }: { items: Item[]; places: DirectoryAnswer | undefined; locationId: string; emptied: boolean; onClear: () => void }) {
  const t = useTranslations('stock');
  const locale = useLocale();
  const quantity = (milli: number, { unit }: Item) => <span className="os-number">{formatQuantity(milli, locale, unit)}</span>;
  const why = (item: Item, number: StockNumber, milli: number) => (
    <Link href={`/stock/${item.variantId}?why=${number}${locationId === EVERYWHERE ? '' : `&location=${locationId}`}`} className={styles.number} aria-label={t('why.open', { number: t(`number.${number}`), place: item.title, quantity: formatQuantity(milli, locale, item.unit) })}>{quantity(milli, item)}</Link>
  );
  const nameOf = new Map(places?.locations.map((location) => [location.id, location.name]));
  const columns: DataColumn<Item>[] = [
    {
      id: 'sku',
      header: t('column.sku'),
      isRowHeader: true,
      cell: (item) => (
        <Link href={`/stock/${item.variantId}`} className={styles.product}>
          <strong>{item.title}</strong>
          <small>{[item.variantTitle, item.sku].filter(Boolean).join(' · ')}</small>
        </Link>
      ),
    },
    { id: 'on_hand', header: t('number.on_hand'), align: 'end', cell: (item) => why(item, 'on_hand', item.onHandMilli) },
    { id: 'committed', header: t('number.committed'), align: 'end', cell: (item) => why(item, 'committed', item.committedMilli) },
    { id: 'unavailable', header: t('number.unavailable'), align: 'end', cell: (item) => why(item, 'unavailable', item.unavailableMilli) },
    {
      id: 'available',
      header: t('number.available'),
      align: 'end',
      cell: (item) => (
        <>
          {item.overrideMilli > 0 ? <Tag tone="blocked">{t('oversold', { quantity: formatQuantity(item.overrideMilli, locale, item.unit) })}</Tag> : null} {why(item, 'available', item.availableMilli)}
        </>
      ),
    },
    {
      id: 'locations',
      header: t('column.locations'),
      cell: (item) => (
        <ul className={styles.places}>
          {item.locations.map((at) => (
            <li key={at.locationId} data-empty={at.availableMilli === 0 || undefined}>
              {nameOf.get(at.locationId) ?? '…'} {quantity(at.availableMilli, item)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
  const empty = emptied
    ? <EmptyState title={t('nothingFound.title')} action={<Button onPress={onClear}>{t('search.clear')}</Button>}>{t('nothingFound.text')}</EmptyState>
    : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(item) => item.variantId} empty={empty} />;
}
