import { useFormatter } from 'next-intl';

/** A calendar day, the same in every zone; a dash for none. */
export function useDay(): (day: string | null) => string {
  const format = useFormatter();
  return (day) => (day === null ? '–' : format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }));
}
