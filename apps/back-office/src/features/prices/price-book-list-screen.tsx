'use client';
import { EmptyState, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function PriceBookListScreen() {
  const t = useTranslations('prices');
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    </>
  );
}
