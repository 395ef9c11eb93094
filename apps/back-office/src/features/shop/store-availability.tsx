'use client';
import { useQuery } from '@tanstack/react-query';
import type { QuantityUnit } from '@oneshelf/contracts';
import { formatQuantity } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { useShop } from './shop-context';
import { shopAvailability, shopStores } from './shop-queries';

/** Where one product can be had now: delivered, or collected in a store. */
export function StoreAvailability({ variantId, unit }: { variantId: string; unit: QuantityUnit }) {
  const t = useTranslations('shop.availability');
  const locale = useLocale();
  const shop = useShop();
  const { data: availability, error, refetch } = useQuery(shopAvailability(shop, [variantId]));
  const { data: stores } = useQuery(shopStores(shop));
  if (error !== null) return <ScreenError error={error} notDone={t('notDone')} onRetry={() => void refetch()} />;
  const item = availability?.items.find((each) => each.variantId === variantId);
  if (item === undefined || stores === undefined) return null;
  const left = (locationId: string) => item.stores.find((store) => store.locationId === locationId)?.availableMilli ?? 0;
  const having = stores.items.filter((store) => left(store.locationId) > 0);
  const without = stores.items.filter((store) => left(store.locationId) <= 0);
  return (
    <section className="shop-where" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul>
        <li data-has={item.deliveryMilli > 0 || undefined}>{item.deliveryMilli > 0 ? t('delivery', { left: formatQuantity(item.deliveryMilli, locale, unit) }) : t('noDelivery')}</li>
        {having.map((store) => <li key={store.locationId} data-has>{t('collect', { store: store.name, left: formatQuantity(left(store.locationId), locale, unit) })}</li>)}
      </ul>
      {without.length === 0 ? null : <p>{t('notAt', { stores: without.map((store) => store.name).join(', ') })}</p>}
    </section>
  );
}
