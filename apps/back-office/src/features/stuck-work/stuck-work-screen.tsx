'use client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StuckWorkAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import styles from './stuck-work.module.css';

type Job = StuckWorkAnswer['jobs'][number];
const stuckWork = queryOptions({ ...apiQuery('/api/stuck-work'), refetchInterval: 5_000 });

/** Work that gave up, why, and the way to try again; beside it, whether events wait to be handed out at all. */
export function StuckWorkScreen() {
  const t = useTranslations('stuck-work');
  const format = useFormatter();
  const stuck = useQuery(stuckWork);
  const { data } = stuck;
  return (
    <>
      <TicketHeader
        title={t('title')} description={t('description')}
        facts={data === undefined ? undefined : [
          { label: t('facts.jobs'), value: format.number(data.jobs.length), tone: data.jobs.length > 0 ? 'blocked' : undefined },
          { label: t('facts.waiting'), value: format.number(data.eventsWaiting), detail: data.eventsWaiting === 0 ? undefined : t('facts.oldest', { seconds: data.oldestWaitingSeconds }) },
        ]}
      />
      {stuck.error ? <ScreenError error={stuck.error} onRetry={() => void stuck.refetch()} /> : null}
      {stuck.isPending ? <Skeleton lines={4} height={32} /> : null}
      {data === undefined ? null : data.jobs.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : <Panel><JobTable jobs={data.jobs} /></Panel>}
    </>
  );
}

function JobTable({ jobs }: { jobs: Job[] }) {
  const t = useTranslations('stuck-work');
  const format = useFormatter();
  const columns: DataColumn<Job>[] = [
    { id: 'handler', header: t('column.handler'), isRowHeader: true, cell: (job) => <><strong>{job.handler}</strong><small>{job.eventName}</small></> },
    {
      id: 'failure', header: t('column.failure'),
      cell: (job) => (
        <>
          {job.failure}
          <details className={styles.payload}>
            <summary>{t('payload')}</summary>
            <pre tabIndex={0}>{JSON.stringify(job.payload, null, 2)}</pre>
          </details>
        </>
      ),
    },
    { id: 'attempts', header: t('column.attempts'), align: 'end', cell: (job) => format.number(job.attempts) },
    { id: 'at', header: t('column.at'), align: 'end', cell: (job) => <time dateTime={job.failedAt}>{format.dateTime(new Date(job.failedAt), { dateStyle: 'short', timeStyle: 'short' })}</time> },
    { id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end', cell: (job) => <RetryButton job={job} /> },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={jobs} rowKey={(job) => `${job.queue}:${job.id}`} />;
}

function RetryButton({ job }: { job: Job }) {
  const t = useTranslations('stuck-work');
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api.post('/api/stuck-work/retry', { body: { queue: job.queue, jobId: job.id } }),
    onSuccess: () => sayDone({ text: t('retried', { handler: job.handler }) }),
    onSettled: () => client.invalidateQueries({ queryKey: stuckWork.queryKey }),
  });
  return (
    <>
      <Button size="small" isPending={retry.isPending} onPress={() => retry.mutate()} aria-label={t('retryNamed', { handler: job.handler })}>{t('retry')}</Button>
      {retry.error ? <ScreenError error={retry.error} /> : null}
    </>
  );
}
