'use client';
import type { IsvObservatory } from '@oneshelf/contracts';
import { type DataColumn, DataTable, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useDirectory } from '../../directory';
import styles from './isv.module.css';
import { useIsvFormat } from './use-isv-format';

type Lag = IsvObservatory['lags'][number];

/** How long a deduction takes until the channel has it. */
export function LagPanel({ lags, lagSeconds }: { lags: Lag[]; lagSeconds: number }) {
  const t = useTranslations('isv.lag');
  const format = useFormatter();
  const known = useDirectory();
  const { duration } = useIsvFormat();
  const columns: DataColumn<Lag>[] = [
    { id: 'channel', header: t('channel'), isRowHeader: true, cell: (row) => known?.channels.find(({ code }) => code === row.channelCode)?.name ?? row.channelCode },
    { id: 'count', header: t('count'), align: 'end', cell: (row) => format.number(row.count) },
    { id: 'p50', header: t('p50'), align: 'end', cell: (row) => duration(row.p50Ms) },
    { id: 'p95', header: t('p95'), align: 'end', cell: (row) => <>{row.p95Ms === null ? null : row.p95Ms > lagSeconds * 1000 ? <Tag tone="blocked">{t('slow')}</Tag> : <Tag tone="done">{t('fine')}</Tag>} {duration(row.p95Ms)}</> },
    { id: 'refused', header: t('refused'), align: 'end', cell: (row) => format.number(row.refused) },
  ];
  return (
    <Panel title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <DataTable caption={t('title')} columns={columns} rows={lags} rowKey={(row) => row.channelCode} empty={<p>{t('none')}</p>} />
    </Panel>
  );
}
