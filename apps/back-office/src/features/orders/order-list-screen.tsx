'use client';
import { EmptyState, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function OrderListScreen() {
  const t = useTranslations('orders');
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    </>
  );
}
