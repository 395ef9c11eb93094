'use client';
import type { PriceBookList, PriceBookSettings } from '@oneshelf/contracts';
import { Panel } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from '../prices.module.css';
import { precedence } from './precedence';
import { useBookWords } from './use-book-words';

interface BookSummaryProps {
  market: string;
  currency: string;
  settings: PriceBookSettings;
  bookId: string | null;
  books: PriceBookList['items'];
}

/** What the book will do, in words: for whom, from what, and which other books come before or after. */
export function BookSummary({ market, currency, settings, bookId, books }: BookSummaryProps) {
  const t = useTranslations('prices.book.summary');
  const format = useFormatter();
  const words = useBookWords(market, currency);
  const { winsOver, losesTo } = precedence(settings, bookId, books);
  const { derivedFrom } = settings;
  const baseName = derivedFrom?.bookId ? (books.find((book) => book.id === derivedFrom.bookId)?.settings.name ?? '…') : null;
  const customerName = books.find((book) => book.settings.customerId === settings.customerId)?.customerName ?? null;
  return (
    <Panel title={t('title')}>
      <div className={styles.form} aria-live="polite">
        <p>{words.scope(settings, customerName)}</p>
        <p>{derivedFrom === null ? t('own') : t('derived', { formula: words.formula({ baseName, versionNumber: null, formula: derivedFrom.formula }) })}</p>
        {winsOver.length > 0 ? <p>{t('winsOver', { books: format.list(winsOver) })}</p> : null}
        {losesTo.length > 0 ? <p>{t('losesTo', { books: format.list(losesTo) })}</p> : null}
        {winsOver.length + losesTo.length === 0 ? <p>{t('alone')}</p> : null}
      </div>
    </Panel>
  );
}
