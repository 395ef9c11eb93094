'use client';
import { useMutation } from '@tanstack/react-query';
import type { PriceReview } from '@oneshelf/contracts';
import { Button, DataTable, Money, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ScreenError } from '../../screen-error';
import styles from './prices.module.css';

type Change = PriceReview['books'][number]['changes'][number];

/** Rows at first: what a person reads. The rest comes on demand, so that a book of thousands opens at once. */
const FIRST_ROWS = 100;
const MORE_ROWS = 500;

interface ReviewTableProps {
  book: string;
  changes: readonly Change[];
  currency: string;
  /** Of all changes, where `changes` are only the first ones; the others come from `more`. */
  count?: number;
  more?: (offset: number, limit: number) => Promise<readonly Change[]>;
}

/** One book's changes: before, after, by how much, and what is left as margin. */
export function ReviewTable({ book, changes, currency, count = changes.length, more }: ReviewTableProps) {
  const t = useTranslations('prices.review');
  const format = useFormatter();
  const columns = useReviewColumns(currency);
  const [shown, setShown] = useState(FIRST_ROWS);
  const [fetched, setFetched] = useState<readonly Change[]>([]);
  const known = [...changes, ...fetched];
  const rows = known.slice(0, shown);
  const next = useMutation({
    mutationFn: async () => (known.length < shown + MORE_ROWS && known.length < count && more ? more(known.length, MORE_ROWS) : []),
    onSuccess: (page) => {
      setFetched([...fetched, ...page]);
      setShown(shown + MORE_ROWS);
    },
  });
  return (
    <>
      <DataTable caption={t('caption', { book, count })} columns={columns} rows={rows} rowKey={(change) => `${change.variantId}@${change.fromMilli}`} rowTone={(change) => (change.checks.includes('below_cost') ? 'blocked' : change.checks.length > 0 ? 'waiting' : undefined)} />
      {next.error ? <ScreenError error={next.error} onRetry={() => next.mutate()} /> : null}
      {rows.length < count ? (
        <div className={styles.more}>
          {t('shown', { shown: format.number(rows.length), count: format.number(count) })}
          <Button size="small" isPending={next.isPending} onPress={() => next.mutate()}>{t('showMore', { count: format.number(Math.min(MORE_ROWS, count - rows.length)) })}</Button>
        </div>
      ) : null}
    </>
  );
}

function useReviewColumns(currency: string): readonly DataColumn<Change>[] {
  const t = useTranslations('prices.review');
  const locale = useLocale();
  const format = useFormatter();
  const amount = (amountMinor: number | null, struck: boolean) => (amountMinor === null ? t('none') : <Money amountMinor={amountMinor} currency={currency} locale={locale} struck={struck} />);
  const percent = (basisPoints: number | null) => (basisPoints === null ? '–' : format.number(basisPoints / 10_000, { style: 'percent', maximumFractionDigits: 0 }));
  const change = ({ beforeMinor, afterMinor }: Change) => {
    if (beforeMinor === null || afterMinor === null || beforeMinor === 0) return '–';
    const share = format.number(Math.abs(afterMinor - beforeMinor) / beforeMinor, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return <><span aria-hidden="true">{afterMinor > beforeMinor ? '▲' : '▼'}</span><span className="os-hidden">{afterMinor > beforeMinor ? '+' : '−'}</span> {share}</>;
  };
  return [
    { id: 'product', header: t('columns.product'), cell: (row) => <>{row.title}<small>{row.sku}{row.fromMilli > 0 ? ` · ${t('tier', { quantity: row.fromMilli / 1000 })}` : ''}</small></> },
    { id: 'now', header: t('columns.now'), align: 'end', cell: (row) => amount(row.beforeMinor, true) },
    { id: 'new', header: t('columns.new'), align: 'end', cell: (row) => <strong>{amount(row.afterMinor, false)}</strong> },
    { id: 'change', header: t('columns.change'), align: 'end', cell: change },
    { id: 'margin', header: t('columns.margin'), align: 'end', cell: (row) => {
      const [before, after] = [percent(row.marginBeforeBasisPoints), percent(row.marginAfterBasisPoints)];
      return <><span aria-hidden="true">{t('marginMove', { before, after })}</span><span className="os-hidden">{t('marginSpoken', { before, after })}</span></>;
    } },
  ];
}
