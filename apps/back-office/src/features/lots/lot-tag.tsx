'use client';
import type { LotState } from '@oneshelf/contracts';
import { Tag } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

const tones = { fresh: 'done', short: 'waiting', expired: 'blocked' } as const;

/** Fresh, short or expired, and how many days are left. */
export function LotTag({ state, days }: { state: LotState; days: number | null }) {
  const t = useTranslations('lots');
  return <Tag tone={tones[state]}>{days === null ? t('keeps') : t(`left.${state}`, { days: Math.abs(days) })}</Tag>;
}
