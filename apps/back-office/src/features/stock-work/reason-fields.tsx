'use client';
import type { CorrectStockRequest } from '@oneshelf/contracts';
import { Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import styles from './stock-work.module.css';

export type ReasonCode = CorrectStockRequest['reason'];
const REASONS: readonly ReasonCode[] = ['sheet', 'damaged', 'theft', 'found', 'sample', 'expired', 'wrong_delivery', 'repaired', 'checked', 'other'];

/** Why a number is corrected: one of a list, and what happened in words; `other` needs the words. */
export function ReasonFields({ reason, onReason, note, onNote }: { reason: ReasonCode | null; onReason: (reason: ReasonCode) => void; note: string; onNote: (note: string) => void }) {
  const t = useTranslations('stock-work');
  return (
    <div className={styles.pair}>
      <Select label={t('reason')} placeholder={t('chooseReason')} options={REASONS.map((id) => ({ id, label: t(`reasons.${id}`) }))} value={reason} onChange={(id) => onReason(id as ReasonCode)} />
      <TextField label={t('note')} description={reason === 'other' ? t('noteNeeded') : t('noteHint')} value={note} onChange={onNote} maxLength={200} isRequired={reason === 'other'} />
    </div>
  );
}
