'use client';
import { useFormatter, useTranslations } from 'next-intl';

type Style = 'medium' | 'full';

/** When a version goes live: the time that each store's own clock shows, or one instant for all on the market's clock. */
export function useGoLiveWords(timeZone: string): (at: { instant: string; local: string | null }, dateStyle?: Style) => string {
  const t = useTranslations('prices.goesLiveWords');
  const format = useFormatter();
  return ({ instant, local }, dateStyle = 'medium') => {
    // A wall-clock time has no zone: as if it were UTC it is shown as it was typed.
    if (local !== null) return t('eachClock', { when: format.dateTime(new Date(`${local}Z`), { dateStyle, timeStyle: 'short', timeZone: 'UTC' }) });
    return format.dateTime(new Date(instant), { dateStyle, timeStyle: 'short', timeZone });
  };
}
