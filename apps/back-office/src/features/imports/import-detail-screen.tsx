'use client';
import type { ImportRun } from '@oneshelf/contracts';
import { Button, EmptyState, LinkButton, Notice, ProgressBar, Skeleton, StatusTag, TicketHeader } from '@oneshelf/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { FindingsPanel } from './findings-panel';
import { ImportCountsPanel } from './import-counts-panel';
import { commandImport, importRun } from './imports-api';
import styles from './imports.module.css';
import { MappingPanel } from './mapping-panel';
import { useStatusLooks } from './use-status-looks';

/** One file on its way: mapping, check, import, and what is wrong in it. */
export function ImportDetailScreen({ importId }: { importId: string }) {
  const t = useTranslations('imports');
  const run = useQuery(importRun(importId));
  if (run.isPending) return <div role="status" aria-label={t('detail.loading')}><Skeleton lines={6} height={28} /></div>;
  if (run.isError) {
    const isMissing = run.error instanceof ApiProblem && (run.error.status === 404 || run.error.status === 400);
    if (!isMissing) return <ScreenError error={run.error} onRetry={() => void run.refetch()} />;
    return <EmptyState title={t('missing.title')} action={<LinkButton href="/imports">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  }
  return <ImportDetail run={run.data} />;
}

function ImportDetail({ run }: { run: ImportRun }) {
  const t = useTranslations('imports');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const looks = useStatusLooks();
  const [isMapping, setMapping] = useState(false);
  const showsMapping = isMapping || (run.status === 'uploaded' && (run.format === 'unknown' || run.format === 'mapped'));
  return (
    <div className={styles.stack}>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/imports' }, { label: run.fileName }]} title={run.fileName}
        description={<><StatusTag status={run.status} looks={looks} /> {t('detail.uploadedBy', { name: run.createdBy, when: format.dateTime(new Date(run.createdAt), { dateStyle: 'medium', timeStyle: 'short' }) })}</>}
        facts={[
          { label: t('detail.format'), value: t(`formats.${run.format}`), isPlain: true },
          { label: t('detail.rows'), value: format.number(run.rowsTotal) },
          { label: t('detail.market'), value: run.marketCode, isPlain: true },
        ]}
        actions={showsMapping ? undefined : <ImportActions run={run} onMap={() => setMapping(true)} />}
      />
      <ImportState run={run} />
      {showsMapping ? <MappingPanel run={run} onChecked={() => setMapping(false)} /> : null}
      {run.counts && !showsMapping ? <ImportCountsPanel run={run} counts={run.counts} /> : null}
      {run.findings.length > 0 && !showsMapping ? <FindingsPanel run={run} /> : null}
    </div>
  );
}

function ImportState({ run }: { run: ImportRun }) {
  const t = useTranslations('imports.detail');
  const formats = useTranslations('imports.formats');
  if (run.status === 'done') return <Notice tone="done" actions={<LinkButton href="/products">{t('products')}</LinkButton>}><span role="status">{t('done')}</span></Notice>;
  if (run.status === 'cancelled') return <Notice><span role="status">{t('cancelled')}</span></Notice>;
  if (run.status === 'uploaded' && run.format !== 'unknown' && run.format !== 'mapped') return <Notice>{t('known', { format: formats(run.format) })}</Notice>;
  if (run.status !== 'importing') return null;
  return (
    <>
      <ProgressBar label={run.cancelAsked ? t('cancelling') : t('progress')} percent={run.rowsDone === 0 ? undefined : Math.round((100 * run.rowsDone) / Math.max(1, run.rowsTotal))}
        valueText={run.rowsDone === 0 ? t('waiting') : t('progressValue', { done: run.rowsDone, total: run.rowsTotal })} />
      {run.failure === null ? null : <Notice tone="blocked">{t('failure', { failure: run.failure })}</Notice>}
    </>
  );
}

function ImportActions({ run, onMap }: { run: ImportRun; onMap: () => void }) {
  const t = useTranslations('imports.detail');
  const client = useQueryClient();
  const command = useMutation({
    mutationFn: (name: 'check' | 'start' | 'cancel') => commandImport(run.id, name),
    onSuccess: (next) => client.setQueryData(importRun(run.id).queryKey, next),
    onError: () => void client.invalidateQueries({ queryKey: importRun(run.id).queryKey }),
  });
  const act = (name: 'check' | 'start' | 'cancel') => ({ onPress: () => command.mutate(name), isDisabled: command.isPending });
  const willChange = (run.counts?.productsNew ?? 0) + (run.counts?.productsChanged ?? 0);
  return (
    <>
      {command.isError ? <ScreenError error={command.error} /> : null}
      {run.status === 'uploaded' || run.status === 'checked' ? <Button variant="quiet" {...act('cancel')}>{t('discard')}</Button> : null}
      {run.status === 'checked' && run.format === 'mapped' ? <Button onPress={onMap}>{t('mapAgain')}</Button> : null}
      {run.status === 'checked' ? <Button {...act('check')}>{t('checkAgain')}</Button> : null}
      {run.status === 'uploaded' ? <Button variant="primary" {...act('check')}>{t('check')}</Button> : null}
      {run.status === 'checked' && willChange > 0 ? <Button variant="primary" count={t('startCount', { count: willChange })} {...act('start')}>{t('start')}</Button> : null}
      {run.status === 'checked' && willChange === 0 ? <p>{t('nothing')}</p> : null}
      {run.status === 'importing' ? <Button variant="danger" onPress={() => command.mutate('cancel')} isDisabled={command.isPending || run.cancelAsked}>{t('cancel')}</Button> : null}
    </>
  );
}
