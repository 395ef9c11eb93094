'use client';
import { Money } from '@oneshelf/ui';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';

/** Amounts of one currency in the reader's notation. */
export function useAmount(currency: string): (amountMinor: number) => ReactNode {
  const locale = useLocale();
  return (amountMinor) => <Money amountMinor={amountMinor} currency={currency} locale={locale} />;
}
