'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { StorefrontProduct } from '@oneshelf/contracts';
import { ChipGroup, ProductPicture, SearchField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PagedList } from '../../paged-list';
import { useUrlState } from '../../use-url-state';
import { lowestPrice } from './lowest-price';
import { useShop } from './shop-context';
import { ShopPrice } from './shop-price';
import { usePromiseWords } from './use-promise-words';
import { shopCollections, shopProducts } from './shop-queries';

/** What is for sale: search and collections in the URL. */
export function ShopHomeScreen() {
  const t = useTranslations('shop');
  const shop = useShop();
  const [q, setQ] = useUrlState('q', '');
  const [collection, setCollection] = useUrlState('collection', '');
  const query = useInfiniteQuery(shopProducts(shop, { q: q.trim(), collection }));
  const { data: collections } = useQuery(shopCollections(shop));
  const chips = [{ id: 'all', label: t('collections.all') }, ...(collections?.items ?? []).map(({ handle, title }) => ({ id: handle, label: title }))];
  const isFiltered = q !== '' || collection !== '';
  const clear = () => {
    setQ('');
    setCollection('');
  };
  return (
    <div className="shop-stack">
      <h1>{t('title')}</h1>
      <SearchField label={t('search')} placeholder={t('search')} clearLabel={t('clearSearch')} value={q} onChange={setQ} />
      {chips.length > 1 ? <ChipGroup label={t('collections.label')} chips={chips} value={collection === '' ? 'all' : collection} onChange={(id) => setCollection(id === null || id === 'all' ? '' : id)} /> : null}
      <PagedList query={query} empty={{ title: isFiltered ? t('noneFound.title') : t('empty.title'), text: isFiltered ? t('noneFound.text') : t('empty.text'), onClear: isFiltered ? clear : undefined }}>
        {(products) => (
          <ul className="shop-grid">
            {products.map((product) => <li key={product.id}><ProductTile product={product} /></li>)}
          </ul>
        )}
      </PagedList>
    </div>
  );
}

function ProductTile({ product }: { product: StorefrontProduct }) {
  const t = useTranslations('shop');
  const { href } = useShop();
  const price = lowestPrice(product.variants);
  const isSoldOut = product.variants.every((variant) => variant.availableMilli <= 0);
  const promised = usePromiseWords();
  const promise = product.variants.find((variant) => variant.promise !== null)?.promise;
  return (
    <article className="shop-tile">
      <ProductPicture className="shop-picture" title={product.title} department={product.department} imageUrl={product.imageUrl} />
      <h2><Link href={href(`/shop/products/${encodeURIComponent(product.handle)}`)}>{product.title}</Link></h2>
      <p className="shop-tile-brand">{product.brand}</p>
      <p className="shop-tile-foot">
        <ShopPrice priceMinor={price?.priceMinor ?? null} listMinor={price?.listMinor ?? null} isLowest={price?.isLowest ?? false} currency={product.currency} />
        {!isSoldOut ? null : promise ? <span className="shop-tile-later">{promised(promise)}</span> : <span className="shop-tile-out">{t('soldOut')}</span>}
      </p>
    </article>
  );
}
