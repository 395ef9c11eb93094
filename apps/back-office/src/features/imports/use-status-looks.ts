'use client';
import type { ImportStatus } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

/** Words and colour of an import's status. */
export function useStatusLooks(): StatusLook<ImportStatus> {
  const t = useTranslations('imports.statuses');
  return {
    uploaded: { label: t('uploaded'), tone: 'info' },
    checked: { label: t('checked'), tone: 'waiting' },
    importing: { label: t('importing'), tone: 'waiting' },
    done: { label: t('done'), tone: 'done' },
    cancelled: { label: t('cancelled'), tone: 'neutral' },
    failed: { label: t('failed'), tone: 'blocked' },
  };
}
