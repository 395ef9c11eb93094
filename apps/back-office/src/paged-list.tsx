'use client';
import type { InfiniteData } from '@tanstack/react-query';
import { Button, EmptyState, Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ScreenError } from './screen-error';

type Page<Row> = { items: Row[]; nextCursor: string | null };

export type PagedListProps<Row> = {
  query: {
    data: InfiniteData<Page<Row>> | undefined;
    error: Error | null;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
    refetch: () => Promise<unknown>;
  };
  /** `onClear` is there when a filter may be why nothing was found. */
  empty: { title: string; text: string; onClear?: () => void };
  children: (rows: Row[]) => ReactNode;
};

/** A list that the server pages by cursor: rows so far, the way to more, and why there are none. */
export function PagedList<Row>({ query, empty, children }: PagedListProps<Row>) {
  const t = useTranslations('shell');
  if (query.data === undefined) {
    if (query.error !== null) return <ScreenError error={query.error} onRetry={() => void query.refetch()} />;
    return (
      <div aria-busy="true">
        <p className="os-hidden" role="status">{t('loading')}</p>
        <Skeleton lines={6} height={30} />
      </div>
    );
  }
  const rows = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {query.error === null ? null : <ScreenError error={query.error} onRetry={() => void query.refetch()} />}
      {rows.length > 0 ? children(rows) : (
        <EmptyState title={empty.title} action={empty.onClear === undefined ? undefined : <Button onPress={empty.onClear}>{t('clearFilters')}</Button>}>{empty.text}</EmptyState>
      )}
      {query.hasNextPage ? <div><Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>{t('more')}</Button></div> : null}
    </>
  );
}
