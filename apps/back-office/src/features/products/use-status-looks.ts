'use client';
import type { ProductStatus } from '@oneshelf/contracts';
import type { StatusLook } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';

/** Words and colour of a product's status. */
export function useStatusLooks(): StatusLook<ProductStatus> {
  const t = useTranslations('products.statuses');
  return { draft: { label: t('draft'), tone: 'waiting' }, active: { label: t('active'), tone: 'done' }, archived: { label: t('archived'), tone: 'neutral' } };
}
