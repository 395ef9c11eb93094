'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApplyStockFileRequest, StockFileAnswer } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Notice } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { usePlaceName } from '../stock/use-place-name';
import { ReasonFields, type ReasonCode } from './reason-fields';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';

type Change = StockFileAnswer['changes'][number];
interface Chosen { name: string; csv: string; asOf: string }

/** A file of levels: checked first, row by row; then applied whole, or not at all. */
export function StockFileDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('stock-work.file');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const [file, setFile] = useState<Chosen | null>(null);
  const [reason, setReason] = useState<ReasonCode | null>('sheet');
  const [note, setNote] = useState('');
  const check = useMutation({ mutationFn: ({ csv, asOf }: Chosen) => api.post('/api/stock/levels/check', { body: { csv, asOf } }) });
  const apply = useMutation({
    mutationFn: (body: ApplyStockFileRequest) => api.post('/api/stock/levels/apply', { body, idempotencyKey: keyOf(body) }),
    onSuccess: async ({ status }) => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t(status === 'waiting' ? 'waits' : 'applied') }); onDone(); },
  });
  const choose = async (files: FileList | null): Promise<void> => {
    const picked = files?.[0];
    if (!picked) return;
    // Without a column that says it, the numbers are as old as the file.
    const chosen = { name: picked.name, csv: await picked.text(), asOf: new Date(Math.min(Date.now(), picked.lastModified)).toISOString() };
    setFile(chosen);
    apply.reset();
    check.mutate(chosen);
  };
  const checked = check.data;
  const isReady = file !== null && checked !== undefined && checked.problemCount === 0 && checked.changeCount > 0 && reason !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('title')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" count={checked?.problemCount === 0 ? checked.changeCount : undefined} isDisabled={!isReady} isPending={apply.isPending} onPress={() => { if (isReady) apply.mutate({ csv: file.csv, asOf: file.asOf, reason, note: note.trim(), expectedChanges: checked.changeCount }); }}>{t('apply')}</Button></>}>
      <div className={styles.form}>
        <p>{t('lead')}</p>
        <p className={styles.muted}>{t('asOf')}</p>
        <div className={styles.row}><FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void choose(files)}><Button variant={file === null ? 'primary' : 'secondary'} isPending={check.isPending}>{file === null ? t('choose') : t('chooseOther')}</Button></FileTrigger></div>
        {file === null ? null : <p role="status">{file.name} · {t('readAt', { at: format.dateTime(new Date(file.asOf), { dateStyle: 'medium', timeStyle: 'short' }) })}</p>}
        {check.error ? <ScreenError error={check.error} /> : null}
        {apply.error ? <ScreenError error={apply.error} /> : null}
        {checked ? <Checked checked={checked} /> : null}
        {checked && checked.problemCount === 0 && checked.changeCount > 0 ? <ReasonFields reason={reason} onReason={setReason} note={note} onNote={setNote} /> : null}
      </div>
    </Dialog>
  );
}

function Checked({ checked }: { checked: StockFileAnswer }) {
  const t = useTranslations('stock-work.file');
  const locale = useLocale();
  const placeName = usePlaceName();
  const quantity = (milli: number, { unit }: Change) => formatQuantity(milli, locale, unit);
  if (checked.problemCount > 0) {
    return (
      <Notice tone="blocked">
        <p>{t('problems', { count: checked.problemCount })}</p>
        <ol className={styles.problems}>{checked.problems.slice(0, 50).map((problem, index) => <li key={index}>{t('problemRow', { row: problem.row, column: problem.column === '' ? '–' : problem.column })} {t(`codes.${problem.code}`)}{problem.value === '' ? '' : `: ${problem.value}`}</li>)}</ol>
        {checked.problemCount > 50 ? <p>{t('moreProblems', { count: checked.problemCount - 50 })}</p> : null}
      </Notice>
    );
  }
  const columns: DataColumn<Change>[] = [
    { id: 'row', header: t('column.row'), align: 'end', cell: (change) => change.row },
    { id: 'sku', header: t('column.product'), isRowHeader: true, cell: (change) => <span className={styles.product}><strong>{change.sku}</strong><small>{change.title}</small></span> },
    { id: 'place', header: t('column.place'), cell: (change) => placeName(change.locationId) },
    { id: 'then', header: t('column.then'), align: 'end', cell: (change) => quantity(change.thenMilli, change) },
    { id: 'now', header: t('column.now'), align: 'end', cell: (change) => quantity(change.nowMilli, change) },
    { id: 'delta', header: t('column.delta'), align: 'end', cell: (change) => <span className={change.deltaMilli < 0 ? styles.gone : undefined}>{change.deltaMilli > 0 ? '+' : ''}{quantity(change.deltaMilli, change)}</span> },
    { id: 'after', header: t('column.after'), align: 'end', cell: (change) => quantity(change.afterMilli, change) },
  ];
  return (
    <>
      <p><strong>{t('summary', { rows: checked.rows, changes: checked.changeCount, unchanged: checked.unchanged })}</strong></p>
      <DataTable caption={t('title')} columns={columns} rows={checked.changes.slice(0, 100)} rowKey={(change) => String(change.row)} empty={<p>{t('nothing')}</p>} />
      {checked.changeCount > 100 ? <p className={styles.muted}>{t('moreChanges', { count: checked.changeCount - 100 })}</p> : null}
    </>
  );
}
