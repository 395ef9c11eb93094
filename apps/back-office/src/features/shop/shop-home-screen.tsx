'use client';
import { EmptyState } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

export function ShopHomeScreen() {
  const t = useTranslations('shop');
  return (
    <>
      <h1>{t('title')}</h1>
      <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>
    </>
  );
}
