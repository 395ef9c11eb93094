'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceHistory, ProductDetail } from '@oneshelf/contracts';
import { DataTable, Money, Panel, Select, Skeleton, Tag, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { marketZone, useDirectory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { priceHistory } from '../prices/price-queries';

type Item = PriceHistory['items'][number];

/** What each price book said of a variant, and when. */
export function PriceHistoryPanel({ product }: { product: ProductDetail }) {
  const t = useTranslations('products.history');
  const [variantId, setVariantId] = useState(product.variants[0]?.id ?? '');
  const { data, error, refetch } = useQuery(priceHistory(variantId));
  const columns = useColumns();
  const sku = product.variants.find((variant) => variant.id === variantId)?.sku ?? '';
  if (product.variants.length === 0) return null;
  return (
    <Panel title={t('title')}>
      {product.variants.length > 1 ? <Select label={t('variant')} options={product.variants.map((variant) => ({ id: variant.id, label: [variant.sku, ...variant.optionValues].join(' · ') }))} value={variantId} onChange={setVariantId} /> : null}
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div role="status" aria-label={t('loading')}><Skeleton lines={3} height={28} /></div> : null}
      {data?.items.length === 0 ? <p>{t('empty')}</p> : null}
      {data && data.items.length > 0 ? <DataTable caption={t('caption', { sku })} columns={columns} rows={data.items} rowKey={(item) => `${item.bookId} ${item.fromMilli} ${item.fromRelease}`} /> : null}
    </Panel>
  );
}

function useColumns(): readonly DataColumn<Item>[] {
  const t = useTranslations('products.history');
  const locale = useLocale();
  const format = useFormatter();
  const known = useDirectory();
  const when = (instant: string, market: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone: marketZone(known, market) });
  return [
    { id: 'book', header: t('book'), isRowHeader: true, cell: (item) => <>{item.bookName}{item.fromMilli > 0 ? `, ${t('tier', { quantity: item.fromMilli / 1000 })}` : ''}{item.isDerived ? <small>{t('formula')}</small> : null}</> },
    { id: 'price', header: t('price'), align: 'end', cell: (item) => <Money amountMinor={item.amountMinor} currency={item.currency} locale={locale} /> },
    { id: 'from', header: t('from'), cell: (item) => when(item.from, item.marketCode) },
    { id: 'to', header: t('to'), cell: (item) => (item.to === null ? <Tag tone="done">{t('live')}</Tag> : when(item.to, item.marketCode)) },
  ];
}
