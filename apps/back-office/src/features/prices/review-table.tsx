'use client';
import type { PriceReview } from '@oneshelf/contracts';
import { Button, DataTable, Money, type DataColumn } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import styles from './prices.module.css';

type Change = PriceReview['books'][number]['changes'][number];

/** Rows at first: what a person reads. The rest comes on demand, so that a book of thousands opens at once. */
const FIRST_ROWS = 100;

/** One book's changes: before, after, by how much, and what is left as margin. */
export function ReviewTable({ book, changes, currency }: { book: string; changes: readonly Change[]; currency: string }) {
  const t = useTranslations('prices.review');
  const format = useFormatter();
  const columns = useReviewColumns(currency);
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? changes : changes.slice(0, FIRST_ROWS);
  return (
    <>
      <DataTable caption={t('caption', { book, count: changes.length })} columns={columns} rows={rows} rowKey={(change) => `${change.variantId}@${change.fromMilli}`} rowTone={(change) => (change.checks.includes('below_cost') ? 'blocked' : change.checks.length > 0 ? 'waiting' : undefined)} />
      {rows.length < changes.length ? (
        <div className={styles.more}>
          {t('shown', { shown: format.number(rows.length), count: format.number(changes.length) })}
          <Button size="small" onPress={() => setWhole(true)}>{t('showAll', { count: format.number(changes.length) })}</Button>
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
