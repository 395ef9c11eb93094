'use client';
import { NumberField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import prices from '../prices/prices.module.css';
import type { OfferLimits } from './promotion-offers';
import styles from './promotions.module.css';

type Props = { limits: OfferLimits; onChange: (change: Partial<OfferLimits>) => void; currency: string };

/** How often and for how much, as the end of the sentence; a blank stands for no limit. */
export function PromotionLimitsRow({ limits, onChange, currency }: Props) {
  const t = useTranslations('promotions.create.limits');
  const blank = (field: keyof OfferLimits, bounds: { minValue: number; maxValue: number; step: number }) =>
    () => <NumberField key={field} label={t(field)} {...bounds} value={limits[field]} onChange={(value) => onChange({ [field]: value })} />;
  const count = { minValue: 1, maxValue: 100_000_000, step: 1 };
  return (
    <div className={`${prices.sentence} ${styles.limits}`} role="group" aria-label={t('title')}>
      {t.rich('sentence', { uses: blank('uses', count), usesPerCustomer: blank('usesPerCustomer', count), budget: blank('budget', { minValue: 0.01, maxValue: 1_000_000_000, step: 0.01 }), currency })}
    </div>
  );
}
