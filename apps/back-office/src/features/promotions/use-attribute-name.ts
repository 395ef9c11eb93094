'use client';
import { useTranslations } from 'next-intl';

/** Our own attributes by a word of the reader's language; those of files by their own names. */
export function useAttributeName(): (name: string) => string {
  const t = useTranslations('promotion-desk.goods.own');
  return (name) => (name === 'brand' || name === 'department' || name === 'category' || name === 'tags' || name === 'material' ? t(name) : name);
}
