'use client';
import type { Today, TodayRow } from '@oneshelf/contracts';
import { type DataColumn, DataTable, LinkButton, Money, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useLocale, useMessages, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ResolveButton } from './resolve-button';
import styles from './today.module.css';

type Concern = Today['concerns'][number];

/** One concern: how many, what to do about it, and the first ones. */
export function ConcernPanel({ concern }: { concern: Concern }) {
  const t = useTranslations('today');
  const format = useFormatter();
  const kind = concern.kind;
  const columns = useColumns(concern);
  return (
    <Panel title={t(`concerns.${kind}.title`)} aside={<Tag tone="waiting">{format.number(concern.count)}</Tag>}>
      <p className={styles.next}>{t(`concerns.${kind}.next`)}</p>
      <DataTable caption={t(`concerns.${kind}.title`)} columns={columns} rows={concern.rows} rowKey={(row) => row.id} />
      {concern.href !== null && concern.count > concern.rows.length ? (
        <p className={styles.all}><LinkButton size="small" href={concern.href} count={format.number(concern.count)}>{t('all')}</LinkButton></p>
      ) : null}
    </Panel>
  );
}

function useColumns(concern: Concern): DataColumn<TodayRow>[] {
  const t = useTranslations('today');
  const locale = useLocale();
  const format = useFormatter();
  const reasonOf = useReasons();
  const hasAmount = concern.rows.some((row) => row.amountMinor !== null);
  return [
    {
      id: 'subject', header: t('column.subject'), isRowHeader: true,
      cell: (row) => (
        <>
          {row.href === null ? row.subject : <Link href={row.href} className={styles.subject}>{shortened(row.subject)}</Link>}
          {row.place === '' ? null : <small>{row.place}</small>}
        </>
      ),
    },
    { id: 'reason', header: t('column.reason'), cell: (row) => (row.count === null ? reasonOf(row.reason) : t(concern.kind === 'price_approvals' ? 'prices' : 'missing', { count: row.count })) },
    ...(hasAmount
      ? [{ id: 'amount', header: t('column.amount'), align: 'end' as const, cell: (row: TodayRow) => (row.amountMinor === null || row.currency === null ? null : <Money amountMinor={row.amountMinor} currency={row.currency} locale={locale} />) }]
      : []),
    { id: 'at', header: t(`concerns.${concern.kind}.at`), align: 'end', cell: (row) => (row.at === null ? t('never') : <time dateTime={row.at}>{format.relativeTime(new Date(row.at))}</time>) },
    ...(concern.kind === 'sale_discrepancies' || concern.kind === 'quote_differences'
      ? [{ id: 'act', header: <span className="os-hidden">{t('column.act')}</span>, align: 'end' as const, cell: (row: TodayRow) => <ResolveButton kind={concern.kind === 'quote_differences' ? 'quote-differences' : 'discrepancies'} id={row.id} /> }]
      : []),
  ];
}

/** A code in words; what a machine said stays as it was said. */
function useReasons(): (reason: string) => string {
  const t = useTranslations('today.reasons');
  const known = useMessages().today.reasons;
  const isKnown = (reason: string): reason is keyof typeof known => reason in known;
  return (reason) => (isKnown(reason) ? t(reason) : reason);
}

/** An id says no more in full: its last eight letters are enough to tell it from others. */
const shortened = (subject: string): string => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(subject) ? `…${subject.slice(-8)}` : subject);
