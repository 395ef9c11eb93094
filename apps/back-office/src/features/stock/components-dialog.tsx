'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ComponentsAnswer, SetComponentsRequest } from '@oneshelf/contracts';
import { Button, NumberField, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { ProductPicker } from '../promotions/product-picker';
import { nameOf } from './component-name';
import styles from './stock.module.css';
import { LISTINGS_KEY, STOCK_KEY } from './stock-queries';

const KINDS = ['stock', 'bundle', 'kit'] as const;
const MOST = 50;

interface Row {
  variantId: string;
  name: string;
  count: number;
}

/** Says what a product is made of: found by search, in an order, so many of each. What was sold before stays as it was. */
export function ComponentsDialog({ variantId, sku, answer, onClose }: { variantId: string; sku: string; answer: ComponentsAnswer; onClose: () => void }) {
  const t = useTranslations('bundles.edit');
  const kinds = useTranslations('bundles.kinds');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [kind, setKind] = useState<(typeof KINDS)[number]>(answer.kind === 'stock' ? 'bundle' : answer.kind);
  const [rows, setRows] = useState<Row[]>(() => answer.components.map((one) => ({ variantId: one.variantId, name: `${nameOf(one)} · ${one.sku}`, count: one.quantityMilli / 1000 })));
  const save = useMutation({
    mutationFn: (body: SetComponentsRequest) => api.put('/api/stock/{variantId}/components', { params: { path: { variantId } }, body }),
    onSuccess: async () => {
      await Promise.all([STOCK_KEY, LISTINGS_KEY, ['products']].map((queryKey) => client.invalidateQueries({ queryKey })));
      sayDone({ text: t('done') });
      onClose();
    },
  });
  const isReady = kind === 'stock' || (rows.length > 0 && rows.every(({ count }) => Number.isFinite(count) && count > 0));
  const send = () => { if (isReady) save.mutate({ kind, components: kind === 'stock' ? [] : rows.map((row) => ({ variantId: row.variantId, quantityMilli: Math.round(row.count * 1000) })) }); };
  const add = (picked: { variantId: string; sku: string; title: string }) => setRows((now) => (now.some((row) => row.variantId === picked.variantId) || now.length >= MOST ? now : [...now, { variantId: picked.variantId, name: `${picked.title} · ${picked.sku}`, count: 1 }]));
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={t('title', { sku })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={save.isPending} onPress={send}>{t('act')}</Button></>}
    >
      <div className={styles.form}>
        {save.error ? <ScreenError error={save.error} /> : null}
        <Select label={t('kind')} options={KINDS.map((id) => ({ id, label: kinds(id), detail: t(`hints.${id}`) }))} value={kind} onChange={(id) => setKind(id as (typeof KINDS)[number])} />
        {kind === 'stock' ? null : (
          <>
            <ProductPicker label={t('find')} by="variant" onPick={add} />
            {rows.length === 0 ? <p>{t('empty')}</p> : <ol className={styles.parts}>{rows.map((row, index) => <ComponentRow key={row.variantId} row={row} index={index} rows={rows} onChange={setRows} />)}</ol>}
          </>
        )}
      </div>
    </Dialog>
  );
}

function ComponentRow({ row, index, rows, onChange }: { row: Row; index: number; rows: Row[]; onChange: (rows: Row[]) => void }) {
  const t = useTranslations('bundles.edit');
  const up = () => onChange(rows.map((one, at) => (at === index - 1 ? row : at === index ? (rows[index - 1] ?? one) : one)));
  return (
    <li>
      <span>{row.name}</span>
      <NumberField label={t('count', { name: row.name })} labelHidden value={row.count} minValue={0.001} onChange={(count) => onChange(rows.map((one) => (one === row ? { ...row, count } : one)))} />
      <Button size="small" variant="quiet" isDisabled={index === 0} aria-label={t('upOf', { name: row.name })} onPress={up}>{t('up')}</Button>
      <Button size="small" variant="quiet" aria-label={t('removeOf', { name: row.name })} onPress={() => onChange(rows.filter((one) => one !== row))}>{t('remove')}</Button>
    </li>
  );
}
