'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PriceBookList } from '@oneshelf/contracts';
import { Button, DataTable, LinkButton, Panel, Tag, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { PLAIN_FORMULA } from './books/book-draft';
import { useBookWords } from './books/use-book-words';
import { priceBooks } from './price-queries';
import styles from './prices.module.css';
import { useMarket } from './use-market';
import { useGoLiveWords } from './use-go-live-words';

type Book = PriceBookList['items'][number];

/** The books of one market, and the way into its sheet. */
export function MarketBooks({ market, books }: { market: string; books: readonly Book[] }) {
  const t = useTranslations('prices.list');
  const reviews = useTranslations('price-review');
  const parity = useTranslations('parity');
  const { name, timeZone } = useMarket(market);
  const words = useBookWords(market, books[0]?.currency ?? 'GBP');
  const format = useFormatter();
  const goesLive = useGoLiveWords(timeZone);
  const unschedule = useUnschedule();
  const changes = books.reduce((sum, book) => sum + (book.draft?.changes ?? 0), 0);
  const when = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const columns: readonly DataColumn<Book>[] = [
    { id: 'book', header: t('book'), cell: (book) => <>{book.settings.name}<small>{words.scope(book.settings, book.customerName)} · {book.currency}</small>{book.settings.derivedFrom ? <small>{t('derived', { formula: words.formula(derivationFacts(book, books)) })}</small> : null}</> },
    { id: 'live', header: t('live'), cell: (book) => (book.live ? <>{t('version', { number: book.live.number })}{book.live.publishedAt === null ? null : <small>{t('since', { when: when(book.live.publishedAt) })}</small>}</> : t(book.settings.derivedFrom ? 'byFormula' : 'never')) },
    { id: 'draft', header: t('draft'), cell: (book) => (book.draft && book.draft.changes > 0 ? <Tag tone="waiting">{t('changesBy', { count: book.draft.changes, author: book.draft.authorName })}</Tag> : t('noDraft')) },
    { id: 'scheduled', header: t('scheduled'), cell: (book) => book.scheduled.map((version) => (
      <div key={version.versionId} className={styles.scheduled}>
        <span><Tag tone="info">{t('version', { number: version.number })}</Tag><small>{goesLive({ instant: version.goesLiveAt, local: version.goesLiveLocal })} · {t('changes', { count: version.changes })}</small></span>
        <UnscheduleButton book={book.settings.name} number={version.number} isPending={unschedule.isPending} onPress={() => unschedule.mutate({ versionId: version.versionId, book: book.settings.name })} />
      </div>
    )) },
    { id: 'versions', header: t('versions'), cell: (book) => <Link href={`/prices/${market}/versions/${book.id}`} aria-label={`${t('versions')}: ${book.settings.name}`}>{t('versions')}</Link> },
    { id: 'settings', header: t('settings'), cell: (book) => <Link href={`/prices/${market}/books/${book.id}`} aria-label={t('settingsOf', { book: book.settings.name })}>{t('settings')}</Link> },
  ];
  return (
    <Panel
      title={name}
      aside={(
        <div className={styles.acts}>
          {changes > 0 ? <LinkButton size="small" href={`/prices/${market}/review`}>{t('review', { count: changes })}</LinkButton> : null}
          <LinkButton size="small" href={`/prices/${market}/calendar`} aria-label={reviews('calendar.openOf', { market: name })}>{reviews('calendar.open')}</LinkButton>
          <LinkButton size="small" href={`/prices/${market}/parity`} aria-label={parity('openIn', { market: name })}>{parity('open')}</LinkButton>
          <LinkButton size="small" href={`/prices/${market}/new-book`} aria-label={t('newIn', { market: name })}>{t('new')}</LinkButton>
          <LinkButton variant="primary" size="small" href={`/prices/${market}`} aria-label={`${t('openSheet')}: ${name}`}>{t('openSheet')}</LinkButton>
        </div>
      )}
    >
      {unschedule.error ? <ScreenError error={unschedule.error} /> : null}
      <DataTable caption={t('caption', { market: name })} columns={columns} rows={books} rowKey={(book) => book.id} />
    </Panel>
  );
}

/** What the formula stands on, by name. */
function derivationFacts({ settings }: Book, books: readonly Book[]) {
  const formula = settings.derivedFrom?.formula ?? PLAIN_FORMULA;
  const base = books.find((book) => book.id === settings.derivedFrom?.bookId);
  return { baseName: base?.settings.name ?? null, versionNumber: null, formula };
}

function UnscheduleButton({ book, number, isPending, onPress }: { book: string; number: number; isPending: boolean; onPress: () => void }) {
  const t = useTranslations('prices.unschedule');
  return <Button size="small" variant="quiet" isPending={isPending} aria-label={t('label', { book, number })} onPress={onPress}>{t('action')}</Button>;
}

function useUnschedule() {
  const t = useTranslations('prices.unschedule');
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ versionId }: { versionId: string; book: string }) => api.post('/api/price-books/versions/{id}/unschedule', { params: { path: { id: versionId } } }),
    onSuccess: (_answer, { book }) => {
      sayDone({ text: t('done', { book }) });
      return client.invalidateQueries({ queryKey: priceBooks.queryKey });
    },
  });
}
