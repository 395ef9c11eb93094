'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { Button, NumberField, Select, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './purchasing.module.css';
import { PURCHASING_KEYS } from './purchasing-queries';

const kinds = ['freight', 'duty', 'other'] as const;
const bases = ['value', 'quantity', 'weight'] as const;

/** Freight, duty or something else that the goods of a receipt cost, also long after they came. */
export function LandedCostDialog({ order, receipt, onClose }: { order: PurchaseOrderDetail; receipt: PurchaseOrderDetail['receipts'][number]; onClose: () => void }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [id] = useState(() => newId());
  const [kind, setKind] = useState<(typeof kinds)[number]>('freight');
  const [basis, setBasis] = useState<(typeof bases)[number]>('value');
  const [amount, setAmount] = useState(Number.NaN);
  const [note, setNote] = useState('');
  const amountMinor = Math.round(amount * 10 ** minorUnitDigits(order.marketCurrency));
  const add = useMutation({
    mutationFn: () => api.post('/api/goods-receipts/{id}/landed-costs', { params: { path: { id: receipt.id } }, body: { id, kind, basis, amountMinor, note: note.trim() } }),
    onSuccess: async () => { sayDone({ text: t('landed.done') }); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); onClose(); },
  });
  return (
    <Dialog isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('landed.title')} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!(amountMinor > 0)} isPending={add.isPending} onPress={() => add.mutate()}>{t('landed.add')}</Button></>}>
      <div className={styles.form}>
        <p>{t('landed.text')}</p>
        {add.error ? <ScreenError error={add.error} /> : null}
        <Select label={t('landed.kind')} options={kinds.map((each) => ({ id: each, label: t(`landed.kinds.${each}`) }))} value={kind} onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'freight')} />
        <NumberField label={t('landed.amount', { currency: order.marketCurrency })} value={amount} onChange={setAmount} minValue={0} formatOptions={{ style: 'currency', currency: order.marketCurrency }} />
        <Select label={t('landed.basis')} options={bases.map((each) => ({ id: each, label: t(`landed.by.${each}`) }))} value={basis} onChange={(value) => setBasis(bases.find((each) => each === value) ?? 'value')} />
        <TextField label={t('note')} value={note} onChange={setNote} maxLength={200} />
      </div>
    </Dialog>
  );
}
