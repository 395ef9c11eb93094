'use client';
import type { CountAnswer } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function useCountLooks(): StatusLook<CountAnswer['status']> {
  const t = useTranslations('stock-work.counts.status');
  return {
    open: { label: t('open'), tone: 'info' }, recount: { label: t('recount'), tone: 'waiting' }, review: { label: t('review'), tone: 'waiting' },
    posted: { label: t('posted'), tone: 'done' }, cancelled: { label: t('cancelled'), tone: 'neutral' },
  };
}
