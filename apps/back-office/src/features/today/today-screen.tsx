'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { ConcernPanel } from './concern-panel';
import styles from './today.module.css';

const ASK_EVERY_MS = 20_000;

/** What needs a person now, a card per concern; nothing else. */
export function TodayScreen() {
  const t = useTranslations('today');
  const format = useFormatter();
  const today = useQuery({ ...apiQuery('/api/today'), refetchInterval: ASK_EVERY_MS });
  const concerns = today.data?.concerns ?? [];
  const waiting = concerns.reduce((total, concern) => total + concern.count, 0);
  return (
    <>
      <TicketHeader
        title={t('title')}
        description={t('description')}
        facts={today.data === undefined ? undefined : [{ label: t('waiting'), value: format.number(waiting), tone: waiting > 0 ? 'waiting' : undefined }]}
      />
      {today.error ? <ScreenError error={today.error} onRetry={() => void today.refetch()} /> : null}
      {today.isPending ? <Skeleton lines={6} height={32} /> : null}
      {today.data !== undefined && concerns.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      <div className={styles.cards}>
        {concerns.map((concern) => <ConcernPanel key={concern.kind} concern={concern} />)}
      </div>
    </>
  );
}
