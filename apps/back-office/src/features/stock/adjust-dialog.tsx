'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectStockRequest, StockDetailAnswer } from '@oneshelf/contracts';
import { Button, formatQuantity, NumberField, Select } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { api } from '../../api';
import { directory } from '../../directory';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { emptyLotRow, LotRows, tracedOf, type LotRow } from '../purchasing/lot-rows';
import { SerialField } from '../serials/serial-field';
import { ReasonFields, type ReasonCode } from '../stock-work/reason-fields';
import styles from './stock.module.css';
import { LISTINGS_KEY, STOCK_KEY } from './stock-queries';
import { useStockUnit } from './stock-unit';

const BUCKETS = ['sellable', 'damaged', 'quarantine', 'refurbish', 'quality_control', 'safety'] as const;
type Bucket = (typeof BUCKETS)[number];

/** Corrects a number by a difference. Without a reason nothing is sent; the same press twice counts once. */
export function AdjustDialog({ detail, onClose }: { detail: StockDetailAnswer; onClose: () => void }) {
  const t = useTranslations('stock.adjust');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const unit = useStockUnit();
  const { data: places } = useQuery(directory);
  const [locationId, setLocationId] = useState<string | null>(detail.locations[0]?.locationId ?? null);
  const [bucket, setBucket] = useState<Bucket>('sellable');
  const [difference, setDifference] = useState(Number.NaN);
  const work = useTranslations('stock-work.sheet');
  const [reason, setReason] = useState<ReasonCode>('other');
  const [note, setNote] = useState('');
  const [serials, setSerials] = useState<string[]>([]);
  const [lots, setLots] = useState<LotRow[] | null>(null);
  const intent = useRef({ said: '', key: '' });
  const client = useQueryClient();
  const refresh = () => Promise.all([STOCK_KEY, LISTINGS_KEY].map((queryKey) => client.invalidateQueries({ queryKey })));
  const adjust = useMutation({
    mutationFn: (body: CorrectStockRequest) => {
      // A second try of the same correction is the same intent; another correction is a new one.
      const said = JSON.stringify(body);
      if (intent.current.said !== said) intent.current = { said, key: newId() };
      return api.post('/api/stock/corrections', { body, idempotencyKey: intent.current.key });
    },
    onSuccess: async ({ correctionId, status }) => {
      await refresh();
      const undo = () => void api.post('/api/stock/corrections/{id}/undo', { params: { path: { id: correctionId } } }).then(refresh).catch(() => undefined);
      sayDone(status === 'waiting' ? { text: work('waits') } : { text: t('done'), action: { label: work('undo'), onPress: undo } });
      onClose();
    },
  });
  const deltaMilli = Math.round(difference * 1000);
  const { trackedBy } = detail.variant;
  const units = Number.isFinite(difference) ? Math.abs(difference) : 0;
  const rows = lots ?? [emptyLotRow(units)];
  const said = tracedOf(rows).map(({ lotCode = '', expiresOn, quantityMilli }) => ({ lotCode, quantityMilli, ...(expiresOn === undefined ? {} : { expiresOn }) }));
  const which = trackedBy === 'serial' && serials.length > 0 ? { serials } : trackedBy === 'lot' && said.length > 0 ? { lots: said } : {};
  const isReady = locationId !== null && Number.isFinite(deltaMilli) && deltaMilli !== 0 && (reason !== 'other' || note.trim() !== '');
  const send = () => { if (isReady) adjust.mutate({ kind: 'adjust', reason, note: note.trim(), moves: [{ variantId: detail.variant.variantId, locationId, bucket, deltaMilli, ...which }] }); };
  const options = (places?.locations ?? []).filter((location) => location.kind !== 'marketplace').map((location) => {
    const at = detail.locations.find((row) => row.locationId === location.id);
    return { id: location.id, label: location.name, detail: t('there', { quantity: formatQuantity(at?.onHandMilli ?? 0, locale, unit) }) };
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => { if (!isOpen) onClose(); }}
      title={t('title', { sku: detail.variant.sku })}
      closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" isDisabled={!isReady} isPending={adjust.isPending} onPress={send}>{t('act')}</Button></>}
    >
      <div className={styles.form}>
        {adjust.error ? <ScreenError error={adjust.error} notDone={t('notDone')} /> : null}
        <Select label={t('location')} options={options} value={locationId} onChange={setLocationId} />
        <Select label={t('bucket')} options={BUCKETS.map((id) => ({ id, label: t(`buckets.${id}`) }))} value={bucket} onChange={(id) => setBucket(id as Bucket)} />
        <NumberField label={t('difference')} description={t('differenceHint')} value={difference} onChange={setDifference} formatOptions={{ maximumFractionDigits: 3, signDisplay: 'exceptZero' }} />
        {trackedBy === 'serial' && units >= 1 ? <SerialField title={detail.variant.title} pieces={Math.floor(units)} serials={serials} onChange={setSerials} /> : null}
        {trackedBy === 'lot' && units > 0 ? <LotRows title={detail.variant.title} quantity={formatQuantity(Math.abs(deltaMilli), locale)} rows={rows} onChange={setLots} /> : null}
        <ReasonFields reason={reason} onReason={setReason} note={note} onNote={setNote} />
      </div>
    </Dialog>
  );
}
