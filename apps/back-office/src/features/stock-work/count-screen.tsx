'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { CountAnswer } from '@oneshelf/contracts';
import { Button, EmptyState, formatQuantity, LinkButton, Notice, Panel, ProgressBar, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { usePlaceName } from '../stock/use-place-name';
import { CountLines } from './count-lines';
import { EndRoundDialog } from './end-round-dialog';
import { StockNav } from './stock-nav';
import styles from './stock-work.module.css';
import { useCountLooks } from './use-count-looks';
import { useMay } from './use-stock-places';

/** One count: its progress while it runs, blind; its variances at the review; what came of it afterwards. */
export function CountScreen({ id }: { id: string }) {
  const t = useTranslations('stock-work.counts');
  const { data, error, refetch } = useQuery({ ...apiQuery('/api/stock/counts/{id}', { params: { path: { id } } }), refetchInterval: 5_000 });
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missingTitle')} action={<LinkButton href="/stock/counts">{t('toList')}</LinkButton>} />;
  if (data) return <Count count={data} />;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} height={32} />;
}

function Count({ count }: { count: CountAnswer }) {
  const t = useTranslations('stock-work.counts');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const format = useFormatter();
  const looks = useCountLooks();
  const placeName = usePlaceName();
  const may = useMay();
  const client = useQueryClient();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [isEnding, setEnding] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['stock'] });
  const params = { path: { id: count.id } };
  const post = useMutation({
    mutationFn: () => api.post('/api/stock/counts/{id}/post', { params, body: { reasons: Object.entries(reasons).map(([lineId, reason]) => ({ lineId, reason })) } }),
    onSuccess: async () => { await refresh(); sayDone({ text: t('done.posted') }); },
  });
  const cancel = useMutation({ mutationFn: () => api.post('/api/stock/counts/{id}/cancel', { params }), onSuccess: async () => { await refresh(); sayDone({ text: t('done.cancelled') }); } });
  const isRunning = count.status === 'open' || count.status === 'recount';
  const isManager = may(['operations', 'store_manager'], count.locationId);
  const differing = count.lines.filter((line) => (line.varianceMilli ?? 0) !== 0).length;
  const percent = count.accuracyBasisPoints === null ? null : format.number(count.accuracyBasisPoints / 10_000, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/stock/counts' }, { label: count.number }]}
        title={count.title === '' ? t('shortPicks') : count.title} description={[count.number, placeName(count.locationId), t(`modes.${count.mode}`), t('plannedBy', { name: count.plannedBy })].join(' · ')}
        facts={[{ label: t('column.status'), value: <StatusTag status={count.status} looks={looks} />, isPlain: true }, { label: t('column.counted'), value: t('progress', { done: count.countedCount, total: count.lineCount }), isPlain: true }, percent === null ? undefined : { label: t('column.accuracy'), value: percent }]}
        actions={
          <div className={styles.acts}>
            {isRunning ? <Button variant="primary" onPress={() => setEnding(true)}>{t('endRound')}</Button> : null}
            {count.status === 'review' && isManager ? <Button variant="primary" isPending={post.isPending} onPress={() => post.mutate()}>{t('post', { count: differing })}</Button> : null}
            {(isRunning || count.status === 'review') && isManager ? <Button variant="danger" isPending={cancel.isPending} onPress={() => cancel.mutate()}>{t('cancel')}</Button> : null}
          </div>
        }
      />
      <StockNav />
      <div className={styles.stack}>
        {post.error ? <ScreenError error={post.error} /> : null}
        {cancel.error ? <ScreenError error={cancel.error} /> : null}
        {isRunning ? <Panel><ProgressBar label={count.status === 'recount' ? t('recounting', { count: count.recountCount }) : t('counting')} percent={count.lineCount === 0 ? 0 : (count.countedCount / count.lineCount) * 100} valueText={t('progress', { done: count.countedCount, total: count.lineCount })} /><p className={styles.muted}>{t('blind')}</p></Panel> : null}
        {count.status === 'review' ? <Notice tone="info">{t('reviewHint')}</Notice> : null}
        {count.status === 'posted' && count.varianceMilli !== null ? <p>{t('postedBy', { name: count.postedBy ?? '', right: count.rightLines ?? 0, counted: count.countedLines ?? 0, units: formatQuantity(count.varianceMilli, locale) })}</p> : null}
        <Panel title={t('lines')}><CountLines count={count} reasons={reasons} onReason={(lineId, reason) => setReasons((before) => ({ ...before, [lineId]: reason }))} /></Panel>
      </div>
      {isEnding ? <EndRoundDialog count={count} onClose={() => setEnding(false)} onDone={refresh} /> : null}
    </>
  );
}
