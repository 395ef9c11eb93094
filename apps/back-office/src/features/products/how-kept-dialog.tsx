'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HowKept, ProductVariant, TrackedBy } from '@oneshelf/contracts';
import { Button, Select } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { UsualWeightField } from './usual-weight-field';

const TRACKED = ['none', 'lot', 'serial'] as const satisfies readonly TrackedBy[];
/** A unit, or pieces that are paid by what each weighs. */
const UNITS = ['piece', 'weighed', 'kg', 'g', 'l', 'ml', 'm'] as const;
type CountedBy = (typeof UNITS)[number];

/** How units of a variant are kept. What the server refuses stands above the fields, in its own words; nothing was changed then. */
export function HowKeptDialog({ variant, onClose }: { variant: ProductVariant; onClose: () => void }) {
  const t = useTranslations('products.kept');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [draft, setDraft] = useState<HowKept>({ trackedBy: variant.trackedBy, unit: variant.unit, isCatchWeight: variant.isCatchWeight, ...(variant.weightGrams ? { weightGrams: variant.weightGrams } : {}) });
  const countedBy: CountedBy = draft.isCatchWeight ? 'weighed' : draft.unit;
  const countBy = (id: CountedBy): void => setDraft({ ...draft, unit: id === 'weighed' ? 'piece' : id, isCatchWeight: id === 'weighed' });
  const save = useMutation({
    mutationFn: (body: HowKept) => api.put('/api/products/variants/{variantId}/how-kept', { params: { path: { variantId: variant.id } }, body }),
    onSuccess: async () => {
      await client.invalidateQueries();
      sayDone({ text: t('done', { sku: variant.sku }) });
      onClose();
    },
  });
  const isSame = draft.trackedBy === variant.trackedBy && draft.unit === variant.unit && draft.isCatchWeight === variant.isCatchWeight && (!draft.isCatchWeight || draft.weightGrams === (variant.weightGrams ?? undefined));
  const needsWeight = draft.isCatchWeight && draft.weightGrams === undefined;
  const serialNeedsPieces = draft.trackedBy === 'serial' && draft.unit !== 'piece';
  const isBundle = variant.kind === 'bundle';
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={t('title', { sku: variant.sku })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={isSame || serialNeedsPieces || needsWeight || isBundle} isPending={save.isPending} onPress={() => save.mutate(draft.isCatchWeight ? draft : { trackedBy: draft.trackedBy, unit: draft.unit, isCatchWeight: false })}>{t('act')}</Button></>}
    >
      {save.error ? <ScreenError error={save.error} notDone={t('notDone')} /> : null}
      {isBundle ? <p role="note">{t('bundle')}</p> : null}
      <Select
        label={t('trackedBy')} description={t('trackedHint')} isDisabled={isBundle} value={draft.trackedBy} onChange={(id) => setDraft({ ...draft, trackedBy: id as TrackedBy })}
        options={TRACKED.map((id) => ({ id, label: t(`tracked.${id}`), detail: t(`trackedDetail.${id}`) }))}
      />
      <Select
        label={t('unit')} description={t('unitHint')} isDisabled={isBundle} value={countedBy} onChange={(id) => countBy(id as CountedBy)}
        options={UNITS.map((id) => ({ id, label: t(`units.${id}`), ...(id === 'weighed' ? { detail: t('catchWeight') } : {}) }))} error={serialNeedsPieces ? t('serialNeedsPieces') : undefined}
      />
      {draft.isCatchWeight ? <><UsualWeightField weightGrams={draft.weightGrams} onChange={(weightGrams) => setDraft((before) => ({ ...before, weightGrams }))} /><p>{t('catchWeightHint')}</p></> : null}
    </Dialog>
  );
}
