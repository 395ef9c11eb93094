'use client';
import { useQuery } from '@tanstack/react-query';
import { formatQuantity, Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { receivedWeight } from './stock-queries';

/** Of pieces that are paid by their weight: what one usually weighs and what they weighed as they came. Nothing for other goods. */
export function WeightPanel({ variantId, onHandMilli }: { variantId: string; onHandMilli: number }) {
  const t = useTranslations('stock.weight');
  const locale = useLocale();
  const { data } = useQuery(receivedWeight(variantId));
  if (!data || data.usualWeightGrams === null) return null;
  const kilograms = (milli: number): string => formatQuantity(milli, locale, 'kg');
  const each = data.averageMilli ?? data.usualWeightGrams;
  return (
    <Panel title={t('title')}>
      <p>{t('text')}</p>
      <p>{data.averageMilli === null ? t('usual', { weight: kilograms(data.usualWeightGrams) }) : t('average', { weight: kilograms(data.averageMilli), pieces: formatQuantity(data.quantityMilli, locale), all: kilograms(data.weightMilli), usual: kilograms(data.usualWeightGrams) })}</p>
      {onHandMilli > 0 ? <p>{t('about', { pieces: formatQuantity(onHandMilli, locale), weight: kilograms(Math.round((onHandMilli * each) / 1000)) })}</p> : null}
    </Panel>
  );
}
