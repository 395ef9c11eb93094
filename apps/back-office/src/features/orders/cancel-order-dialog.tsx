'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderDetail } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Button, formatQuantity, TextField } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../api';
import { ScreenError } from '../../screen-error';
import { Dialog } from '../../shell/later-overlay';
import { sayDone } from '../../toasts';
import { orderDetail } from './order-queries';

/** Cancelling moves money and stock and cannot be undone, so it asks first and says what will happen. */
export function CancelOrderDialog({ order, isOpen, onClose }: { order: OrderDetail; isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('orders.cancel');
  const shell = useTranslations('shell');
  const [reason, setReason] = useState('');
  const cancel = useCancelOrder(order, onClose);
  const close = () => {
    cancel.reset();
    onClose();
  };
  return (
    <Dialog
      isAlert
      isOpen={isOpen}
      onOpenChange={(open) => { if (!open) close(); }}
      title={t('title', { number: order.number })}
      closeLabel={shell('close')}
      footer={
        <>
          <Button onPress={close}>{t('keep')}</Button>
          <Button variant="danger" isDisabled={reason.trim() === ''} isPending={cancel.isPending} onPress={() => cancel.mutate(reason.trim())}>{t('confirm')}</Button>
        </>
      }
    >
      <Consequences order={order} />
      <TextField label={t('reason')} description={t('reasonHint')} value={reason} onChange={setReason} maxLength={500} isRequired />
      {cancel.error === null ? null : <ScreenError error={cancel.error} />}
    </Dialog>
  );
}

function Consequences({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders.cancel');
  const locale = useLocale();
  const open = order.lines.reduce((sum, line) => sum + line.openMilli, 0);
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, locale);
  const card = order.payments.find((payment) => payment.cardLabel !== null)?.cardLabel ?? t('theCard');
  return (
    <>
      <p>{t('intro')}</p>
      <ul className="order-consequences">
        <li>{t('stock', { quantity: formatQuantity(open, locale) })}</li>
        {order.onHoldMinor > 0 ? <li>{t('release', { amount: money(order.onHoldMinor), card })}</li> : null}
        {order.paidMinor > 0 ? <li>{t('refund', { amount: money(order.paidMinor), card })}</li> : null}
        {order.onHoldMinor === 0 && order.paidMinor === 0 ? <li>{t('noMoney')}</li> : null}
        {order.customer.email === null ? null : <li>{t('tellCustomer', { name: order.customer.name })}</li>}
        <li>{t('final')}</li>
      </ul>
    </>
  );
}

function useCancelOrder(order: OrderDetail, onClose: () => void) {
  const t = useTranslations('orders.cancel');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post('/api/orders/{id}/cancel', { params: { path: { id: order.id } }, body: { reason } }),
    onSuccess: (cancelled) => {
      client.setQueryData(orderDetail(order.id).queryKey, cancelled);
      sayDone({ text: t('done', { number: order.number }) });
      onClose();
    },
    // Refused or not answered: what is shown may be old.
    onError: () => client.invalidateQueries({ queryKey: orderDetail(order.id).queryKey }),
  });
}
