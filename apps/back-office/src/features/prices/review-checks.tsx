'use client';
import type { PriceReview } from '@oneshelf/contracts';
import { Button, Notice, type Tone } from '@oneshelf/ui';
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReviewCheck } from './price-queries';
import styles from './prices.module.css';

/** What a person should look at before these prices are live; each check narrows the list to its own. */
export function ReviewChecks({ totals, only, onOnly }: { totals: PriceReview['totals']; only: ReviewCheck | null; onOnly: (check: ReviewCheck | null) => void }) {
  const t = useTranslations('prices.review.checks');
  const checks: readonly { id: ReviewCheck; count: number; tone: Tone }[] = [
    { id: 'below_cost', count: totals.belowCost, tone: 'blocked' }, { id: 'below_map', count: totals.belowMap, tone: 'blocked' }, { id: 'large_change', count: totals.large, tone: 'waiting' }, { id: 'removed', count: totals.removed, tone: 'waiting' },
  ];
  const found = checks.filter((check) => check.count > 0);
  return (
    <div className={styles.checks}>
      {found.length === 0 ? <Notice tone="done" icon={<Check size={18} aria-hidden="true" />}>{t('fine')}</Notice> : null}
      {found.map(({ id, count, tone }) => (
        <Notice
          key={id} tone={tone} icon={<TriangleAlert size={18} aria-hidden="true" />}
          actions={<Button size="small" variant="quiet" aria-label={`${t(id, { count })}: ${only === id ? t('showAll') : t('show')}`} onPress={() => onOnly(only === id ? null : id)}>{only === id ? t('showAll') : t('show')}</Button>}
        >
          <strong>{t(id, { count })}</strong>
        </Notice>
      ))}
    </div>
  );
}
