'use client';
import { useQuery } from '@tanstack/react-query';
import { Button, EmptyState, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { ScreenError } from '../../../screen-error';
import { signedInUser, type SignedInUser } from '../../../signed-in-user';
import { sayDone } from '../../../toasts';
import { StockNav } from '../../stock-work/stock-nav';
import styles from '../stock.module.css';
import { EndedBreaches, OpenBreaches } from './breach-table';
import { stockBreaches } from './stock-watch-queries';
import { useLookAtAll } from './use-look-at-all';

/** Whether every number of stock is explained, what is not, and the way to put it right. */
export function StockWatchScreen() {
  const t = useTranslations('stock-watch');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const { data: user } = useQuery(signedInUser);
  const found = useQuery(stockBreaches);
  const { data } = found;
  const all = useLookAtAll((looked) => sayDone({ text: t('check.done', looked) }));
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('crumb'), href: '/stock' }, { label: t('title') }]}
        title={t('title')} description={t('description')}
        facts={data === undefined ? undefined : [
          { label: t('facts.breaches'), value: format.number(data.count), tone: data.count > 0 ? 'blocked' : undefined },
          { label: t('facts.looked'), value: data.watch.lookedAt === null ? t('facts.never') : format.dateTime(new Date(data.watch.lookedAt), { timeStyle: 'medium' }) },
          { label: t('facts.round'), value: t('facts.levels', { count: data.watch.roundLevels }), detail: data.watch.lastRoundEndedAt === null ? undefined : t('facts.before', { count: data.watch.lastRoundLevels }) },
        ]}
        actions={mayRepair(user) ? <Button variant={all.isLooking ? undefined : 'primary'} onPress={all.isLooking ? all.stop : all.start}>{t(all.isLooking ? 'check.stop' : 'check.act')}</Button> : undefined}
      />
      <StockNav />
      <p role="status" className={styles.because}>{all.isLooking ? t('check.progress', all.looked) : ''}</p>
      {all.error ? <ScreenError error={all.error} /> : null}
      {found.error ? <ScreenError error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={4} height={32} /> : null}
      <div className={styles.columns}>
        {data === undefined ? null : data.count === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : (
          <Panel title={t('open.title')}>
            <p className={styles.because}>{t('open.next')} {data.count > data.items.length ? t('open.more', { shown: data.items.length, count: data.count }) : null}</p>
            <OpenBreaches breaches={data.items} mayRepair={mayRepair(user)} />
          </Panel>
        )}
        {data === undefined || data.ended.length === 0 ? null : <Panel title={t('ended.title')}><EndedBreaches breaches={data.ended} /></Panel>}
      </div>
    </>
  );
}

const mayRepair = (user: SignedInUser | undefined) => (user?.grants ?? []).some(({ role }) => role === 'admin' || role === 'operations');
