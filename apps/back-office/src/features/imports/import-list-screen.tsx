'use client';
import type { ImportRunSummary } from '@oneshelf/contracts';
import { DataTable, EmptyState, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { ScreenError } from '../../screen-error';
import { importList } from './imports-api';
import styles from './imports.module.css';
import { UploadPanel } from './upload-panel';
import { useStatusLooks } from './use-status-looks';

/** Brings files in and shows what became of those before. */
export function ImportListScreen() {
  const t = useTranslations('imports');
  const imports = useQuery(importList);
  return (
    <div className={styles.stack}>
      <TicketHeader title={t('title')} description={t('description')} />
      <UploadPanel />
      {imports.isPending ? <div role="status" aria-label={t('list.loading')}><Skeleton lines={4} height={28} /></div> : null}
      {imports.isError ? <ScreenError error={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {imports.data ? <ImportTable runs={imports.data.imports} /> : null}
    </div>
  );
}

function ImportTable({ runs }: { runs: ImportRunSummary[] }) {
  const t = useTranslations('imports');
  const format = useFormatter();
  const looks = useStatusLooks();
  return (
    <DataTable
      caption={t('list.caption')} rows={runs} rowKey={(run) => run.id}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      columns={[
        { id: 'file', header: t('list.file'), cell: (run) => <Link href={`/imports/${run.id}`}>{run.fileName}</Link>, isRowHeader: true },
        { id: 'format', header: t('list.format'), cell: (run) => t(`formats.${run.format}`) },
        { id: 'market', header: t('list.market'), cell: (run) => run.marketCode },
        { id: 'rows', header: t('list.rows'), align: 'end', cell: (run) => format.number(run.rowsTotal) },
        { id: 'outcome', header: t('list.outcome'), cell: (run) => <Outcome run={run} /> },
        { id: 'status', header: t('list.status'), cell: (run) => <StatusTag status={run.status} looks={looks} /> },
        { id: 'by', header: t('list.by'), cell: (run) => run.createdBy },
        { id: 'at', header: t('list.at'), cell: (run) => format.dateTime(new Date(run.createdAt), { dateStyle: 'medium', timeStyle: 'short' }) },
      ]}
    />
  );
}

function Outcome({ run: { counts } }: { run: ImportRunSummary }) {
  const t = useTranslations('imports.list');
  if (!counts) return <>{t('none')}</>;
  return (
    <>
      {t('counts', { created: counts.productsNew, changed: counts.productsChanged, unchanged: counts.productsUnchanged })}
      {counts.rowsRejected > 0 ? <small>{t('rejected', { count: counts.rowsRejected })}</small> : null}
    </>
  );
}
