'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LotListAnswer } from '@oneshelf/contracts';
import { Button, ChipGroup, type DataColumn, DataTable, EmptyState, formatQuantity, Panel, SearchField, Select, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { ProductCell } from '../stock-work/product-cell';
import { StockNav } from '../stock-work/stock-nav';
import styles from '../stock-work/stock-work.module.css';
import { useMay, useStockPlaces } from '../stock-work/use-stock-places';
import { lotList, lotViews } from './lot-queries';
import { LotRulesDialog } from './lot-rules-dialog';
import { LotTag } from './lot-tag';
import { useDay } from './use-day';

type Item = LotListAnswer['items'][number];
const EVERYWHERE = 'all';

/** Lots by place, what expires first at the top: what is due, and what to do about it. */
export function LotListScreen() {
  const t = useTranslations('lots');
  const stock = useTranslations('stock');
  const shell = useTranslations('shell');
  const [state, setState] = useUrlState('state', 'due');
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const [search, setSearch] = useUrlState('q', '');
  const [offset, setOffset] = useState(0);
  const [isRuling, setRuling] = useState(false);
  const view = lotViews.find((one) => one === state) ?? 'due';
  const query = useQuery(lotList({ state: view, offset, ...(locationId === EVERYWHERE ? {} : { locationId }), ...(search === '' ? {} : { search }) }));
  const places = useStockPlaces();
  const may = useMay();
  const clear = (): void => { setState('due'); setLocationId(EVERYWHERE); setSearch(''); setOffset(0); };
  const filtered = view !== 'due' || locationId !== EVERYWHERE || search !== '';
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: stock('title'), href: '/stock' }, { label: t('title') }]} title={t('title')} description={query.data ? t('description', { days: query.data.shortDays }) : t('lead')} actions={may(['operations']) ? <><Button onPress={() => setRuling(true)}>{t('rules.open')}</Button><MoveExpired /></> : undefined} />
      <StockNav />
      <div className="office-filters">
        <ChipGroup label={t('show')} value={view} onChange={(id) => { setState(id ?? 'due'); setOffset(0); }} chips={lotViews.map((id) => ({ id, label: t(`views.${id}`) }))} />
        <Select label={t('place')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...places]} value={locationId} onChange={(id) => { setLocationId(id); setOffset(0); }} />
        <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clear')} value={search} onChange={(text) => { setSearch(text); setOffset(0); }} />
      </div>
      <Panel>
        {query.error ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.isPending ? <Skeleton lines={6} height={30} /> : null}
        {query.data ? <LotTable items={query.data.items} empty={<EmptyState title={t('empty.title')} action={filtered ? <Button onPress={clear}>{t('clear')}</Button> : undefined}>{t('empty.text')}</EmptyState>} /> : null}
        {query.data && query.data.count > query.data.items.length ? <div className={styles.acts}>{offset > 0 ? <Button onPress={() => setOffset(0)}>{t('firstPage')}</Button> : null}{offset + query.data.items.length < query.data.count ? <Button onPress={() => setOffset(offset + query.data.items.length)}>{t('more', { count: query.data.count - offset - query.data.items.length })}</Button> : null}</div> : null}
      </Panel>
      {isRuling ? <LotRulesDialog onClose={() => setRuling(false)} /> : null}
    </>
  );
}

function LotTable({ items, empty }: { items: Item[]; empty: React.ReactNode }) {
  const t = useTranslations('lots');
  const locale = useLocale();
  const day = useDay();
  const placeName = usePlaceName();
  const columns: DataColumn<Item>[] = [
    { id: 'lot', header: t('column.lot'), isRowHeader: true, cell: (item) => <Link href={`/stock/lots/${item.lotId}`}>{item.code}</Link> },
    { id: 'product', header: t('column.product'), cell: (item) => <ProductCell product={item} /> },
    { id: 'place', header: t('column.place'), cell: (item) => placeName(item.locationId) },
    { id: 'expires', header: t('column.expires'), cell: (item) => <><span className="os-number">{day(item.expiresOn)}</span> <LotTag state={item.state} days={item.remainingDays} /></> },
    { id: 'shelf', header: t('column.shelf'), align: 'end', cell: (item) => formatQuantity(item.shelfMilli, locale) },
    { id: 'apart', header: t('column.apart'), align: 'end', cell: (item) => (item.apartMilli === 0 ? '–' : formatQuantity(item.apartMilli, locale)) },
    { id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end', cell: (item) => (item.apartMilli > 0 ? <Link href={`/stock/to-sort?bucket=quarantine&location=${item.locationId}`}>{t('sort')}</Link> : item.state === 'short' ? <Link href={`/stock/${item.variantId}`}>{t('look')}</Link> : null) },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={items} rowKey={(item) => `${item.lotId}-${item.locationId}`} empty={empty} />;
}

/** What the calendar does each few minutes, now. */
function MoveExpired() {
  const t = useTranslations('lots');
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: () => api.post('/api/stock/lots/move-expired', {}),
    onSuccess: async ({ lots, unitsMilli }) => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: lots === 0 ? t('movedNone') : t('moved', { lots, units: unitsMilli / 1000 }) }); },
  });
  return <><Button variant="primary" isPending={move.isPending} onPress={() => move.mutate()}>{t('moveExpired')}</Button>{move.error ? <ScreenError error={move.error} /> : null}</>;
}
