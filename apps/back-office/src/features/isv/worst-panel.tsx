'use client';
import type { IsvObservatory, IsvWorst } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, EmptyState, Panel, Tag } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useDirectory } from '../../directory';
import { CauseName } from './cause-name';
import { rounded } from './cause-parts';
import styles from './isv.module.css';
import type { IsvView } from './use-isv-view';
import { useIsvFormat } from './use-isv-format';

/** What differed most, each with the way to its numbers. */
export function WorstPanel({ seen, view }: { seen: IsvObservatory; view: IsvView }) {
  const t = useTranslations('isv');
  const format = useFormatter();
  const known = useDirectory();
  const { percent, pieces, time } = useIsvFormat();
  const columns: DataColumn<IsvWorst>[] = [
    { id: 'product', header: t('worst.product'), isRowHeader: true, cell: (row) => <Link href={`/stock/isv/${row.variantId}`} className={styles.product}><strong>{row.title}</strong><small>{row.sku}</small></Link> },
    { id: 'channel', header: t('worst.channel'), cell: (row) => known?.channels.find(({ code }) => code === row.channelCode)?.name ?? row.channelCode },
    { id: 'cause', header: t('worst.cause'), cell: (row) => (row.cause === null ? '–' : <CauseName cause={row.cause} isShort />) },
    { id: 'pieces', header: t('worst.pieces'), align: 'end', cell: (row) => pieces(rounded(row.varianceMilli)) },
    { id: 'worst', header: t('worst.worst'), align: 'end', cell: (row) => (row.worstBasisPoints === null ? <Tag tone="blocked">∞</Tag> : percent(row.worstBasisPoints)) },
    { id: 'often', header: t('worst.often'), align: 'end', cell: (row) => t('worst.times', { differed: row.differedCount, all: row.sampleCount }) },
    { id: 'last', header: t('worst.last'), align: 'end', cell: (row) => <time dateTime={row.lastAt}>{time(row.lastAt)}</time> },
  ];
  const aside = seen.worstCount > seen.worst.length ? <span>{t('worst.shown', { shown: format.number(seen.worst.length), count: format.number(seen.worstCount) })}</span> : undefined;
  return (
    <div id="worst">
      <Panel title={t('worst.title')} aside={aside}>
        {seen.worst.length === 0
          ? <EmptyState title={t('worst.none.title')} action={view.isFiltered ? <Button onPress={view.clear}>{t('filter.clear')}</Button> : undefined}>{t('worst.none.text')}</EmptyState>
          : <DataTable caption={t('worst.title')} columns={columns} rows={seen.worst} rowKey={(row) => `${row.channelCode}:${row.variantId}`} />}
      </Panel>
    </div>
  );
}
