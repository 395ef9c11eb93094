'use client';
import { useLocale, useTimeZone } from 'next-intl';
import { useMemo } from 'react';

export type Times = { time: (instant: string) => string; dayTime: (instant: string) => string };

/** Instants for people, in the zone of the place that they belong to: 14:31, and 22 Nov, 14:31. Without a place, in the zone of the app. */
export function useTimes(timeZone: string | undefined): Times {
  const locale = useLocale();
  const fallback = useTimeZone();
  const zone = timeZone ?? fallback;
  return useMemo(() => {
    // Plain English would put the month first and count hours to twelve.
    const format = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...parts, hourCycle: 'h23', ...(zone === undefined ? {} : { timeZone: zone }) });
    const [time, dayTime] = [format({ hour: '2-digit', minute: '2-digit' }), format({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })];
    return { time: (instant) => time.format(new Date(instant)), dayTime: (instant) => dayTime.format(new Date(instant)) };
  }, [locale, zone]);
}
