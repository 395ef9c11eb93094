'use client';
import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Notice } from '@oneshelf/ui';
import { Check, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import styles from './review.module.css';
import { floorViolations } from './review-queries';

const SHOWN = 3;

/** Checks beside those of the prices themselves, which say the maker's limits: what went live meanwhile, and floors of our own. */
export function ExtraChecks({ market, currency, clashes }: { market: string; currency: string; clashes: number | null }) {
  const t = useTranslations('price-review');
  const locale = useLocale();
  const { data } = useQuery(floorViolations(market));
  const below = (data?.items ?? []).filter(({ kind }) => kind === 'floor');
  const words = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return (
    <div className={styles.checks}>
      {below.length === 0 ? null : (
        <Notice tone="blocked" icon={<TriangleAlert size={18} aria-hidden="true" />}>
          <strong>{t('floors.check', { count: below.length })}</strong>
          <ul className={styles.reasons}>{below.slice(0, SHOWN).map((price) => <li key={`${price.bookName} ${price.variantId}`}>{t('floors.rows', { sku: price.sku, price: words(price.amountMinor), book: price.bookName, floor: words(price.floorMinor) })}</li>)}</ul>
        </Notice>
      )}
      {clashes === null ? null : clashes === 0
        ? <Notice tone="done" icon={<Check size={18} aria-hidden="true" />}>{t('clashes.fine')}</Notice>
        : <Notice tone="blocked" icon={<TriangleAlert size={18} aria-hidden="true" />}><strong>{t('clashes.check', { count: clashes })}</strong></Notice>}
    </div>
  );
}
