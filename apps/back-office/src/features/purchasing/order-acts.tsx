'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { PURCHASING_KEYS } from './purchasing-queries';
import { ReceiveDialog } from './receive-dialog';

type Act = 'send' | 'cancel' | 'close';

/** What can be done with the order as it stands. What cannot be taken back is asked about. */
export function OrderActs({ order }: { order: PurchaseOrderDetail }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const client = useQueryClient();
  const [asked, setAsked] = useState<Act | null>(null);
  const [isReceiving, setReceiving] = useState(false);
  const move = useMutation({
    mutationFn: (act: Act) => api.post('/api/purchase-orders/{id}/{act}', { params: { path: { id: order.id, act } }, body: { version: order.version } }),
    onSuccess: async (_order, act) => { sayDone({ text: t(`acts.done.${act}`) }); setAsked(null); await Promise.all(PURCHASING_KEYS.map((queryKey) => client.invalidateQueries({ queryKey }))); },
    onError: () => void client.invalidateQueries({ queryKey: ['purchase-orders'] }),
  });
  const isOpen = order.status === 'sent' || order.status === 'partly_received';
  return (
    <>
      {order.status === 'draft' ? <Button variant="primary" isDisabled={order.problems.length > 0} onPress={() => setAsked('send')}>{t('acts.send')}</Button> : null}
      {isOpen ? <Button variant="primary" onPress={() => setReceiving(true)}>{t('acts.receive')}</Button> : null}
      {isOpen ? <Button onPress={() => window.print()}>{t('acts.print')}</Button> : null}
      {order.status === 'partly_received' ? <Button onPress={() => setAsked('close')}>{t('acts.close')}</Button> : null}
      {order.status === 'draft' || order.status === 'sent' ? <Button onPress={() => setAsked('cancel')}>{t('acts.cancel')}</Button> : null}
      {isReceiving ? <ReceiveDialog order={order} onClose={() => setReceiving(false)} /> : null}
      {asked === null ? null : (
        <Dialog isOpen isAlert onOpenChange={() => setAsked(null)} title={t(`acts.ask.${asked}`, { number: order.number })} closeLabel={shell('close')}
          footer={<><Button onPress={() => setAsked(null)}>{t('back')}</Button><Button variant={asked === 'send' ? 'primary' : 'danger'} isPending={move.isPending} onPress={() => move.mutate(asked)}>{t(`acts.${asked}`)}</Button></>}>
          <p>{t(`acts.text.${asked}`, { supplier: order.supplierName })}</p>
          {move.error ? <ScreenError error={move.error} /> : null}
        </Dialog>
      )}
    </>
  );
}
