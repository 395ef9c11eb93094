'use client';
import { EmptyState, LinkButton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function ImportDetailScreen({ importId }: { importId: string }) {
  const t = useTranslations('imports');
  const shell = useTranslations('shell');
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/imports' }, { label: importId }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href="/imports">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}
