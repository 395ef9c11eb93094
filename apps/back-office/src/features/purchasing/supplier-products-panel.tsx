'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SupplierDetail } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';
import { Button, DataTable, EmptyState, IconButton, NumberField, Panel, SearchField, TextField, type DataColumn } from '@oneshelf/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { AddSupplierProduct } from './add-supplier-product';
import { PURCHASING_KEYS } from './purchasing-queries';
import styles from './purchasing.module.css';
import type { SupplierProductRow } from './supplier-product-row';

/** Each row is five fields: more of them at once would make typing slow. */
const SHOWN = 25;

/** What a supplier sells us: their code, cost, pack, minimum and lead time, edited in place and saved together. */
export function SupplierProductsPanel({ supplier }: { supplier: SupplierDetail }) {
  const t = useTranslations('purchasing.suppliers');
  const client = useQueryClient();
  const [changed, setChanged] = useState<Record<string, SupplierProductRow>>({});
  const [removed, setRemoved] = useState<string[]>([]);
  const [q, setQ] = useState('');
  const save = useMutation({
    mutationFn: () => api.put('/api/suppliers/{id}/products', { params: { path: { id: supplier.id } }, body: { write: Object.values(changed).map(({ variantId, supplierCode, unitCostMinor, packMilli, minimumMilli, leadTimeDays }) => ({ variantId, supplierCode, unitCostMinor, packMilli, minimumMilli, leadTimeDays })), remove: removed } }),
    onSuccess: async () => { sayDone({ text: t('productsSaved') }); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); setChanged({}); setRemoved([]); },
  });
  const all = [...Object.values(changed).filter((row) => !supplier.products.some(({ variantId }) => variantId === row.variantId)), ...supplier.products.map((row) => changed[row.variantId] ?? row)].filter((row) => !removed.includes(row.variantId));
  const words = q.trim().toLowerCase();
  const rows = all.filter((row) => words === '' || `${row.sku} ${row.title} ${row.variantTitle} ${row.supplierCode}`.toLowerCase().includes(words));
  const columns = useProductColumns(supplier.currency, {
    onChange: (row) => setChanged((before) => ({ ...before, [row.variantId]: row })),
    onRemove: (variantId) => { setRemoved((before) => [...before, variantId]); setChanged(({ [variantId]: _row, ...others }) => others); },
  });
  const count = Object.keys(changed).length + removed.length;
  return (
    <Panel title={t('products')}>
      {save.error ? <ScreenError error={save.error} /> : null}
      <AddSupplierProduct supplierId={supplier.id} onAdd={(row) => { setRemoved((before) => before.filter((id) => id !== row.variantId)); setChanged((before) => ({ ...before, [row.variantId]: row })); }} />
      <SearchField label={t('searchProducts')} placeholder={t('searchProducts')} clearLabel={t('clear')} value={q} onChange={setQ} />
      <DataTable caption={t('products')} columns={columns} rows={rows.slice(0, SHOWN)} rowKey={(row) => row.variantId} empty={<EmptyState title={all.length === 0 ? t('noProducts.title') : t('noneLike')}>{all.length === 0 ? t('noProducts.text') : null}</EmptyState>} />
      {rows.length > SHOWN ? <p>{t('moreProducts', { shown: SHOWN, count: rows.length })}</p> : null}
      <div className={styles.acts}><Button isDisabled={count === 0} onPress={() => { setChanged({}); setRemoved([]); }}>{t('discard')}</Button><Button variant="primary" isDisabled={count === 0} isPending={save.isPending} onPress={() => save.mutate()}>{t('saveProducts', { count })}</Button></div>
    </Panel>
  );
}

function useProductColumns(currency: string, { onChange, onRemove }: { onChange: (row: SupplierProductRow) => void; onRemove: (variantId: string) => void }): DataColumn<SupplierProductRow>[] {
  const t = useTranslations('purchasing.suppliers');
  const digits = minorUnitDigits(currency);
  const nameOf = (row: SupplierProductRow) => [row.title, row.variantTitle].filter(Boolean).join(' ');
  const number = (id: 'cost' | 'pack' | 'minimum', { of, to, decimals }: { of: (row: SupplierProductRow) => number; to: (row: SupplierProductRow, value: number) => SupplierProductRow; decimals: number }): DataColumn<SupplierProductRow> => ({
    id, header: t(id), align: 'end',
    cell: (row) => <div className={styles.cell}><NumberField label={t('of', { what: t(id), product: nameOf(row) })} value={of(row)} minValue={0} formatOptions={{ minimumFractionDigits: id === 'cost' ? decimals : 0, maximumFractionDigits: decimals }} onChange={(value) => onChange(to(row, Number.isFinite(value) ? value : 0))} /></div>,
  });
  return [
    { id: 'product', header: t('product'), isRowHeader: true, cell: (row) => <span className={styles.product}>{nameOf(row)}<small>{row.sku}</small></span> },
    { id: 'theirs', header: t('theirCode'), cell: (row) => <div className={styles.cell}><TextField label={t('of', { what: t('theirCode'), product: nameOf(row) })} value={row.supplierCode} maxLength={60} onChange={(supplierCode) => onChange({ ...row, supplierCode })} /></div> },
    number('cost', { of: (row) => row.unitCostMinor / 10 ** digits, to: (row, value) => ({ ...row, unitCostMinor: Math.round(value * 10 ** digits) }), decimals: digits }),
    number('pack', { of: (row) => row.packMilli / 1000, to: (row, value) => ({ ...row, packMilli: Math.max(1, Math.round(value * 1000)) }), decimals: 3 }),
    number('minimum', { of: (row) => row.minimumMilli / 1000, to: (row, value) => ({ ...row, minimumMilli: Math.round(value * 1000) }), decimals: 3 }),
    { id: 'lead', header: t('leadTime'), align: 'end', cell: (row) => <div className={styles.cell}><NumberField label={t('of', { what: t('leadTime'), product: nameOf(row) })} value={row.leadTimeDays ?? Number.NaN} minValue={0} maxValue={730} onChange={(value) => onChange({ ...row, leadTimeDays: Number.isFinite(value) ? Math.round(value) : null })} /></div> },
    { id: 'remove', header: <span className="os-hidden">{t('removeHead')}</span>, cell: (row) => <IconButton quiet label={t('remove', { product: nameOf(row) })} icon={<X size={16} aria-hidden="true" />} onPress={() => onRemove(row.variantId)} /> },
  ];
}
