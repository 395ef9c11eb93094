'use client';
import type { TransferAnswer } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function useTransferLooks(): StatusLook<TransferAnswer['status']> {
  const t = useTranslations('stock-work.transfers.status');
  return {
    requested: { label: t('requested'), tone: 'waiting' }, approved: { label: t('approved'), tone: 'waiting' }, shipped: { label: t('shipped'), tone: 'info' },
    received: { label: t('received'), tone: 'done' }, cancelled: { label: t('cancelled'), tone: 'neutral' },
  };
}
