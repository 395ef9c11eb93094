'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { MarketBooks } from './market-books';
import { priceBooks } from './price-queries';

/** Every price book, market by market: what is live, drafted and scheduled. */
export function PriceBookListScreen() {
  const t = useTranslations('prices');
  const { data, error, refetch } = useQuery(priceBooks);
  const markets = [...new Set(data?.items.map((book) => book.marketCode))];
  return (
    <>
      <TicketHeader title={t('title')} description={t('description')} />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={44} lines={4} /></div> : null}
      {data?.items.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : null}
      {markets.map((market) => <MarketBooks key={market} market={market} books={data?.items.filter((book) => book.marketCode === market) ?? []} />)}
    </>
  );
}
