'use client';
import type { StorefrontPromise } from '@oneshelf/contracts';
import { useLocale, useTranslations } from 'next-intl';

/** "Available from 4 December", for one that is sold before it is there. */
export function usePromiseWords(): (promise: StorefrontPromise) => string {
  const t = useTranslations('shop.promise');
  const locale = useLocale();
  return ({ kind, expectedOn }) => (expectedOn === null ? t(`${kind}.someday`) : t(`${kind}.from`, { day: dayInWords(expectedOn, locale) }));
}

/** The same of what was ordered: "Out on 4 December, sent then." */
export function useOrderedWords(): (promise: StorefrontPromise) => string {
  const t = useTranslations('shop.ordered');
  const locale = useLocale();
  return ({ kind, expectedOn }) => (expectedOn === null ? t(`${kind}.someday`) : t(`${kind}.from`, { day: dayInWords(expectedOn, locale) }));
}

/** A day of a calendar, not an instant: the same day wherever it is read. The year only where it is another one. */
export function dayInWords(day: string, locale: string): string {
  const isThisYear = day.slice(0, 4) === String(new Date().getFullYear());
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...(isThisYear ? {} : { year: 'numeric' }), timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
