'use client';
import { useQuery } from '@tanstack/react-query';
import type { PriceBookVersions } from '@oneshelf/contracts';
import { DataTable, EmptyState, LinkButton, Panel, Skeleton, StatusTag, TicketHeader, type DataColumn, type StatusLook } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { priceVersions } from './price-queries';
import { useMarket } from './use-market';
import { useGoLiveWords } from './use-go-live-words';

type Version = PriceBookVersions['items'][number];

/** What a price book was, version by version; each has a page, and the way back to it. */
export function PriceVersionsScreen({ bookId }: { bookId: string }) {
  const t = useTranslations('prices.versions');
  const prices = useTranslations('prices');
  const shell = useTranslations('shell');
  const { data, error, refetch } = useQuery(priceVersions(bookId));
  const columns = useVersionColumns(data?.book);
  const title = t('title', { book: data?.book.name ?? '' });
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: prices('title'), href: '/prices' }, { label: data?.book.name ?? '…' }]} title={title} description={t('description')}
        actions={data === undefined ? undefined : <LinkButton href={`/prices/${data.book.marketCode}`}>{prices('list.openSheet')}</LinkButton>}
      />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{prices('loading')}</p><Skeleton height={44} lines={4} /></div> : null}
      {data === undefined ? null : (
        <Panel>
          <DataTable caption={t('caption')} columns={columns} rows={data.items} rowKey={(version) => version.versionId} isSelected={(version) => version.status === 'live'} empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>} />
        </Panel>
      )}
    </>
  );
}

function useVersionColumns(book: PriceBookVersions['book'] | undefined): readonly DataColumn<Version>[] {
  const t = useTranslations('prices.versions');
  const format = useFormatter();
  const words = useTranslations('price-review.version');
  const { timeZone } = useMarket(book?.marketCode ?? '');
  const looks: StatusLook<Version['status']> = {
    draft: { label: t('states.draft'), tone: 'waiting' }, scheduled: { label: t('states.scheduled'), tone: 'info' }, live: { label: t('states.live'), tone: 'done' }, superseded: { label: t('states.superseded'), tone: 'neutral' },
  };
  const goesLive = useGoLiveWords(timeZone);
  const when = (version: Version) => goesLive({ instant: version.publishedAt ?? version.goesLiveAt ?? version.createdAt, local: version.publishedAt === null ? version.goesLiveLocal : null });
  return [
    { id: 'version', header: t('version'), cell: (version) => <Link href={`/prices/${book?.marketCode}/versions/${book?.id}/${version.versionId}`}>{words('versionLink', { number: version.number })}</Link> },
    { id: 'status', header: t('status'), cell: (version) => <StatusTag status={version.status} looks={looks} /> },
    { id: 'when', header: t('when'), cell: when },
    { id: 'changes', header: t('changes'), align: 'end', cell: (version) => (version.changes === 0 ? '–' : format.number(version.changes)) },
    { id: 'author', header: t('author'), cell: (version) => version.authorName },
    { id: 'note', header: t('note'), cell: (version) => version.note },
  ];
}
