'use client';
import { useQuery } from '@tanstack/react-query';
import { EmptyState, LinkButton, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useDirectory } from '../../../directory';
import { ScreenError } from '../../../screen-error';
import { priceBooks } from '../price-queries';
import { useMarket } from '../use-market';
import { BookForm } from './book-form';

/** A new price book of a market, or the settings of one. */
export function PriceBookScreen({ market, bookId }: { market: string; bookId: string | null }) {
  const t = useTranslations('prices');
  const shell = useTranslations('shell');
  const { data, error, refetch } = useQuery(priceBooks);
  const directory = useDirectory();
  const { name } = useMarket(market);
  const books = data?.items.filter((book) => book.marketCode === market) ?? [];
  const book = books.find((candidate) => candidate.id === bookId) ?? null;
  const currency = directory?.markets.find((candidate) => candidate.code === market)?.currency;
  const isLoading = error === null && (data === undefined || directory === undefined);
  const isMissing = !isLoading && error === null && (currency === undefined || (bookId !== null && book === null));
  const title = bookId === null ? t('book.newTitle') : t('book.editTitle', { name: book?.settings.name ?? '' });
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/prices' }, { label: name }]} title={title} description={t('book.description', { market: name })} />
      {error ? <ScreenError error={error} onRetry={() => void refetch()} /> : null}
      {isLoading ? <div aria-busy="true"><p className="os-hidden" role="status">{t('loading')}</p><Skeleton height={44} lines={6} /></div> : null}
      {isMissing ? <EmptyState title={t('book.missing.title')} action={<LinkButton href="/prices">{t('missing.action')}</LinkButton>}>{t('book.missing.text')}</EmptyState> : null}
      {isLoading || isMissing || error || currency === undefined ? null : <BookForm key={bookId ?? 'new'} market={market} currency={currency} book={book} books={books} />}
    </>
  );
}
