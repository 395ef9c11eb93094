'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { MailList } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, Panel, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { apiPages, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { useUrlState } from '../../use-url-state';
import styles from './messages.module.css';

type Mail = MailList['items'][number];

/** Mail that was written to shoppers, the newest first, and how the chosen one looks. */
export function MessageListScreen() {
  const t = useTranslations('messages');
  const [mailId, setMailId] = useUrlState('id', '');
  const list = useInfiniteQuery({ ...apiPages('/api/messages'), refetchInterval: 10_000 });
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      {list.error ? <ScreenError error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton lines={8} height={32} /> : null}
      {list.data && mails.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      {mails.length === 0 ? null : (
        <div className={styles.both}>
          <Panel>
            <MailTable mails={mails} chosen={mailId} onChoose={setMailId} />
            {list.hasNextPage ? <p className={styles.more}><Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>{t('more')}</Button></p> : null}
          </Panel>
          {mailId === '' ? <EmptyState title={t('preview.choose')} /> : <Preview mailId={mailId} />}
        </div>
      )}
    </>
  );
}

function MailTable({ mails, chosen, onChoose }: { mails: Mail[]; chosen: string; onChoose: (id: string) => void }) {
  const t = useTranslations('messages');
  const format = useFormatter();
  const looks = { queued: { label: t('status.queued'), tone: 'waiting' as const }, sent: { label: t('status.sent'), tone: 'done' as const }, failed: { label: t('status.failed'), tone: 'blocked' as const } };
  const columns: DataColumn<Mail>[] = [
    {
      id: 'subject', header: t('column.subject'), isRowHeader: true,
      cell: (mail) => (
        <>
          <button type="button" className={styles.subject} aria-pressed={mail.id === chosen} onClick={() => onChoose(mail.id)}>{mail.subject}</button>
          <small>{mail.recipient}</small>
          {mail.failure === null ? null : <small>{mail.failure}</small>}
        </>
      ),
    },
    { id: 'status', header: t('column.status'), cell: (mail) => <StatusTag status={mail.status} looks={looks} /> },
    { id: 'at', header: t('column.at'), align: 'end', cell: (mail) => <time dateTime={mail.createdAt}>{format.dateTime(new Date(mail.createdAt), { dateStyle: 'short', timeStyle: 'short' })}</time> },
  ];
  return <DataTable caption={t('title')} columns={columns} rows={mails} rowKey={(mail) => mail.id} isSelected={(mail) => mail.id === chosen} />;
}

function Preview({ mailId }: { mailId: string }) {
  const t = useTranslations('messages');
  const mail = useQuery({ ...apiQuery('/api/messages/{id}', { params: { path: { id: mailId } } }), staleTime: Infinity });
  if (mail.error) return <ScreenError error={mail.error} onRetry={() => void mail.refetch()} />;
  if (mail.data === undefined) return <Skeleton height={420} />;
  return (
    <Panel title={mail.data.subject}>
      <p className={styles.recipient}>{t('preview.to', { recipient: mail.data.recipient })}</p>
      {/* Sandboxed without a right: nothing in a mail can run, or reach this page. */}
      <iframe className={styles.frame} sandbox="" srcDoc={mail.data.html} title={t('preview.title', { subject: mail.data.subject })} />
    </Panel>
  );
}
