'use client';
import { useMutation } from '@tanstack/react-query';
import type { OrderRowsRead, PurchaseOrderDetail } from '@oneshelf/contracts';
import { Button, NumberField, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import styles from './purchasing.module.css';

/** SKU, quantity, Enter, and the next one. */
export function AddLine({ order, onAdd, onPaste }: { order: PurchaseOrderDetail; onAdd: (rows: OrderRowsRead['rows']) => void; onPaste: () => void }) {
  const t = useTranslations('purchasing');
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState(1);
  const form = useRef<HTMLFormElement>(null);
  const read = useMutation({
    mutationFn: () => api.post('/api/purchase-orders/rows', { body: { supplierId: order.supplierId, rows: [{ sku: sku.trim(), quantityMilli: Math.round(quantity * 1000) }] } }),
    onSuccess: ({ rows }) => {
      if (rows.some((row) => row.problem !== null)) return;
      onAdd(rows);
      setSku('');
      setQuantity(1);
      form.current?.querySelector('input')?.focus();
    },
  });
  const problem = read.data?.rows[0]?.problem;
  const isReady = sku.trim() !== '' && quantity > 0;
  const submit = (event: FormEvent) => { event.preventDefault(); if (isReady) read.mutate(); };
  return (
    <form ref={form} className={styles.row} onSubmit={submit}>
      <TextField label={t('lines.sku')} value={sku} onChange={(value) => { setSku(value); read.reset(); }} maxLength={200} {...(problem ? { error: t(`rows.${problem}`) } : {})} />
      <NumberField label={t('columns.quantity')} value={quantity} onChange={setQuantity} minValue={0} maxValue={1_000_000} />
      <Button type="submit" isDisabled={!isReady} isPending={read.isPending}>{t('lines.add')}</Button>
      <Button onPress={onPaste}>{t('lines.paste')}</Button>
      {read.error ? <ScreenError error={read.error} /> : null}
    </form>
  );
}
