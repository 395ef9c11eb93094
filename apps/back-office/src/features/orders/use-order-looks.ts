'use client';
import type { OrderDisplayStatus, OrderPart } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

/** Words and colour of an order's status. */
export function useOrderLooks(): StatusLook<OrderDisplayStatus> {
  const t = useTranslations('orders.status');
  return {
    awaiting_payment: { label: t('awaiting_payment'), tone: 'waiting' },
    placed: { label: t('placed'), tone: 'info' },
    in_fulfilment: { label: t('in_fulfilment'), tone: 'info' },
    ready_for_pickup: { label: t('ready_for_pickup'), tone: 'waiting' },
    partly_fulfilled: { label: t('partly_fulfilled'), tone: 'info' },
    fulfilled: { label: t('fulfilled'), tone: 'done' },
    partly_returned: { label: t('partly_returned'), tone: 'neutral' },
    returned: { label: t('returned'), tone: 'neutral' },
    cancelled: { label: t('cancelled'), tone: 'blocked' },
  };
}

/** Words and colour of one part's status. */
export function usePartLooks(): StatusLook<OrderPart['status']> {
  const t = useTranslations('orders.partStatus');
  return {
    to_pick: { label: t('to_pick'), tone: 'waiting' },
    picking: { label: t('picking'), tone: 'waiting' },
    ready: { label: t('ready'), tone: 'info' },
    handed_over: { label: t('handed_over'), tone: 'done' },
    shipped: { label: t('shipped'), tone: 'done' },
    cancelled: { label: t('cancelled'), tone: 'blocked' },
  };
}
