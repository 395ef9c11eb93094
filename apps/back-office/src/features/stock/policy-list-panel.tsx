'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { StockPolicyListAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, formatQuantity, Panel, Skeleton } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { type PickedProduct, ProductPicker } from '../promotions/product-picker';
import { PolicyDialog } from './policy-dialog';
import styles from './stock.module.css';
import { policyList, promisesOf } from './stock-queries';

type Row = StockPolicyListAnswer['items'][number];

/** Which products are sold before they are there: as a list, and where another one is added. */
export function PolicyListPanel({ mayEdit }: { mayEdit: boolean }) {
  const t = useTranslations('stock.promises.policies');
  const stock = useTranslations('stock');
  const list = useInfiniteQuery(policyList());
  const [picked, setPicked] = useState<Pick<PickedProduct, 'variantId' | 'title'> | null>(null);
  return (
    <Panel title={t('title')}>
      <div className={styles.form}>
        <p>{t('text')}</p>
        {mayEdit ? <ProductPicker by="variant" label={t('add')} onPick={setPicked} /> : null}
        {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={4} height={32} /> : null}
        {list.data ? <Policies rows={list.data.pages.flatMap(({ items }) => items)} onEdit={mayEdit ? (row) => setPicked({ variantId: row.variantId, title: row.title }) : undefined} /> : null}
        {list.hasNextPage ? <div className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{stock('more')}</Button></div> : null}
      </div>
      {picked ? <PolicyOf key={picked.variantId} variantId={picked.variantId} title={picked.title} onClose={() => { setPicked(null); void list.refetch(); }} /> : null}
    </Panel>
  );
}

/** The dialog needs what counts for the product now. */
function PolicyOf({ variantId, title, onClose }: { variantId: string; title: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(promisesOf(variantId));
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  return data ? <PolicyDialog variantId={variantId} product={title} policies={data.policies} onClose={onClose} /> : null;
}

function Policies({ rows, onEdit }: { rows: Row[]; onEdit: ((row: Row) => void) | undefined }) {
  const t = useTranslations('stock.promises');
  const locale = useLocale();
  const format = useFormatter();
  const columns: DataColumn<Row>[] = [
    { id: 'product', header: t('product'), isRowHeader: true, cell: (row) => <Link href={`/stock/${row.variantId}`} className={styles.product}><strong>{row.title}</strong><small>{[row.variantTitle, row.sku].filter(Boolean).join(' · ')}</small></Link> },
    { id: 'channel', header: t('channel'), cell: (row) => row.channelCode ?? t('policy.all') },
    { id: 'kind', header: t('kind'), cell: (row) => t(`policy.kinds.${row.kind}`) },
    { id: 'from', header: t('policy.day'), cell: (row) => (row.availableOn === null ? '' : format.dateTime(new Date(`${row.availableOn}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })) },
    { id: 'promised', header: t('policies.promised'), align: 'end', cell: (row) => (row.limitMilli === null ? formatQuantity(row.promisedMilli, locale) : t('policies.of', { promised: formatQuantity(row.promisedMilli, locale), limit: formatQuantity(row.limitMilli, locale) })) },
    ...(onEdit ? [{ id: 'act', header: t('policies.act'), cell: (row: Row) => <Button size="small" onPress={() => onEdit(row)}>{t('policy.open')}</Button> }] : []),
  ];
  return <DataTable caption={t('policies.title')} columns={columns} rows={rows} rowKey={(row) => `${row.variantId}-${row.channelCode ?? ''}`} empty={<EmptyState title={t('policies.none')}>{t(onEdit ? 'policies.noneText' : 'policies.noneRead')}</EmptyState>} />;
}
