'use client';
import type { PurchaseOrderStatus } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

/** Words and colours of an order's states. */
export function useOrderStatusLooks(): StatusLook<PurchaseOrderStatus> {
  const t = useTranslations('purchasing.status');
  return {
    draft: { label: t('draft'), tone: 'neutral' }, sent: { label: t('sent'), tone: 'info' }, partly_received: { label: t('partly_received'), tone: 'waiting' },
    received: { label: t('received'), tone: 'done' }, closed_short: { label: t('closed_short'), tone: 'neutral' }, cancelled: { label: t('cancelled'), tone: 'neutral' },
  };
}
