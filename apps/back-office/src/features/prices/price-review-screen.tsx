'use client';
import { EmptyState, LinkButton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function PriceReviewScreen({ bookId }: { bookId: string }) {
  const t = useTranslations('prices');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/prices' }, { label: bookId }]} title={t('review.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/prices">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
