'use client';
import { EmptyState, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function DayReportScreen() {
  const t = useTranslations('reports');
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    </>
  );
}
