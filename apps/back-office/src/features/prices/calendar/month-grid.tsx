'use client';
import { Button } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import styles from './calendar.module.css';
import { dayOfEntry, weeksOf } from './month-days';
import { type CalendarEntry, type CalendarParts, linkOf } from './calendar-entry';

/** More make the day taller than the rest; the list has them all. */
const SHOWN = 4;
const TONES: Record<CalendarEntry['kind'], string> = { scheduled: 'info', live: 'done', promotion_starts: 'waiting', promotion_ends: 'waiting', book_starts: 'neutral', book_ends: 'neutral' };

/** A month as weeks, Monday first. A table, so that a screen reader says day and weekday of each entry. */
export function MonthGrid({ month, today, entries, title, ...parts }: CalendarParts & { month: string; today: string }) {
  const t = useTranslations('price-review.calendar');
  const format = useFormatter();
  const weeks = weeksOf(month);
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const byDay = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const day = dayOfEntry(entry, parts.timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('caption', { month: title })}>
      <table className={styles.grid}>
        <caption className="os-hidden">{t('caption', { month: title })}</caption>
        <thead><tr>{(weeks[0] ?? []).map((day) => <th key={day} scope="col">{format.dateTime(noon(day), { weekday: 'short', timeZone: 'UTC' })}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const found = byDay.get(day) ?? [];
                return (
                  <td key={day} data-outside={!day.startsWith(month) || undefined} data-today={day === today || undefined}>
                    <time dateTime={day}>{format.dateTime(noon(day), day.endsWith('-01') ? { day: 'numeric', month: 'short', timeZone: 'UTC' } : { day: 'numeric', timeZone: 'UTC' })}</time>
                    {found.length === 0 ? null : <ul>{found.slice(0, SHOWN).map((entry) => <li key={`${entry.kind} ${entry.id}`}><Entry {...parts} entry={entry} /></li>)}</ul>}
                    {found.length > SHOWN ? <small>{t('more', { count: found.length - SHOWN })}</small> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ market, timeZone, entry, nameOf, onTakeBack, isPending }: Omit<CalendarParts, 'entries' | 'title'> & { entry: CalendarEntry }) {
  const t = useTranslations('price-review.calendar');
  const format = useFormatter();
  const time = entry.local === null ? format.dateTime(new Date(entry.at), { timeStyle: 'short', timeZone }) : format.dateTime(new Date(`${entry.local}Z`), { timeStyle: 'short', timeZone: 'UTC' });
  return (
    <div className={styles.entry} data-tone={TONES[entry.kind]}>
      <small>{time} · {t(`kinds.${entry.kind}`)}</small>
      <Link href={linkOf(market, entry)}>{nameOf(entry)}</Link>
      {entry.changes === null ? null : <small>{t('changes', { count: entry.changes })}</small>}
      {entry.kind === 'scheduled' ? <Button size="small" variant="quiet" isPending={isPending} aria-label={t('takeBackOf', { name: nameOf(entry) })} onPress={() => onTakeBack(entry)}>{t('takeBack')}</Button> : null}
    </div>
  );
}
