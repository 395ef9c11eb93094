'use client';
import { useMutation } from '@tanstack/react-query';
import type { OrderRowsRead } from '@oneshelf/contracts';
import { readOrderRows } from '@oneshelf/domain-purchasing';
import { Button, DataTable, formatQuantity, Notice, Tag, TextField, type DataColumn } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import styles from './purchasing.module.css';

const MOST_ROWS = 500;
type Shown = { key: string; row: number; sku: string; quantityMilli: number; problem: string | null; note: string | null };

/** SKU and quantity from a spreadsheet: what each row is, and what is wrong with it, before anything is taken. */
export function PasteRowsDialog({ supplierId, onClose, onTake }: { supplierId: string; onClose: () => void; onTake: (rows: OrderRowsRead['rows']) => void }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const [text, setText] = useState('');
  const rows = useMemo(() => readOrderRows(text), [text]);
  const readable = rows.filter((row) => row.problem === null).slice(0, MOST_ROWS);
  const check = useMutation({ mutationFn: () => api.post('/api/purchase-orders/rows', { body: { supplierId, rows: readable.map(({ sku, quantityMilli }) => ({ sku, quantityMilli })) } }) });
  const found = new Map((check.data?.rows ?? []).map((row) => [row.sku, row]));
  const shown = rows.map((row): Shown => {
    const theirs = found.get(row.sku);
    const problem = row.problem ?? theirs?.problem ?? null;
    const note = problem !== null || !theirs ? null : theirs.raisedBy !== null ? t(`rows.raised_${theirs.raisedBy}`, { quantity: formatQuantity(theirs.quantityMilli, locale, theirs.unit) }) : theirs.isTheirs ? null : t('rows.notTheirs');
    return { key: `${row.row}`, row: row.row, sku: row.sku, quantityMilli: row.quantityMilli, problem: problem === null ? null : t(`rows.${problem}`), note };
  });
  const columns: DataColumn<Shown>[] = [
    { id: 'row', header: t('rows.row'), cell: (row) => row.row },
    { id: 'sku', header: t('rows.sku'), isRowHeader: true, cell: (row) => row.sku },
    { id: 'quantity', header: t('columns.quantity'), align: 'end', cell: (row) => formatQuantity(row.quantityMilli, locale) },
    { id: 'state', header: t('rows.state'), cell: (row) => (row.problem !== null ? <Tag tone="blocked">{row.problem}</Tag> : row.note !== null ? <Tag tone="waiting">{row.note}</Tag> : check.data ? <Tag tone="done">{t('rows.fine')}</Tag> : null) },
  ];
  const takeable = (check.data?.rows ?? []).filter((row) => row.problem === null);
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('rows.title')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button>{check.data ? <Button variant="primary" isDisabled={takeable.length === 0} onPress={() => onTake(takeable)}>{t('rows.take', { count: takeable.length })}</Button> : <Button variant="primary" isDisabled={readable.length === 0} isPending={check.isPending} onPress={() => check.mutate()}>{t('rows.check', { count: readable.length })}</Button>}</>}>
      <div className={styles.form}>
        <TextField label={t('rows.label')} description={t('rows.hint')} rows={6} value={text} onChange={(value) => { setText(value); check.reset(); }} />
        {rows.length > MOST_ROWS ? <Notice tone="waiting">{t('rows.tooMany', { most: MOST_ROWS })}</Notice> : null}
        {check.error ? <ScreenError error={check.error} /> : null}
        {rows.length > 0 ? <DataTable caption={t('rows.title')} columns={columns} rows={shown.slice(0, MOST_ROWS)} rowKey={(row) => row.key} /> : null}
      </div>
    </Dialog>
  );
}
