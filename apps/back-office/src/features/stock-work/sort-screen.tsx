'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectStockRequest, ToSortAnswer } from '@oneshelf/contracts';
import { Button, ChipGroup, type DataColumn, DataTable, EmptyState, formatQuantity, Panel, Select, Skeleton, Tag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { useUrlState } from '../../use-url-state';
import { usePlaceName } from '../stock/use-place-name';
import { ProductCell } from './product-cell';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useMay, useStockPlaces } from './use-stock-places';

type Item = ToSortAnswer['items'][number];
const BUCKETS = ['all', 'quality_control', 'quarantine', 'refurbish', 'damaged'] as const;
const EVERYWHERE = 'all';

/** Goods to sort: everything that lies apart and for how long; back to sale, or written off. Each act can be taken back. */
export function SortScreen() {
  const t = useTranslations('stock-work.sort');
  const [bucket, setBucket] = useUrlState('bucket', 'all');
  const [locationId, setLocationId] = useUrlState('location', EVERYWHERE);
  const places = useStockPlaces();
  const view = BUCKETS.find((one) => one === bucket) ?? 'all';
  const [offset, setOffset] = useState(0);
  const query = useQuery(apiQuery('/api/stock/to-sort', { params: { query: { bucket: view === 'all' ? null : view, locationId: locationId === EVERYWHERE ? null : locationId, offset } } }));
  const sort = useSort();
  const columns = useColumns(sort);
  const filtered = view !== 'all' || locationId !== EVERYWHERE;
  const clear = (): void => { setBucket('all'); setLocationId(EVERYWHERE); setOffset(0); };
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <StockNav />
      <div className="office-filters">
        <ChipGroup label={t('show')} value={view} onChange={(id) => { setBucket(id ?? 'all'); setOffset(0); }} chips={BUCKETS.map((id) => ({ id, label: t(`buckets.${id}`) }))} />
        <Select label={t('place')} labelHidden options={[{ id: EVERYWHERE, label: t('everywhere') }, ...places]} value={locationId} onChange={(id) => { setLocationId(id); setOffset(0); }} />
      </div>
      <Panel>
        {query.error ? <ScreenError error={query.error} onRetry={() => void query.refetch()} /> : null}
        {sort.error ? <ScreenError error={sort.error} /> : null}
        {query.isPending ? <Skeleton lines={6} height={30} /> : null}
        {query.data ? <DataTable caption={t('title')} columns={columns} rows={query.data.items} rowKey={(item) => `${item.variantId}-${item.locationId}-${item.bucket}`} empty={<EmptyState title={t('empty.title')} action={filtered ? <Button onPress={clear}>{t('clear')}</Button> : undefined}>{t('empty.text')}</EmptyState>} /> : null}
        {query.data && query.data.count > query.data.items.length ? <div className={styles.acts}>{offset > 0 ? <Button onPress={() => setOffset(0)}>{t('firstPage')}</Button> : null}{offset + query.data.items.length < query.data.count ? <Button onPress={() => setOffset(offset + query.data.items.length)}>{t('more', { count: query.data.count - offset - query.data.items.length })}</Button> : null}</div> : null}
      </Panel>
    </>
  );
}

type Act = { item: Item; kind: 'back' | 'off' };

function useSort() {
  const t = useTranslations('stock-work.sort');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['stock'] });
  return useMutation({
    mutationFn: async ({ item, kind }: Act) => {
      const { variantId, locationId, bucket, quantityMilli } = item;
      const which = item.trackedBy === 'serial' ? { serials: await piecesApart(item) } : {};
      const body: CorrectStockRequest = kind === 'back'
        ? { kind: 'reclassify', reason: bucket === 'refurbish' ? 'repaired' : 'checked', moves: [{ variantId, locationId, from: bucket, to: 'sellable', quantityMilli, ...which }] }
        : { kind: 'adjust', reason: 'damaged', moves: [{ variantId, locationId, bucket, deltaMilli: -quantityMilli, ...which }] };
      return api.post('/api/stock/corrections', { body, idempotencyKey: newId() });
    },
    onSuccess: async ({ correctionId, status }, { kind }) => {
      await refresh();
      if (status === 'waiting') return sayDone({ text: t('waits') });
      const undo = () => void api.post('/api/stock/corrections/{id}/undo', { params: { path: { id: correctionId } } }).then(refresh).catch(() => undefined);
      sayDone({ text: t(`done.${kind}`), action: { label: t('undo'), onPress: undo } });
    },
  });
}

/** All that lies there in this state is sorted, so its pieces are those that lie there. */
async function piecesApart({ variantId, locationId, bucket }: Item): Promise<string[]> {
  const { items } = await api.get('/api/stock/serials', { params: { query: { variantId, locationId, state: bucket, limit: 200 } } });
  return items.map((piece) => piece.serialNumber);
}

function useColumns(sort: ReturnType<typeof useSort>): DataColumn<Item>[] {
  const t = useTranslations('stock-work.sort');
  const locale = useLocale();
  const format = useFormatter();
  const placeName = usePlaceName();
  const may = useMay();
  return [
    { id: 'product', header: t('column.product'), isRowHeader: true, cell: (item) => <ProductCell product={item} /> },
    { id: 'bucket', header: t('column.state'), cell: (item) => <Tag tone={item.bucket === 'damaged' ? 'blocked' : 'waiting'}>{t(`buckets.${item.bucket}`)}</Tag> },
    { id: 'place', header: t('column.place'), cell: (item) => placeName(item.locationId) },
    { id: 'quantity', header: t('column.quantity'), align: 'end', cell: (item) => formatQuantity(item.quantityMilli, locale, item.unit) },
    { id: 'since', header: t('column.since'), align: 'end', cell: (item) => (item.since === null ? '–' : <time dateTime={item.since}>{format.relativeTime(new Date(item.since))}</time>) },
    { id: 'why', header: t('column.why'), cell: (item) => item.reason },
    {
      id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end',
      cell: (item) => may(['operations', 'store_manager', 'associate'], item.locationId) ? (
        <div className={styles.acts}>
          <Button size="small" aria-label={t('backOf', { sku: item.sku })} isDisabled={sort.isPending} onPress={() => sort.mutate({ item, kind: 'back' })}>{t('back')}</Button>
          <Button size="small" variant="danger" aria-label={t('offOf', { sku: item.sku })} isDisabled={sort.isPending} onPress={() => sort.mutate({ item, kind: 'off' })}>{t('off')}</Button>
        </div>
      ) : null,
    },
  ];
}
