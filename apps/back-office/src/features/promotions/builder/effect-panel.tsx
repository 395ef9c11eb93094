'use client';
import type { PromotionCandidate, PromotionEffect } from '@oneshelf/contracts';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../../screen-error';
import styles from '../promotions.module.css';
import { promotionEffect } from '../promotions-api';
import { useMarkets } from '../use-markets';
import { useMoney } from '../use-money';

/** Would change so many of the last 100 baskets, and which. */
export function EffectPanel({ marketCode, candidate }: { marketCode: string; candidate: PromotionCandidate | null }) {
  const t = useTranslations('promotion-desk.effect');
  return <Panel title={t('title')}>{candidate === null ? <p className={styles.quiet}>{t('unfinished')}</p> : <Effect marketCode={marketCode} candidate={candidate} />}</Panel>;
}

function Effect({ marketCode, candidate }: { marketCode: string; candidate: PromotionCandidate }) {
  const t = useTranslations('promotion-desk.effect');
  const { data, error, refetch } = useQuery(promotionEffect({ marketCode, candidate }));
  if (error) return <ScreenError error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p role="status" className={styles.quiet}>{t('asking')}</p>;
  return <Found effect={data} />;
}

function Found({ effect }: { effect: PromotionEffect }) {
  const t = useTranslations('promotion-desk.effect');
  const format = useFormatter();
  const { channelName } = useMarkets();
  const money = useMoney(effect.currency);
  const { baskets, changed, savedMinor, before, skipped, assumesCode, rows } = effect;
  if (baskets === 0) return <p className={styles.quiet}>{t('noBaskets')}</p>;
  return (
    <div className={styles.stack}>
      <p role="status" className={styles.count}>{t.rich('says', { changed: format.number(changed), baskets, saved: money(savedMinor), strong: (words) => <strong key="strong">{words}</strong> })}</p>
      {before === null ? null : <p className={styles.quiet}>{t('before', { changed: format.number(before.changed), saved: money(before.savedMinor) })}</p>}
      {assumesCode ? <p className={styles.quiet}>{t('assumesCode')}</p> : null}
      {skipped > 0 ? <p className={styles.quiet}>{t('skipped', { count: skipped })}</p> : null}
      {rows.length === 0 ? null : (
        <ul className={styles.baskets} aria-label={t('baskets')} tabIndex={0}>
          {rows.map((row) => (
            <li key={row.orderId}><Link href={`/orders/${row.orderId}`}>{row.number}</Link><small>{channelName(row.channelCode)}</small><span>{money(row.withoutMinor)} → <strong>{money(row.withMinor)}</strong></span></li>
          ))}
        </ul>
      )}
    </div>
  );
}
