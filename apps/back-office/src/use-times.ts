'use client';
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';

export type Times = { time: (instant: string) => string; dayTime: (instant: string) => string };

/** Instants for people, in the zone of the place that they belong to: 14:31, and 22 Nov, 14:31. Without a place, in the zone of the app. */
export function useTimes(timeZone: string | undefined): Times {
  const format = useFormatter();
  return useMemo(() => {
    const clock = { hour: '2-digit', minute: '2-digit', ...(timeZone === undefined ? {} : { timeZone }) } as const;
    return {
      time: (instant) => format.dateTime(new Date(instant), clock),
      dayTime: (instant) => format.dateTime(new Date(instant), { day: 'numeric', month: 'short', ...clock }),
    };
  }, [format, timeZone]);
}
