'use client';
import type { ProductDetail } from '@oneshelf/contracts';
import { Button, DataTable, EmptyState, LinkButton, Money, Panel, ProductPicture, Skeleton, StatusTag, Tag, TicketHeader } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { ComponentsPanel } from '../stock/components-panel';
import { useMay } from '../stock-work/use-stock-places';
import { HowKeptDialog } from './how-kept-dialog';
import { PriceHistoryPanel } from './price-history';
import { productDetail } from './products-api';
import styles from './products.module.css';
import { useStatusLooks } from './use-status-looks';

/** One product with its variants and where it belongs. */
export function ProductDetailScreen({ productId }: { productId: string }) {
  const t = useTranslations('products');
  const product = useQuery(productDetail(productId));
  if (product.isPending) return <div role="status" aria-label={t('detail.loading')}><Skeleton lines={6} height={28} /></div>;
  if (product.isError) {
    const isMissing = product.error instanceof ApiProblem && (product.error.status === 404 || product.error.status === 400);
    if (!isMissing) return <ScreenError error={product.error} onRetry={() => void product.refetch()} />;
    return <EmptyState title={t('missing.title')} action={<LinkButton href="/products">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  }
  return <Product product={product.data} />;
}

function Product({ product }: { product: ProductDetail }) {
  const t = useTranslations('products');
  const shell = useTranslations('shell');
  const looks = useStatusLooks();
  return (
    <div className={styles.stack}>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/products' }, { label: product.title }]} title={product.title}
        description={<><StatusTag status={product.status} looks={looks} /> {product.handle}</>}
        facts={[
          { label: t('detail.department'), value: product.department || t('detail.none'), detail: product.category || undefined, isPlain: true },
          { label: t('detail.brand'), value: product.brand || t('detail.none'), isPlain: true },
          { label: t('detail.taxClass'), value: product.taxClass, isPlain: true },
        ]}
      />
      <Panel title={t('detail.variantsTitle')}><VariantTable product={product} /></Panel>
      {product.variants.filter(({ kind }) => kind !== 'stock' || product.variants.length === 1).map(({ id, sku }) => <ComponentsPanel key={id} variantId={id} sku={sku} />)}
      <PriceHistoryPanel product={product} />
      <Panel title={t('detail.collections')}>
        {product.collections.length === 0 ? <p>{t('detail.noCollections')}</p> : <div className={styles.tags}>{product.collections.map(({ id, title }) => <Tag key={id}>{title}</Tag>)}</div>}
      </Panel>
      <Attributes product={product} />
      <Panel title={t('detail.description')}><div className={styles.about}><ProductPicture className={styles.picture} title={product.title} department={product.department} imageUrl={product.imageUrl} /><p className={styles.text}>{product.description || t('detail.noDescription')}</p></div></Panel>
    </div>
  );
}

/** What files said of it beyond our own fields; promotions can ask for it. */
function Attributes({ product: { attributes } }: { product: ProductDetail }) {
  const t = useTranslations('products.detail');
  return (
    <Panel title={t('attributes')}>
      {attributes.length === 0 ? <p>{t('noAttributes')}</p> : (
        <dl className={styles.attributes}>
          {attributes.map(({ name, values }) => <div key={name}><dt>{name}</dt><dd className={styles.tags}>{values.map((value) => <Tag key={value}>{value}</Tag>)}</dd></div>)}
        </dl>
      )}
    </Panel>
  );
}

function VariantTable({ product }: { product: ProductDetail }) {
  const t = useTranslations('products');
  const locale = useLocale();
  const looks = useStatusLooks();
  const mayKeep = useMay()(['merchandiser']);
  const [keptId, setKeptId] = useState<string | null>(null);
  const opened = product.variants.find(({ id }) => id === keptId);
  const kept = (variant: ProductDetail['variants'][number]) => [t(`kept.units.${variant.isCatchWeight ? 'weighed' : variant.unit}`), ...(variant.trackedBy === 'none' ? [] : [t(`kept.tracked.${variant.trackedBy}`)])].join(', ');
  return (
    <>
      <DataTable
        caption={t('detail.variantsCaption')} rows={product.variants} rowKey={(variant) => variant.id}
        columns={[
          { id: 'sku', header: t('sku'), cell: (variant) => <Link href={`/stock/${variant.id}`} aria-label={t('detail.stock', { sku: variant.sku })}>{variant.sku}</Link>, isRowHeader: true },
          ...product.optionNames.map((name, index) => ({ id: `option-${index}`, header: name, cell: (variant: ProductDetail['variants'][number]) => variant.optionValues[index] ?? '' })),
          { id: 'barcodes', header: t('detail.barcodes'), cell: (variant) => variant.barcodes.join(', ') },
          { id: 'cost', header: t('detail.cost'), align: 'end' as const, cell: (variant) => (variant.costMinor === null || variant.costCurrency === null ? '' : <Money amountMinor={variant.costMinor} currency={variant.costCurrency} locale={locale} />) },
          { id: 'weight', header: t('detail.weight'), align: 'end' as const, cell: (variant) => (variant.weightGrams === null ? '' : t('detail.grams', { grams: variant.weightGrams })) },
          ...(product.variants.some(({ contents }) => contents !== null) ? [{ id: 'contents', header: t('detail.contents'), align: 'end' as const, cell: ({ contents }: ProductDetail['variants'][number]) => (contents === null ? '' : t(`detail.contentsOf.${contents.unit}`, { quantity: contents.quantityMilli / 1000 })) }] : []),
          { id: 'kept', header: t('kept.column'), cell: (variant) => (mayKeep ? <Button size="small" aria-label={t('kept.change', { sku: variant.sku, kept: kept(variant) })} onPress={() => setKeptId(variant.id)}>{kept(variant)}</Button> : kept(variant)) },
          { id: 'status', header: t('status'), cell: (variant) => <StatusTag status={variant.status} looks={looks} /> },
        ]}
      />
      {opened ? <HowKeptDialog variant={opened} onClose={() => setKeptId(null)} /> : null}
    </>
  );
}
