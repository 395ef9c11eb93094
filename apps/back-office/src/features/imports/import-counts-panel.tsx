'use client';
import type { ImportCounts, ImportRun } from '@oneshelf/contracts';
import { DataTable, LinkButton, Panel } from '@oneshelf/ui';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './imports.module.css';

interface CountRow {
  id: 'products' | 'variants';
  created: number;
  changed: number;
  unchanged: number;
  rejected: number | null;
}

/** What an import would do, or did: a small table, and the rest in sentences. */
export function ImportCountsPanel({ run, counts }: { run: ImportRun; counts: ImportCounts }) {
  const t = useTranslations('imports.counts');
  const detail = useTranslations('imports.detail');
  const format = useFormatter();
  const rows: CountRow[] = [
    { id: 'products', created: counts.productsNew, changed: counts.productsChanged, unchanged: counts.productsUnchanged, rejected: counts.productsRejected },
    { id: 'variants', created: counts.variantsNew, changed: counts.variantsChanged, unchanged: counts.variantsUnchanged, rejected: null },
  ];
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  return (
    <Panel title={run.status === 'done' ? t('titleDone') : t('title')}>
      <DataTable
        caption={t('caption')} rows={rows} rowKey={(row) => row.id}
        columns={[
          { id: 'what', header: t('what'), cell: (row) => t(row.id), isRowHeader: true },
          { id: 'created', header: t('created'), align: 'end', cell: (row) => number(row.created) },
          { id: 'changed', header: t('changed'), align: 'end', cell: (row) => number(row.changed) },
          { id: 'unchanged', header: t('unchanged'), align: 'end', cell: (row) => number(row.unchanged) },
          { id: 'rejected', header: t('rejected'), align: 'end', cell: (row) => number(row.rejected) },
        ]}
      />
      <ul className={styles.lines}>
        <li>{t('prices', { count: counts.prices })}</li>
        {counts.pricesInOtherCurrencies > 0 ? <li>{t('otherPrices', { count: counts.pricesInOtherCurrencies })}</li> : null}
        <li>{t('stock', { count: counts.stockLines })}</li>
        {counts.skusMade > 0 ? <li>{t('skusMade', { count: counts.skusMade })}</li> : null}
        <li>{t('rows', { count: counts.rowsRejected })}</li>
        {run.columnsNotUsed.length > 0 ? <li>{detail('notUsed', { columns: run.columnsNotUsed.join(', ') })}</li> : null}
      </ul>
      {counts.rowsRejected > 0 ? (
        <div className={styles.actions}>
          <LinkButton href={`/api/imports/${run.id}/errors.csv`} download>{detail('download')}</LinkButton>
        </div>
      ) : null}
    </Panel>
  );
}
