'use client';
import { formatQuantity, NumberField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';

interface Props {
  title: string;
  quantityMilli: number;
  usualWeightGrams: number;
  weightMilli: number | undefined;
  onChange: (weightMilli: number | undefined) => void;
}

/** What all pieces of a line weigh; beside it what that makes of each, so that a wrong digit is seen. */
export function WeightField({ title, quantityMilli, usualWeightGrams, weightMilli, onChange }: Props) {
  const t = useTranslations('purchasing.receive');
  const locale = useLocale();
  const usual = formatQuantity(usualWeightGrams, locale, 'kg');
  return (
    <NumberField
      label={t('weightOf', { quantity: formatQuantity(quantityMilli, locale), product: title })} minValue={0.001} maxValue={1_000_000} formatOptions={{ maximumFractionDigits: 3 }} isRequired
      value={weightMilli === undefined ? Number.NaN : weightMilli / 1000} onChange={(kilograms) => onChange(Number.isFinite(kilograms) && kilograms > 0 ? Math.round(kilograms * 1000) : undefined)}
      description={weightMilli === undefined ? t('weightUsual', { usual }) : t('weightEach', { each: formatQuantity(Math.round((weightMilli * 1000) / quantityMilli), locale, 'kg'), usual })}
    />
  );
}
