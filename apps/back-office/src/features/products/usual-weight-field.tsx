'use client';
import { formatQuantity, NumberField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';

/** What a piece usually weighs, in kilograms. */
export function UsualWeightField({ weightGrams, onChange }: { weightGrams: number | undefined; onChange: (weightGrams: number | undefined) => void }) {
  const t = useTranslations('products.kept');
  const locale = useLocale();
  return (
    <NumberField
      label={t('usualWeight')} minValue={0.001} maxValue={1000} formatOptions={{ maximumFractionDigits: 3 }} value={weightGrams === undefined ? Number.NaN : weightGrams / 1000}
      onChange={(kilograms) => onChange(Number.isFinite(kilograms) && kilograms > 0 ? Math.round(kilograms * 1000) : undefined)}
      description={weightGrams === undefined ? t('usualWeightHint') : t('usualWeightSays', { weight: formatQuantity(weightGrams, locale, 'kg') })} isRequired
    />
  );
}
