'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CorrectStockRequest } from '@oneshelf/contracts';
import { Button, type DataColumn, DataTable, formatQuantity, Notice, ProgressBar } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { usePlaceName } from '../stock/use-place-name';
import { ReasonFields, type ReasonCode } from './reason-fields';
import { movesOf, type SheetEdit, type SheetNumber } from './sheet-edits';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';

const MOST = 200;
/** Of one correction: it is applied whole or not at all. */
const MOST_MOVES = 5000;

/** The batch before it is applied: each cell before and after, and one reason for all. */
export function SheetReviewDialog({ edits, number, onClose, onDone }: { edits: SheetEdit[]; number: SheetNumber; onClose: () => void; onDone: () => void }) {
  const t = useTranslations('stock-work.sheet');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const placeName = usePlaceName();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const [reason, setReason] = useState<ReasonCode | null>(null);
  const [note, setNote] = useState('');
  const moves = movesOf(edits, number);
  const apply = useMutation({
    mutationFn: (body: CorrectStockRequest) => api.post('/api/stock/corrections', { body, idempotencyKey: keyOf(body) }),
    onSuccess: async ({ correctionId, status }) => {
      await client.invalidateQueries({ queryKey: ['stock'] });
      const undo = () => void api.post('/api/stock/corrections/{id}/undo', { params: { path: { id: correctionId } } }).then(() => client.invalidateQueries({ queryKey: ['stock'] })).catch(() => undefined);
      sayDone(status === 'waiting' ? { text: t('waits') } : { text: t('applied', { count: moves.length }), action: { label: t('undo'), onPress: undo } });
      onDone();
    },
  });
  const columns: DataColumn<SheetEdit>[] = [
    { id: 'sku', header: t('product'), isRowHeader: true, cell: (edit) => <span className={styles.product}><strong>{edit.sku}</strong><small>{edit.title}</small></span> },
    { id: 'place', header: t('place'), cell: (edit) => placeName(edit.locationId) },
    { id: 'from', header: t('before'), align: 'end', cell: (edit) => formatQuantity(edit.fromMilli, locale, edit.unit) },
    { id: 'to', header: t('after'), align: 'end', cell: (edit) => formatQuantity(edit.toMilli, locale, edit.unit) },
    { id: 'delta', header: t('difference'), align: 'end', cell: (edit) => <span className={edit.toMilli < edit.fromMilli ? styles.gone : undefined}>{edit.toMilli > edit.fromMilli ? '+' : ''}{formatQuantity(edit.toMilli - edit.fromMilli, locale, edit.unit)}</span> },
  ];
  const isReady = moves.length > 0 && moves.length <= MOST_MOVES && reason !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('reviewTitle', { count: moves.length })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" count={moves.length} isDisabled={!isReady} isPending={apply.isPending} onPress={() => { if (reason !== null) apply.mutate({ kind: 'sheet', reason, note: note.trim(), moves }); }}>{t('apply')}</Button></>}>
      <div className={styles.form}>
        {apply.error ? <ScreenError error={apply.error} /> : null}
        {moves.length > MOST_MOVES ? <Notice tone="blocked">{t('tooMany', { most: MOST_MOVES })}</Notice> : null}
        <DataTable caption={t('reviewTitle', { count: moves.length })} columns={columns} rows={edits.slice(0, MOST)} rowKey={(edit) => `${edit.variantId}|${edit.locationId}`} />
        {edits.length > MOST ? <p className={styles.muted}>{t('moreChanges', { count: edits.length - MOST })}</p> : null}
        <p className={styles.muted}>{t('asDifferences')}</p>
        <ReasonFields reason={reason} onReason={setReason} note={note} onNote={setNote} />
        {apply.isPending ? <ProgressBar label={t('applying', { count: moves.length })} /> : null}
      </div>
    </Dialog>
  );
}
