'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SetBinPlacesRequest, StockDetailAnswer } from '@oneshelf/contracts';
import { Button, DataTable, EmptyState, Panel, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api, apiQuery } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { useMay, useStockPlaces } from '../stock-work/use-stock-places';
import styles from './stock.module.css';
import { STOCK_KEY } from './stock-queries';

interface Place { locationId: string; label: string; codes: string[] }

/** Where a product stands in each location that has it, or that somebody gave a bin for it. */
export function BinPanel({ detail }: { detail: StockDetailAnswer }) {
  const t = useTranslations('stock-work.bins');
  const may = useMay();
  const { variantId } = detail.variant;
  const { data } = useQuery(apiQuery('/api/stock/{variantId}/bins', { params: { path: { variantId } } }));
  const [editedId, setEditedId] = useState<string | null>(null);
  const rows = useStockPlaces().map(({ id, label }): Place => ({ locationId: id, label, codes: (data?.places ?? []).filter(({ locationId }) => locationId === id).map(({ code }) => code) }))
    .filter(({ locationId, codes }) => codes.length > 0 || detail.locations.some((place) => place.locationId === locationId));
  const edited = rows.find(({ locationId }) => locationId === editedId);
  return (
    <Panel title={t('panel')}>
      <DataTable
        caption={t('panelCaption')} rows={rows} rowKey={(row) => row.locationId} empty={<EmptyState title={t('nowhere')}>{t('nowhereHint')}</EmptyState>}
        columns={[
          { id: 'place', header: t('place'), isRowHeader: true, cell: (row) => row.label },
          { id: 'home', header: t('home'), cell: ({ codes }) => codes[0] ?? '–' },
          { id: 'more', header: t('more'), cell: ({ codes }) => codes.slice(1).join(', ') },
          { id: 'set', header: <span className="os-hidden">{t('set')}</span>, align: 'end', cell: (row) => (may(['operations', 'store_manager'], row.locationId) ? <Button size="small" aria-label={t('setOf', { place: row.label })} onPress={() => setEditedId(row.locationId)}>{t('set')}</Button> : null) },
        ]}
      />
      {edited ? <SetBinsDialog variantId={variantId} place={edited} onClose={() => setEditedId(null)} /> : null}
    </Panel>
  );
}

function SetBinsDialog({ variantId, place, onClose }: { variantId: string; place: Place; onClose: () => void }) {
  const t = useTranslations('stock-work.bins');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [text, setText] = useState(place.codes.join(', '));
  const save = useMutation({
    mutationFn: (body: SetBinPlacesRequest) => api.put('/api/stock/{variantId}/bins', { params: { path: { variantId } }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: STOCK_KEY });
      sayDone({ text: t('saved', { place: place.label }) });
      onClose();
    },
  });
  const send = () => save.mutate({ locationId: place.locationId, codes: text.split(',').map((code) => code.trim()).filter(Boolean) });
  return (
    <Dialog
      isOpen onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('setTitle', { place: place.label })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isPending={save.isPending} onPress={send}>{t('save')}</Button></>}
    >
      <div className={styles.form}>
        {save.error ? <ScreenError error={save.error} notDone={t('notSaved')} /> : null}
        <TextField label={t('codes')} description={t('codesHint')} value={text} onChange={setText} maxLength={400} />
      </div>
    </Dialog>
  );
}
