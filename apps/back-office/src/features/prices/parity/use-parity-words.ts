'use client';
import type { ParityContext, PriceDrift } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useMarket } from '../use-market';

/** Places, causes, prices and times in words. */
export function useParityWords(market: string, currency: string) {
  const t = useTranslations('parity');
  const locale = useLocale();
  const format = useFormatter();
  const { timeZone, channelNames, placeNames } = useMarket(market);
  const channel = (code: string): string => channelNames.get(code) ?? code;
  const store = (id: string | null): string | null => (id === null ? null : placeNames.get(id) ?? '…');
  return {
    channel, store,
    context: ({ channelCode, locationId, customerGroup }: Pick<ParityContext, 'channelCode' | 'locationId' | 'customerGroup'>): string => [store(locationId) ?? channel(channelCode), customerGroup].filter(Boolean).join(' · '),
    place: ({ placeKind, placeName, channelCode, locationId }: PriceDrift): string => (placeKind === 'receipt' ? t('receipt', { number: placeName }) : placeKind === 'till' ? [store(locationId), placeName].filter(Boolean).join(' · ') : channel(channelCode)),
    price: (minor: number | null): string => (minor === null ? t('notSold') : formatMoney(minor, currency, locale)),
    percent: (basisPoints: number | null): string => (basisPoints === null ? '∞' : format.number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 1 })),
    when: (instant: string | null): string => (instant === null ? t('never') : format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone })),
  };
}
