'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { OrderPart, ShipRequest } from '@oneshelf/contracts';
import { Button, formatQuantity, TextField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { SerialField } from '../serials/serial-field';
import { orderDetail } from './order-queries';

type Props = { orderId: string; part: OrderPart; isOpen: boolean; onClose: () => void };

/** A parcel leaves: carrier and tracking number; the card is charged when nothing of the order is open any more. */
export function ShipDialog({ orderId, part, isOpen, onClose }: Props) {
  const t = useTranslations('orders.ship');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const [parcel, setParcel] = useState<ShipRequest>({ carrier: '', trackingNumber: '' });
  const ship = useShip({ orderId, part, onClose });
  const [serials, setSerials] = useState<Record<string, string[]>>({});
  // The server knows which lines need them.
  const asked = ship.error instanceof ApiProblem && ship.error.code === 'serials_required' ? (ship.error.details as { orderLineId?: string } | undefined)?.orderLineId : undefined;
  const named = part.lines.filter((line) => line.orderLineId === asked || serials[line.orderLineId] !== undefined);
  const pieces = Object.entries(serials).flatMap(([orderLineId, each]) => each.map((serialNumber) => ({ orderLineId, serialNumber })));
  const request = { ...(pieces.length > 0 ? { serials: pieces } : {}), carrier: parcel.carrier.trim(), trackingNumber: parcel.trackingNumber.trim() };
  const isComplete = request.carrier !== '' && request.trackingNumber !== '';
  const units = part.lines.reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t('title', { place: part.locationName })}
      closeLabel={shell('close')}
      footer={<Button variant="primary" isDisabled={!isComplete} isPending={ship.isPending} onPress={() => ship.mutate(request)}>{t('confirm', { quantity: formatQuantity(units, locale) })}</Button>}
    >
      <p>{t('intro')}</p>
      <TextField label={t('carrier')} value={parcel.carrier} onChange={(carrier) => setParcel({ ...parcel, carrier })} maxLength={60} isRequired />
      <TextField label={t('trackingNumber')} value={parcel.trackingNumber} onChange={(trackingNumber) => setParcel({ ...parcel, trackingNumber })} maxLength={100} isRequired />
      {named.map((line) => <SerialField key={line.id} title={line.title} pieces={(line.quantityMilli - line.shortMilli) / 1000} serials={serials[line.orderLineId] ?? []} onChange={(next) => setSerials((before) => ({ ...before, [line.orderLineId]: next }))} />)}
      {ship.error === null ? null : <ScreenError error={ship.error} />}
    </Dialog>
  );
}

function useShip({ orderId, part, onClose }: Omit<Props, 'isOpen'>) {
  const t = useTranslations('orders.ship');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ShipRequest) => api.post('/api/fulfilment-orders/{id}/ship', { params: { path: { id: part.id } }, body }),
    onSuccess: () => {
      sayDone({ text: t('done', { place: part.locationName }) });
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: orderDetail(orderId).queryKey }),
  });
}
