'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { Button, DataTable, EmptyState, Money, Notice, Panel, TextField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { AddLine } from './add-line';
import { bodyOf, draftOf, isSame, totalOf, withRows, type DraftLine } from './order-draft';
import { PasteRowsDialog } from './paste-rows-dialog';
import { PURCHASING_KEYS } from './purchasing-queries';
import styles from './purchasing.module.css';
import { useLineColumns } from './use-line-columns';

/** The order's lines: edited in place by keyboard while it is open, saved together. */
export function OrderLinesEditor({ order }: { order: PurchaseOrderDetail }) {
  const t = useTranslations('purchasing');
  const locale = useLocale();
  const client = useQueryClient();
  const isEditable = order.status === 'draft' || order.status === 'sent' || order.status === 'partly_received';
  const [lines, setLines] = useState<DraftLine[]>(() => draftOf(order));
  const [expectedOn, setExpectedOn] = useState(order.expectedOn ?? '');
  const [note, setNote] = useState(order.note);
  const [isPasting, setPasting] = useState(false);
  const save = useMutation({
    mutationFn: () => api.put('/api/purchase-orders/{id}', { params: { path: { id: order.id } }, body: bodyOf(order, { lines, expectedOn: expectedOn === '' ? null : expectedOn, note: note.trim() }) }),
    onSuccess: async () => { sayDone({ text: t('lines.saved') }); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); },
  });
  const change = (variantId: string, values: Partial<DraftLine>) => setLines((before) => before.map((line) => (line.variantId === variantId ? { ...line, ...values } : line)));
  const columns = useLineColumns({ order, lines, isEditable, onChange: change, onRemove: (variantId) => setLines((before) => before.filter((line) => line.variantId !== variantId)) });
  const isChanged = !isSame(lines, draftOf(order)) || expectedOn !== (order.expectedOn ?? '') || note.trim() !== order.note;
  const isReady = lines.every((line) => line.quantityMilli > 0 && line.unitCostMinor >= 0);
  const below = order.problems.find((problem) => problem.kind === 'order_below_minimum');
  return (
    <Panel title={t('lines.title')}>
      {save.error ? <ScreenError error={save.error} /> : null}
      {below && !isChanged ? <Notice tone="waiting">{t.rich('lines.orderMinimum', { supplier: order.supplierName, minimum: () => <Money amountMinor={below.minimumMinor ?? 0} currency={order.currency} locale={locale} />, missing: () => <Money amountMinor={(below.minimumMinor ?? 0) - (below.amountMinor ?? 0)} currency={order.currency} locale={locale} /> })}</Notice> : null}
      {isEditable ? <AddLine order={order} onAdd={(rows) => setLines((before) => withRows(before, rows))} onPaste={() => setPasting(true)} /> : null}
      <DataTable caption={t('lines.title')} columns={columns} rows={lines} rowKey={(line) => line.variantId} empty={<EmptyState title={t('lines.empty.title')}>{t('lines.empty.text')}</EmptyState>} />
      {isEditable ? (
        <>
          <div className={styles.row}>
            <TextField label={t('note')} value={note} onChange={setNote} maxLength={1000} />
            <TextField label={t('expectedOn')} type="date" value={expectedOn} onChange={setExpectedOn} />
          </div>
          <div className={styles.acts}>
            <Button isDisabled={!isChanged} onPress={() => { setLines(draftOf(order)); setExpectedOn(order.expectedOn ?? ''); setNote(order.note); }}>{t('lines.discard')}</Button>
            <strong><Money amountMinor={totalOf(lines)} currency={order.currency} locale={locale} /></strong>
            <Button variant="primary" isDisabled={!isChanged || !isReady} isPending={save.isPending} onPress={() => save.mutate()}>{order.status === 'draft' ? t('lines.save') : t('lines.saveSent')}</Button>
          </div>
        </>
      ) : order.note === '' ? null : <p>{order.note}</p>}
      {isPasting ? <PasteRowsDialog supplierId={order.supplierId} onClose={() => setPasting(false)} onTake={(rows) => { setLines((before) => withRows(before, rows)); setPasting(false); }} /> : null}
    </Panel>
  );
}
