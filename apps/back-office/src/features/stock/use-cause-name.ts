'use client';
import { useMessages, useTranslations } from 'next-intl';

type CauseKey = keyof ReturnType<typeof useMessages>['stock']['cause'];

/** A cause of movements as people say it; one that this page does not know keeps its code. */
export function useCauseName(): (kind: string) => string {
  const t = useTranslations('stock');
  const known = useMessages().stock.cause;
  return (kind) => (kind in known ? t(`cause.${kind as CauseKey}`) : kind);
}
