'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PriceBookVersions } from '@oneshelf/contracts';
import { Button, DataTable, EmptyState, LinkButton, Panel, Skeleton, StatusTag, TicketHeader, type DataColumn, type StatusLook } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { priceBooks, priceVersions } from './price-queries';
import { useMarket } from './use-market';

type Version = PriceBookVersions['items'][number];

/** What a price book was, version by version; an old one comes back as a new draft. */
export function PriceVersionsScreen({ bookId }: { bookId: string }) {
  const t = useTranslations('prices.versions');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const { data, error, refetch } = useQuery(priceVersions(bookId));
  const restore = useRestore(data?.book.marketCode ?? '');
  const columns = useVersionColumns(data?.book.marketCode ?? '', (version) => restore.mutate(version), restore.isPending);
  const title = t('title', { book: data?.book.name ?? '' });
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: data?.book.name ?? '…' }]} title={title} description={t('description')}
        actions={data === undefined ? undefined : <LinkButton href={`/prices/${data.book.marketCode}`}>{prices('list.openSheet')}</LinkButton>}
      />
      {error ?? restore.error ? <ScreenError error={error ?? restore.error} onRetry={error ? () => void refetch() : undefined} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{prices('loading')}</p><Skeleton height={44} lines={4} /></div> : null}
      {data === undefined ? null : (
        <Panel>
          <DataTable caption={t('caption')} columns={columns} rows={data.items} rowKey={(version) => version.versionId} isSelected={(version) => version.status === 'live'} empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>} />
        </Panel>
      )}
    </>
  );
}

function useVersionColumns(market: string, onRestore: (version: Version) => void, isPending: boolean): readonly DataColumn<Version>[] {
  const t = useTranslations('prices.versions');
  const format = useFormatter();
  const { timeZone } = useMarket(market);
  const looks: StatusLook<Version['status']> = {
    draft: { label: t('states.draft'), tone: 'waiting' }, scheduled: { label: t('states.scheduled'), tone: 'info' }, live: { label: t('states.live'), tone: 'done' }, superseded: { label: t('states.superseded'), tone: 'neutral' },
  };
  const when = (version: Version) => format.dateTime(new Date(version.publishedAt ?? version.goesLiveAt ?? version.createdAt), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return [
    { id: 'version', header: t('version'), cell: (version) => version.number },
    { id: 'status', header: t('status'), cell: (version) => <StatusTag status={version.status} looks={looks} /> },
    { id: 'when', header: t('when'), cell: when },
    { id: 'changes', header: t('changes'), align: 'end', cell: (version) => (version.changes === 0 ? '–' : format.number(version.changes)) },
    { id: 'author', header: t('author'), cell: (version) => version.authorName },
    { id: 'note', header: t('note'), cell: (version) => version.note },
    { id: 'act', header: t('act'), cell: (version) => (version.status === 'superseded'
      ? <Button size="small" isPending={isPending} aria-label={t('restoreLabel', { number: version.number })} onPress={() => onRestore(version)}>{t('restore')}</Button>
      : null) },
  ];
}

function useRestore(market: string) {
  const t = useTranslations('prices.versions');
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (version: Version) => api.post('/api/price-books/versions/{id}/restore', { params: { path: { id: version.versionId } } }),
    onSuccess: async (_answer, version) => {
      await client.invalidateQueries({ queryKey: priceBooks.queryKey });
      sayDone({ text: t('restored', { number: version.number }) });
      router.push(`/prices/${market}/review`);
    },
  });
}
