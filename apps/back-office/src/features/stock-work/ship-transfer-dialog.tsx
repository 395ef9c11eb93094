'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ShipTransferRequest, TransferAnswer } from '@oneshelf/contracts';
import { fitsUnit } from '@oneshelf/domain-kernel';
import { Button, formatQuantities, formatQuantity, NumberField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { SerialField } from '../serials/serial-field';
import styles from './stock-work.module.css';
import { useIntentKey } from './use-intent-key';

/** What leaves: as asked for, or as much as there is. */
export function ShipTransferDialog({ transfer, onClose }: { transfer: TransferAnswer; onClose: () => void }) {
  const t = useTranslations('stock-work.transfers');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const client = useQueryClient();
  const keyOf = useIntentKey();
  const [units, setUnits] = useState<Record<string, number>>(() => Object.fromEntries(transfer.lines.map((line) => [line.id, Math.min(line.requestedMilli, line.availableMilli)])));
  const [serials, setSerials] = useState<Record<string, string[]>>({});
  const ship = useMutation({
    mutationFn: (body: ShipTransferRequest) => api.post('/api/stock/transfers/{id}/ship', { params: { path: { id: transfer.id } }, body, idempotencyKey: keyOf(body) }),
    onSuccess: async () => { await client.invalidateQueries({ queryKey: ['stock'] }); sayDone({ text: t('done.ship') }); onClose(); },
  });
  // Each piece that has a serial is named as it leaves.
  const named = transfer.lines.filter((line) => line.bySerial && (units[line.id] ?? 0) >= 1000);
  const isUnnamed = named.some((line) => (serials[line.id]?.length ?? 0) * 1000 < (units[line.id] ?? 0) - line.unnamedMilli || (serials[line.id]?.length ?? 0) * 1000 > (units[line.id] ?? 0));
  const total = Object.values(units).reduce((sum, milli) => sum + milli, 0);
  return (
    <Dialog isOpen size="wide" onOpenChange={(isOpen) => { if (!isOpen) onClose(); }} title={t('shipTitle', { place: transfer.toName })} closeLabel={shell('close')}
      footer={<><Button onPress={onClose}>{t('back')}</Button><Button variant="primary" isDisabled={total === 0 || isUnnamed || transfer.lines.some((line) => !fitsUnit(units[line.id] ?? 0, line.unit))} isPending={ship.isPending} onPress={() => ship.mutate({ lines: transfer.lines.map((line) => ({ lineId: line.id, quantityMilli: units[line.id] ?? 0, ...(line.bySerial ? { serials: serials[line.id] ?? [] } : {}) })) })}>{t('shipUnits', { quantity: formatQuantities(transfer.lines.map((line) => ({ unit: line.unit, quantityMilli: units[line.id] ?? 0 })), locale) })}</Button></>}>
      <div className={styles.form}>
        {ship.error ? <ScreenError error={ship.error} /> : null}
        {transfer.lines.map((line) => (
          <NumberField key={line.id} label={`${line.title} · ${line.sku}`} description={t('askedAndThere', { asked: formatQuantity(line.requestedMilli, locale, line.unit), there: formatQuantity(line.availableMilli, locale, line.unit) })} minValue={0} maxValue={1_000_000}
            error={fitsUnit(units[line.id] ?? 0, line.unit) ? undefined : t('wholeOnly')} formatOptions={{ maximumFractionDigits: 3 }} value={(units[line.id] ?? 0) / 1000} onChange={(value) => setUnits((before) => ({ ...before, [line.id]: Number.isFinite(value) ? Math.round(value * 1000) : 0 }))} />
        ))}
        {named.map((line) => <SerialField key={line.id} title={line.title} pieces={Math.floor((units[line.id] ?? 0) / 1000)} serials={serials[line.id] ?? []} onChange={(next) => setSerials((before) => ({ ...before, [line.id]: next }))} />)}
        {isUnnamed ? <p className={styles.muted}>{t('namesMissing')}</p> : null}
      </div>
    </Dialog>
  );
}
