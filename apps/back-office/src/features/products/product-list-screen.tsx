'use client';
import type { ProductListItem } from '@oneshelf/contracts';
import { Button, DataTable, EmptyState, LinkButton, ProductPicture, SearchField, Select, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { productPages } from './products-api';
import styles from './products.module.css';
import { useStatusLooks } from './use-status-looks';

const ALL = 'all';

/** The catalogue by title; search and department stand in the URL. */
export function ProductListScreen() {
  const t = useTranslations('products');
  const [q, setQ] = useUrlState('q', '');
  const [department, setDepartment] = useUrlState('department', '');
  const pages = useInfiniteQuery(productPages({ q: useDeferredValue(q.trim()), department }));
  const last = pages.data?.pages.at(-1);
  const clear = () => { setQ(''); setDepartment(''); };
  return (
    <div className={styles.stack}>
      <TicketHeader title={t('title')} description={t('description')} actions={<LinkButton href="/imports">{t('import')}</LinkButton>} />
      <div className={styles.filters}>
        <SearchField label={t('search')} placeholder={t('searchHint')} clearLabel={t('clear')} value={q} onChange={setQ} />
        <Select label={t('department')} labelHidden value={department || ALL} onChange={(id) => setDepartment(id === ALL ? '' : id)}
          options={[{ id: ALL, label: t('allDepartments') }, ...(last?.departments ?? (department ? [department] : [])).map((name) => ({ id: name, label: name }))]} />
      </div>
      {pages.isPending ? <div role="status" aria-label={t('loading')}><Skeleton lines={8} height={28} /></div> : null}
      {pages.isError ? <ScreenError error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.data && last ? <ProductTable products={pages.data.pages.flatMap((page) => page.products)} totals={last} onClear={clear} /> : null}
      {pages.hasNextPage ? <div><Button onPress={() => void pages.fetchNextPage()} isDisabled={pages.isFetchingNextPage}>{t('more')}</Button></div> : null}
    </div>
  );
}

function ProductTable({ products, totals, onClear }: { products: ProductListItem[]; totals: { total: number; totalAll: number }; onClear: () => void }) {
  const t = useTranslations('products');
  const format = useFormatter();
  const looks = useStatusLooks();
  if (totals.totalAll === 0) return <EmptyState title={t('empty.title')} action={<LinkButton variant="primary" href="/imports">{t('import')}</LinkButton>}>{t('empty.text')}</EmptyState>;
  return (
    <>
      <DataTable
        caption={t('caption')} rows={products} rowKey={(product) => product.id}
        empty={<EmptyState title={t('filtered.title', { total: totals.totalAll })} action={<Button onPress={onClear}>{t('filtered.action')}</Button>}>{t('filtered.text')}</EmptyState>}
        columns={[
          { id: 'product', header: t('product'), cell: (product) => <span className={styles.named}><ProductPicture className={styles.thumb} title={product.title} department={product.department} imageUrl={product.imageUrl} /><Link href={`/products/${product.id}`}>{product.title}</Link></span>, isRowHeader: true },
          { id: 'sku', header: t('sku'), cell: (product) => product.firstSku },
          { id: 'variants', header: t('variants'), align: 'end', cell: (product) => format.number(product.variantCount) },
          { id: 'brand', header: t('brand'), cell: (product) => product.brand },
          { id: 'department', header: t('department'), cell: (product) => product.department },
          { id: 'category', header: t('category'), cell: (product) => product.category },
          { id: 'status', header: t('status'), cell: (product) => <StatusTag status={product.status} looks={looks} /> },
        ]}
      />
      <p className={styles.foot} role="status">{t('shown', { shown: products.length, total: totals.total })}</p>
    </>
  );
}
