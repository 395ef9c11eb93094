'use client';
import { EmptyState, LinkButton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function OrderDetailScreen({ orderId }: { orderId: string }) {
  const t = useTranslations('orders');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/orders' }, { label: orderId }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/orders">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
