'use client';
import { EmptyState, LinkButton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function NotFoundScreen() {
  const t = useTranslations('shell.notFound');
  return (
    <main className="sign-in">
      <EmptyState title={t('title')} action={<LinkButton href="/" variant="primary">{t('action')}</LinkButton>}>{t('text')}</EmptyState>
    </main>
  );
}
