'use client';
import { useQuery } from '@tanstack/react-query';
import { Button, ChipGroup, EmptyState, IconButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../../screen-error';
import { useUrlState } from '../../../use-url-state';
import { useMarket } from '../use-market';
import styles from './calendar.module.css';
import { priceCalendar } from './calendar-queries';
import type { CalendarEntry } from './calendar-entry';
import { CalendarList } from './calendar-list';
import { dayOf, dayOfEntry, isMonth, monthAfter, monthOf, rangeOf } from './month-days';
import { MonthGrid } from './month-grid';
import { useTakeBack } from './use-take-back';

const GROUPS: Record<string, readonly CalendarEntry['kind'][]> = { versions: ['scheduled', 'live'], promotions: ['promotion_starts', 'promotion_ends'], books: ['book_starts', 'book_ends'] };

/** What of a market goes live, starts and ends, as a month and as a list; the month and the filter live in the address. */
export function PriceCalendarScreen({ market }: { market: string }) {
  const t = useTranslations('price-review.calendar');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const { name, timeZone } = useMarket(market);
  const [now] = useState(() => Date.now());
  const [asked, setMonth] = useUrlState('month', '');
  const [view, setView] = useUrlState('view', 'month');
  const [show, setShow] = useUrlState('show', 'all');
  const thisMonth = monthOf(now, timeZone);
  const month = isMonth(asked) ? asked : thisMonth;
  const go = (next: string) => setMonth(next === thisMonth ? '' : next);
  const { data, error, refetch } = useQuery(priceCalendar(market, rangeOf(month, timeZone)));
  const nameOf = (entry: CalendarEntry) => (entry.number === null ? entry.name : t('entry', { name: entry.name, number: entry.number }));
  const takeBack = useTakeBack(market, nameOf);
  const shown = (data?.items ?? []).filter((entry) => GROUPS[show]?.includes(entry.kind) ?? true);
  const inMonth = shown.filter((entry) => dayOfEntry(entry, timeZone).startsWith(month));
  const title = format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const parts = { market, timeZone, nameOf, title, onTakeBack: takeBack.mutate, isPending: takeBack.isPending };
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: name, href: `/prices/${market}` }, { label: t('crumb') }]} title={t('title', { market: name })} description={t('description')} />
      <div className={styles.bar}>
        <IconButton label={t('previous')} icon={<ChevronLeft size={18} aria-hidden="true" />} onPress={() => go(monthAfter(month, -1))} />
        <h2 className={styles.month} aria-live="polite">{title}</h2>
        <IconButton label={t('next')} icon={<ChevronRight size={18} aria-hidden="true" />} onPress={() => go(monthAfter(month, 1))} />
        <Button size="small" isDisabled={month === thisMonth} onPress={() => go(thisMonth)}>{t('today')}</Button>
        <span className={styles.gap} />
        <ChipGroup label={t('show')} chips={(['all', 'versions', 'promotions', 'books'] as const).map((id) => ({ id, label: t(id) }))} value={show in GROUPS ? show : 'all'} onChange={(id) => setShow(id ?? 'all')} />
        <ChipGroup label={t('view')} chips={(['month', 'list'] as const).map((id) => ({ id, label: t(id) }))} value={view === 'list' ? 'list' : 'month'} onChange={(id) => setView(id ?? 'month')} />
      </div>
      {error ?? takeBack.error ? <ScreenError error={error ?? takeBack.error} onRetry={error ? () => void refetch() : undefined} /> : null}
      {data === undefined && error === null ? <Skeleton height={90} lines={5} /> : null}
      {data?.isCut ? <p>{t('cut')}</p> : null}
      {data === undefined ? null : view === 'list' ? (
        <Panel>{inMonth.length === 0 ? <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState> : <CalendarList {...parts} entries={inMonth} />}</Panel>
      ) : <MonthGrid {...parts} month={month} today={dayOf(new Date(now).toISOString(), timeZone)} entries={shown} />}
    </>
  );
}
