'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontProduct, StorefrontVariant } from '@oneshelf/contracts';
import { isMeasured } from '@oneshelf/domain-kernel';
import { Button, ChipGroup, EmptyState, LinkButton, Notice, ProductPicture, Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { addToBasket } from './basket';
import { firstVariant, optionsOf, withOption } from './product-options';
import { useShop } from './shop-context';
import { ShopPrice } from './shop-price';
import { shopProduct, shopQuote } from './shop-queries';
import { StoreAvailability } from './store-availability';
import { useBasket } from './use-basket';
import { usePromiseWords } from './use-promise-words';

/** One product: options, price, where it can be had, and into the basket with it. */
export function ProductScreen({ handle }: { handle: string }) {
  const t = useTranslations('shop');
  const shop = useShop();
  const { data: product, error, refetch } = useQuery(shopProduct(shop, handle));
  const first = product === undefined ? undefined : firstVariant(product);
  if (product !== undefined && first !== undefined) return <ProductPage product={product} first={first} />;
  if (product !== undefined || (error instanceof ApiProblem && error.status === 404)) {
    return <EmptyState title={t('product.missing.title')} action={<LinkButton href={shop.href('/shop')}>{t('toShop')}</LinkButton>}>{t('product.missing.text')}</EmptyState>;
  }
  return error === null ? <Skeleton height={240} /> : <ScreenError error={error} onRetry={() => void refetch()} />;
}

function ProductPage({ product, first }: { product: StorefrontProduct; first: StorefrontVariant }) {
  const [variantId, setVariantId] = useState(first.id);
  const variant = product.variants.find((each) => each.id === variantId) ?? first;
  return (
    <article className="shop-product">
      <ProductPicture className="shop-picture" title={product.title} department={product.department} imageUrl={product.imageUrl} />
      <div className="shop-stack">
        <div>
          <p className="shop-tile-brand">{product.brand}</p>
          <h1>{product.title}</h1>
          {variant.title === '' ? null : <p>{variant.title}</p>}
        </div>
        <p className="shop-product-price"><ShopPrice priceMinor={variant.priceMinor} listMinor={variant.listMinor} lowestBeforeMinor={variant.lowestLast30DaysMinor} unitPrice={variant.unitPrice} unit={variant.unit} currency={product.currency} /></p>
        <PromotionName variant={variant} />
        {optionsOf(product).map(({ name, values }, index) => (
          <div key={name} className="shop-option">
            <span>{name}</span>
            <ChipGroup label={name} chips={values.map((value) => ({ id: value, label: value }))} value={variant.optionValues[index] ?? null} onChange={(value) => setVariantId(withOption(product.variants, variant, { index, value: value ?? '' }).id)} />
          </div>
        ))}
        <AddToBasket key={variant.id} product={product} variant={variant} />
        <StoreAvailability variantId={variant.id} unit={variant.unit} />
        {product.description === '' ? null : <p className="shop-description">{product.description}</p>}
      </div>
    </article>
  );
}

/** Which promotion reduced it: the engine's own word, asked for one piece. */
function PromotionName({ variant }: { variant: StorefrontVariant }) {
  const shop = useShop();
  const isReduced = variant.priceMinor !== null && variant.listMinor !== null && variant.listMinor > variant.priceMinor;
  const { data: quote } = useQuery(shopQuote(shop, { lines: isReduced ? [{ variantId: variant.id, quantityMilli: 1000 }] : [] }));
  const names = isReduced && quote?.lines[0]?.variantId === variant.id ? quote.discounts.map((discount) => discount.name) : [];
  return names.length === 0 ? null : <p className="shop-promotion">{names.join(', ')}</p>;
}

function AddToBasket({ product, variant }: { product: StorefrontProduct; variant: StorefrontVariant }) {
  const t = useTranslations('shop');
  const { href } = useShop();
  const [, change] = useBasket();
  const [isAdded, setAdded] = useState(false);
  const promised = usePromiseWords();
  const promise = variant.availableMilli > 0 ? null : variant.promise;
  if (variant.priceMinor === null) return <Notice tone="waiting">{t('product.notForSale')}</Notice>;
  if (variant.availableMilli <= 0 && variant.promise === null) return <Notice tone="waiting">{t('product.soldOut')}</Notice>;
  const add = () => {
    change((basket) => addToBasket(basket, { variantId: variant.id, quantityMilli: 1000, handle: product.handle, title: product.title, variantTitle: variant.title, ...(isMeasured(variant.unit) ? { unit: variant.unit } : {}) }));
    setAdded(true);
  };
  return (
    <>
      {promise === null ? null : <p className="shop-promise">{promised(promise)}</p>}
      <Button variant="primary" onPress={add}>{t(promise?.kind === 'preorder' ? 'product.preorder' : 'product.add')}</Button>
      <div role="status">{isAdded ? <Notice tone="done" actions={<LinkButton size="small" href={href('/shop/basket')}>{t('basket.open')}</LinkButton>}>{t('product.added')}</Notice> : null}</div>
    </>
  );
}
