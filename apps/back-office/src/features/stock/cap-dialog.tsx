'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ListingsAnswer } from '@oneshelf/contracts';
import { Button, NumberField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import styles from './stock.module.css';
import { listingsOf } from './stock-queries';

const MOST_UNITS = 1_000_000;

/** Never more than so many of one listing; nothing written means no limit. */
export function CapDialog({ listing, onClose }: { listing: ListingsAnswer['items'][number]; onClose: () => void }) {
  const t = useTranslations('stock.listing.cap');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [units, setUnits] = useState(listing.capUnits ?? Number.NaN);
  const put = (capUnits: number | null) => api.put('/api/listings/{id}/cap', { params: { path: { id: listing.id } }, body: { capUnits } });
  const refresh = () => client.invalidateQueries({ queryKey: listingsOf(listing.variantId).queryKey });
  const undo = useMutation({ mutationFn: () => put(listing.capUnits), onSettled: refresh });
  const save = useMutation({
    mutationFn: () => put(Number.isFinite(units) ? units : null),
    onSuccess: async () => {
      await refresh();
      sayDone({ text: t('done', { sku: listing.sku }), action: { label: t('undo'), onPress: () => undo.mutate() } });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('title', { sku: listing.sku })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>{t('act')}</Button></>}
    >
      <div className={styles.form}>
        {save.error ? <ScreenError error={save.error} notDone={t('notDone')} /> : null}
        <NumberField label={t('units')} description={t('says')} value={units} onChange={setUnits} minValue={0} maxValue={MOST_UNITS} formatOptions={{ maximumFractionDigits: 0 }} />
      </div>
    </Dialog>
  );
}
