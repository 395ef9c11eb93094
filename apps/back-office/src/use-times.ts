'use client';
import { useFormatter } from 'next-intl';

export type Times = { time: (instant: string) => string; dayTime: (instant: string) => string };

/** Instants for people, in the zone of the place that they belong to: 14:31, and 22 Nov, 14:31. */
export function useTimes(timeZone: string | undefined): Times {
  const format = useFormatter();
  const zone = timeZone === undefined ? {} : { timeZone };
  return {
    time: (instant) => format.dateTime(new Date(instant), { hour: '2-digit', minute: '2-digit', hour12: false, ...zone }),
    dayTime: (instant) => format.dateTime(new Date(instant), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, ...zone }),
  };
}
