'use client';
import { EmptyState, LinkButton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function ProductDetailScreen({ productId }: { productId: string }) {
  const t = useTranslations('products');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/products' }, { label: productId }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/products">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
