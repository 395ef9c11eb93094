'use client';
import type { IsvCause, IsvObservatory } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Panel } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { CauseName } from './cause-name';
import { causeParts, rounded } from './cause-parts';
import styles from './isv.module.css';
import { useIsvFormat } from './use-isv-format';

/** Where what helps against a cause is done. */
const cureOf = (cause: IsvCause, channel: string | null): string => {
  const pool = channel === null ? '/stock/pools' : `/stock/pools?channel=${encodeURIComponent(channel)}`;
  const cures = { lag: pool, failed_push: `/stock/isv?cause=failed_push${channel === null ? '' : `&channel=${encodeURIComponent(channel)}`}#worst`, buffer: pool, miscount: '/stock/counts', shrink: '/stock/corrections' } satisfies Record<IsvCause, string>;
  return cures[cause];
};

/** The variance of the period by cause, which sum to it, and what helps. */
export function WhyPanel({ whole, channel }: { whole: IsvObservatory['whole']; channel: string | null }) {
  const t = useTranslations('isv');
  const { pieces, signed, share } = useIsvFormat();
  // Rounded for the eye, and summed as they are read.
  const parts = causeParts(whole).map(({ cause, milli }) => ({ cause, milli: rounded(milli) }));
  const sumMilli = parts.reduce((sum, { milli }) => sum + milli, 0);
  type Row = (typeof parts)[number];
  const columns: DataColumn<Row>[] = [
    { id: 'cause', header: t('why.cause'), isRowHeader: true, cell: (row) => <CauseName cause={row.cause} />, footer: t('why.sum') },
    { id: 'pieces', header: t('why.pieces'), align: 'end', cell: (row) => signed(row.milli), footer: pieces(sumMilli) },
    { id: 'share', header: t('why.share'), align: 'end', cell: (row) => (sumMilli === 0 ? '–' : share(row.milli / sumMilli)), footer: sumMilli === 0 ? '–' : share(1) },
    { id: 'cure', header: t('why.cure'), cell: (row) => (row.milli === 0 ? '–' : <Link href={cureOf(row.cause, channel)}>{t(`cure.${row.cause}`)}</Link>), footer: '' },
  ];
  return (
    <Panel title={t('why.title')}>
      <p className={styles.lead}>{whole.varianceMilli === 0 ? t('why.agrees') : t('why.lead')}</p>
      <DataTable caption={t('why.title')} columns={columns} rows={parts} rowKey={(row) => row.cause} />
    </Panel>
  );
}
