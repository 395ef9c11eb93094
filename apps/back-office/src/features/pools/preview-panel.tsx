'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChannelPoolAnswer, ChannelPoolPreview } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Notice, Panel, Skeleton, Tag } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { ProductPicker } from '../promotions/product-picker';
import { useSettled } from '../promotions/use-settled';
import type { PoolDraft } from './pool-draft';
import styles from './pools.module.css';

type Item = ChannelPoolPreview['items'][number];
const MOST = 50;

/** What the channel sees now and what it would see, for a handful of SKUs: the ones in most danger, or those that a person names. */
export function PreviewPanel({ pool, draft, isChanged }: { pool: ChannelPoolAnswer; draft: PoolDraft; isChanged: boolean }) {
  const t = useTranslations('pools.preview');
  const [named, setNamed] = useUrlState('skus', '');
  const variantIds = named === '' ? [] : named.split(',');
  const settled = useSettled(draft, 300);
  const preview = useQuery({
    queryKey: ['channel-pools', pool.channelCode, 'preview', settled, variantIds],
    queryFn: () => api.post('/api/channel-pools/{code}/preview', { params: { path: { code: pool.channelCode } }, body: { ...settled, ...(variantIds.length > 0 ? { variantIds } : {}) } }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const pick = (variantId: string) => setNamed([...new Set([variantId, ...variantIds])].slice(0, MOST).join(','));
  return (
    <Panel title={t('title', { channel: pool.name })}>
      <div className={styles.picker}>
        <ProductPicker label={t('find')} by="variant" onPick={({ variantId }) => pick(variantId)} />
        {variantIds.length > 0 ? <Button onPress={() => setNamed('')}>{t('showEndangered')}</Button> : null}
      </div>
      {preview.error ? <ScreenError error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data ? (
        <div className={styles.preview} aria-live="polite" aria-busy={preview.isFetching}>
          {preview.data.listings && isChanged ? <Notice tone={preview.data.listings.toNone > 0 ? 'waiting' : 'info'}>{t('listings', preview.data.listings)}</Notice> : null}
          <PreviewTable items={preview.data.items} isChanged={isChanged} isNamed={variantIds.length > 0} />
        </div>
      ) : preview.error ? null : <Skeleton lines={6} height={28} />}
    </Panel>
  );
}

function PreviewTable({ items, isChanged, isNamed }: { items: Item[]; isChanged: boolean; isNamed: boolean }) {
  const t = useTranslations('pools.preview');
  const locale = useLocale();
  const quantity = (milli: number) => formatQuantity(milli, locale);
  const change = ({ before, after }: Item) => after.exposedMilli - before.exposedMilli;
  const columns: DataColumn<Item>[] = [
    { id: 'sku', header: t('sku'), isRowHeader: true, cell: (item) => <Link className={styles.product} href={`/stock/${item.variantId}`}><strong>{item.title}</strong><small>{item.sku}</small></Link> },
    { id: 'free', header: t('free'), align: 'end', cell: (item) => quantity(item.freeMilli) },
    { id: 'before', header: t('before'), align: 'end', cell: (item) => quantity(item.before.exposedMilli) },
    ...(isChanged
      ? [
          { id: 'after', header: t('after'), align: 'end' as const, cell: (item: Item) => <strong>{quantity(item.after.exposedMilli)}</strong> },
          { id: 'change', header: t('change'), align: 'end' as const, cell: (item: Item) => (change(item) === 0 ? t('same') : <Tag tone={item.after.exposedMilli === 0 ? 'blocked' : 'waiting'}>{`${change(item) > 0 ? '+' : '−'}${quantity(Math.abs(change(item)))}`}</Tag>) },
        ]
      : []),
    { id: 'why', header: t('why'), cell: (item) => (item.after.decidedBy === 'pool' ? t('withheld', { quantity: quantity(item.after.bufferMilli) }) : t(`decidedBy.${item.after.decidedBy}`)) },
  ];
  return <DataTable caption={isNamed ? t('named') : t('endangered')} showCaption columns={columns} rows={items} rowKey={(item) => item.variantId} empty={<p>{t('none')}</p>} />;
}
