'use client';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuditEntry } from '@oneshelf/contracts';
import { Button, EmptyState, Panel, Select, Skeleton, TextField, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { apiPages } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import { directory } from '../../directory';
import { HistoryTable } from './history-table';
import styles from './history.module.css';

const ALL = 'all';
type Filter = Record<'subject' | 'subjectId' | 'actor' | 'from' | 'to', string>;

/** Who changed what, and when, with before and after. The filters are in the URL, so a link keeps them. */
export function HistoryScreen() {
  const t = useTranslations('history');
  const [subject, setSubject] = useUrlState('subject', ALL);
  const [subjectId, setSubjectId] = useUrlState('subjectId', '');
  const [actor, setActor] = useUrlState('actor', '');
  const [from, setFrom] = useUrlState('from', '');
  const [to, setTo] = useUrlState('to', '');
  const list = useInfiniteQuery(history({ subject: subject === ALL ? '' : subject, subjectId, actor, from, to }));
  const { data: places } = useQuery(directory);
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const subjects = list.data?.pages[0]?.subjects ?? [];
  const isFiltered = subject !== ALL || [subjectId, actor, from, to].some((value) => value !== '');
  const clear = () => { setSubject(ALL); setSubjectId(''); setActor(''); setFrom(''); setTo(''); };
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      <Panel>
        <div className={styles.filters}>
          <Select label={t('filter.subject')} options={[{ id: ALL, label: t('filter.everything') }, ...subjects.map((id) => ({ id, label: id.replaceAll('_', ' ') }))]} value={subject} onChange={setSubject} />
          <TextField label={t('filter.actor')} value={actor} onChange={setActor} />
          <TextField label={t('filter.from')} type="date" value={from} onChange={setFrom} />
          <TextField label={t('filter.to')} type="date" value={to} onChange={setTo} />
          {isFiltered ? <Button onPress={clear}>{t('filter.clear')}</Button> : null}
        </div>
        {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isPending ? <Skeleton lines={8} height={32} /> : null}
        {list.data ? <Found entries={entries} places={new Map(places?.locations.map((location) => [location.id, location.name]))} isFiltered={isFiltered} /> : null}
        {list.hasNextPage ? <p className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('more')}</Button></p> : null}
      </Panel>
    </>
  );
}

const history = (filter: Filter) => infiniteQueryOptions({ ...apiPages('/api/audit', { params: { query: filter } }), placeholderData: keepPreviousData });

function Found({ entries, places, isFiltered }: { entries: AuditEntry[]; places: Map<string, string>; isFiltered: boolean }) {
  const t = useTranslations('history');
  if (entries.length > 0) return <HistoryTable entries={entries} places={places} />;
  return isFiltered ? <EmptyState title={t('nothingFound.title')}>{t('nothingFound.text')}</EmptyState> : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
}
