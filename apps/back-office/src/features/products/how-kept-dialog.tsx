'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HowKept, ProductVariant, QuantityUnit, TrackedBy } from '@oneshelf/contracts';
import { Button, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';

const TRACKED = ['none', 'lot', 'serial'] as const satisfies readonly TrackedBy[];
const UNITS = ['piece', 'kg', 'g', 'l', 'ml', 'm'] as const satisfies readonly QuantityUnit[];

/** How units of a variant are kept. What the server refuses stands above the fields, in its own words; nothing was changed then. */
export function HowKeptDialog({ variant, onClose }: { variant: ProductVariant; onClose: () => void }) {
  const t = useTranslations('products.kept');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [draft, setDraft] = useState<HowKept>({ trackedBy: variant.trackedBy, unit: variant.unit, isCatchWeight: false });
  const save = useMutation({
    mutationFn: (body: HowKept) => api.put('/api/products/variants/{variantId}/how-kept', { params: { path: { variantId: variant.id } }, body }),
    onSuccess: async () => {
      await client.invalidateQueries();
      sayDone({ text: t('done', { sku: variant.sku }) });
      onClose();
    },
  });
  const isSame = draft.trackedBy === variant.trackedBy && draft.unit === variant.unit;
  const serialNeedsPieces = draft.trackedBy === 'serial' && draft.unit !== 'piece';
  const isBundle = variant.kind === 'bundle';
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={t('title', { sku: variant.sku })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={isSame || serialNeedsPieces || isBundle} isPending={save.isPending} onPress={() => save.mutate(draft)}>{t('act')}</Button></>}
    >
      {save.error ? <ScreenError error={save.error} notDone={t('notDone')} /> : null}
      {isBundle ? <p role="note">{t('bundle')}</p> : null}
      <Select
        label={t('trackedBy')} description={t('trackedHint')} isDisabled={isBundle} value={draft.trackedBy} onChange={(id) => setDraft({ ...draft, trackedBy: id as TrackedBy })}
        options={TRACKED.map((id) => ({ id, label: t(`tracked.${id}`), detail: t(`trackedDetail.${id}`) }))}
      />
      <Select
        label={t('unit')} description={t('unitHint')} isDisabled={isBundle} value={draft.unit} onChange={(id) => setDraft({ ...draft, unit: id as QuantityUnit })}
        options={UNITS.map((id) => ({ id, label: t(`units.${id}`) }))} error={serialNeedsPieces ? t('serialNeedsPieces') : undefined}
      />
      <p>{t('catchWeight')}</p>
    </Dialog>
  );
}
