'use client';
import { EmptyState, LinkButton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function StockDetailScreen({ variantId }: { variantId: string }) {
  const t = useTranslations('stock');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock' }, { label: variantId }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/stock">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
