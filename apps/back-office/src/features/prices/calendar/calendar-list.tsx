'use client';
import { Button, DataTable, Tag, type DataColumn, type Tone } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { type CalendarEntry, type CalendarParts, linkOf } from './calendar-entry';
import { useGoLiveWords } from '../use-go-live-words';

const TONES: Record<CalendarEntry['kind'], Tone> = { scheduled: 'info', live: 'done', promotion_starts: 'waiting', promotion_ends: 'waiting', book_starts: 'neutral', book_ends: 'neutral' };

/** The month's twin for who reads line by line. */
export function CalendarList({ market, timeZone, title, entries, nameOf, onTakeBack, isPending }: CalendarParts) {
  const t = useTranslations('price-review.calendar');
  const goesLive = useGoLiveWords(timeZone);
  const columns: DataColumn<CalendarEntry>[] = [
    { id: 'when', header: t('when'), cell: (entry) => <time dateTime={entry.at}>{goesLive({ instant: entry.at, local: entry.local }, 'full')}</time> },
    { id: 'what', header: t('what'), cell: (entry) => <Tag tone={TONES[entry.kind]}>{t(`kinds.${entry.kind}`)}</Tag> },
    { id: 'name', header: t('name'), cell: (entry) => <><Link href={linkOf(market, entry)}>{nameOf(entry)}</Link>{entry.changes === null ? null : <small>{t('changes', { count: entry.changes })}</small>}</> },
    { id: 'act', header: <span className="os-hidden">{t('act')}</span>, align: 'end', cell: (entry) => (entry.kind === 'scheduled' ? <Button size="small" isPending={isPending} aria-label={t('takeBackOf', { name: nameOf(entry) })} onPress={() => onTakeBack(entry)}>{t('takeBack')}</Button> : null) },
  ];
  return <DataTable caption={t('caption', { month: title })} columns={columns} rows={entries} rowKey={(entry) => `${entry.kind} ${entry.id}`} />;
}
