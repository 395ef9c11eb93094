'use client';
import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@oneshelf/domain-kernel';
import { useLocale, useTranslations } from 'next-intl';
import { useShop } from './shop-context';
import { shopShipping } from './shop-queries';

/** What delivery will cost at home, before anybody has said where it goes; fetching it in a store costs nothing. */
export function DeliveryNote() {
  const t = useTranslations('shop.basket');
  const locale = useLocale();
  const { data } = useQuery(shopShipping(useShop()));
  const ways = data?.items.filter((method) => method.countries.includes(data.country)) ?? [];
  const fees = ways.filter((method) => method.feeMinor > 0).map((method) => method.feeMinor);
  if (data === undefined || fees.length === 0) return null;
  const money = (amountMinor: number) => formatMoney(amountMinor, data.currency, locale);
  const freeFrom = ways.find((method) => method.feeMinor === 0)?.minItemsMinor ?? null;
  const fee = money(Math.min(...fees));
  return <p className="shop-delivery-note">{freeFrom === null ? t('delivery', { fee }) : t('deliveryFreeFrom', { fee, from: money(freeFrom) })}</p>;
}
