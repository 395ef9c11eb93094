'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MendedRefund } from '@oneshelf/contracts';
import { Button, Dialog, TextField } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { sayDone } from '../../toasts';
import { orderDetail } from './order-queries';

/** What a person can do about a refund that the card's bank refused: send it again, or say how it was paid by hand. */
export function MendRefund({ orderId, refundId }: { orderId: string; refundId: string }) {
  const t = useTranslations('orders.mendRefund');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const params = { path: { id: refundId } };
  const retry = useMend(orderId, () => api.post('/api/refunds/{id}/retry', { params }));
  const pay = useMend(orderId, (text: string) => api.post('/api/refunds/{id}/pay-otherwise', { params, body: { note: text } }), () => setOpen(false));
  return (
    <>
      <Button size="small" isPending={retry.isPending} onPress={() => retry.mutate('')}>{t('retry')}</Button>
      <Button size="small" onPress={() => setOpen(true)}>{t('open')}</Button>
      {retry.error ? <ScreenError error={retry.error} /> : null}
      <Dialog
        isOpen={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}
        footer={<Button variant="primary" isDisabled={note.trim() === ''} isPending={pay.isPending} onPress={() => pay.mutate(note.trim())}>{t('confirm')}</Button>}
      >
        <p>{t('text')}</p>
        <TextField label={t('note')} value={note} onChange={setNote} maxLength={500} isRequired />
        {pay.error ? <ScreenError error={pay.error} /> : null}
      </Dialog>
    </>
  );
}

function useMend(orderId: string, mend: (note: string) => Promise<MendedRefund>, onDone?: () => void) {
  const t = useTranslations('orders.mendRefund');
  const client = useQueryClient();
  return useMutation({
    mutationFn: mend,
    onSuccess: ({ status }) => {
      sayDone({ text: t(`done.${status}`) });
      onDone?.();
    },
    onSettled: () => client.invalidateQueries({ queryKey: orderDetail(orderId).queryKey }),
  });
}
