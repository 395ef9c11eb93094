'use client';
import { Button, IconButton, Select, TextField } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import styles from '../promotions.module.css';
import { useBuilder } from './builder-context';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const mostHours = 50;
const DAY_MINUTES = 1440;

const clock = (minute: number): string => `${String(Math.floor((minute % DAY_MINUTES) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Midnight is the end of a day where hours end there. */
function minuteOf(text: string, isEnd: boolean): number {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  const minute = hours * 60 + minutes;
  return isEnd && minute === 0 ? DAY_MINUTES : minute;
}

/** From when to when, on the stores' clock, and at which hours of the week. */
export function WhenSentence() {
  const t = useTranslations('promotion-desk.when');
  const format = useFormatter();
  const { draft, set, define, zone } = useBuilder();
  const hours = draft.definition.hours ?? [];
  const change = (next: typeof hours) => define({ hours: next.length > 0 ? next : undefined });
  const edit = (index: number, part: Partial<(typeof hours)[number]>) => change(hours.map((one, at) => (at === index ? { ...one, ...part } : one)));
  // 1 January 2024 was a Monday.
  const options = days.map((day) => ({ id: String(day), label: format.dateTime(new Date(Date.UTC(2024, 0, day)), { weekday: 'long', timeZone: 'UTC' }) }));
  return (
    <div className={styles.stack}>
      <div className={styles.sentence}>
        {t.rich('sentence', {
          zone,
          start: () => <TextField key="start" type="datetime-local" label={t('start')} value={draft.start} onChange={(start) => set({ start })} />,
          end: () => <TextField key="end" type="datetime-local" label={t('end')} value={draft.end} onChange={(end) => set({ end })} />,
        })}
      </div>
      {hours.map((one, index) => (
        <div key={index} className={styles.sentence} role="group" aria-label={t('hour', { number: index + 1 })}>
          {t.rich('hours', {
            day: () => <Select key="day" label={t('day')} value={String(one.weekday)} onChange={(day) => edit(index, { weekday: Number(day) })} options={options} />,
            from: () => <TextField key="from" type="time" label={t('from')} value={clock(one.fromMinute)} onChange={(text) => edit(index, { fromMinute: minuteOf(text, false) })} />,
            to: () => <TextField key="to" type="time" label={t('to')} value={clock(one.toMinute)} onChange={(text) => edit(index, { toMinute: minuteOf(text, true) })} />,
          })}
          <IconButton quiet label={t('removeHour', { number: index + 1 })} icon={<X size={16} aria-hidden="true" />} onPress={() => change(hours.filter((_, at) => at !== index))} />
        </div>
      ))}
      {hours.length < mostHours ? <div><Button size="small" onPress={() => change([...hours, { weekday: 1, fromMinute: 540, toMinute: 720 }])}>{t('addHour')}</Button></div> : null}
    </div>
  );
}
