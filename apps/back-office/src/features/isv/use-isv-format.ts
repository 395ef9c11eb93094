'use client';
import { formatQuantity } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';

/** Figures of the observatory as people read them. */
export function useIsvFormat() {
  const t = useTranslations('isv.lag');
  const format = useFormatter();
  const locale = useLocale();
  return {
    /** Without bound: shown, and nothing is there. */
    percent: (basisPoints: number | null) => (basisPoints === null ? '∞' : format.number(basisPoints / 10_000, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 2 })),
    share: (part: number) => format.number(part, { style: 'percent', maximumFractionDigits: 0 }),
    pieces: (milli: number) => formatQuantity(milli, locale),
    signed: (milli: number) => (milli > 0 ? `+${formatQuantity(milli, locale)}` : formatQuantity(milli, locale)),
    duration: (ms: number | null) => (ms === null ? '–' : ms < 1000 ? t('ms', { count: ms }) : ms < 120_000 ? t('seconds', { count: Math.round(ms / 100) / 10 }) : t('minutes', { count: Math.round(ms / 6000) / 10 })),
    time: (at: string) => format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'short' }),
  };
}
