'use client';
import { useMutation } from '@tanstack/react-query';
import { Button, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import styles from './purchasing.module.css';
import type { SupplierProductRow } from './supplier-product-row';

/** A product of the catalogue by its SKU; cost, pack and the rest are then typed into its row. */
export function AddSupplierProduct({ supplierId, onAdd }: { supplierId: string; onAdd: (row: SupplierProductRow) => void }) {
  const t = useTranslations('purchasing');
  const [sku, setSku] = useState('');
  const find = useMutation({
    mutationFn: () => api.post('/api/purchase-orders/rows', { body: { supplierId, rows: [{ sku: sku.trim(), quantityMilli: 1000 }] } }),
    onSuccess: ({ rows: [row] }) => {
      if (!row || row.variantId === null || row.problem !== null) return;
      onAdd({ variantId: row.variantId, sku: row.sku, title: row.title, variantTitle: row.variantTitle, supplierCode: row.supplierCode, unitCostMinor: row.unitCostMinor, packMilli: row.packMilli, minimumMilli: row.minimumMilli, leadTimeDays: null });
      setSku('');
    },
  });
  const problem = find.data?.rows[0]?.problem;
  const submit = (event: FormEvent) => { event.preventDefault(); if (sku.trim() !== '') find.mutate(); };
  return (
    <form className={styles.row} onSubmit={submit}>
      <TextField label={t('lines.sku')} value={sku} onChange={(value) => { setSku(value); find.reset(); }} maxLength={200} {...(problem ? { error: t(`rows.${problem}`) } : {})} />
      <Button type="submit" isDisabled={sku.trim() === ''} isPending={find.isPending}>{t('suppliers.addProduct')}</Button>
      {find.error ? <ScreenError error={find.error} /> : null}
    </form>
  );
}
