'use client';
import type { OrderDetail, OrderPayment } from '@oneshelf/contracts';
import { DataTable, Money, Panel, StatusTag, type StatusLook } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { Times } from '../../use-times';
import { MendRefund } from './mend-refund';

/** Each payment with what is held, taken and given back. */
export function PaymentsCard({ order, times }: { order: OrderDetail; times: Times }) {
  const t = useTranslations('orders.payments');
  const looks = usePaymentLooks();
  const locale = useLocale();
  const money = (amountMinor: number) => <Money amountMinor={amountMinor} currency={order.currency} locale={locale} />;
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('title')}
        rows={order.payments}
        rowKey={(payment) => payment.id}
        columns={[
          { id: 'way', header: t('way'), cell: (payment) => <PaymentWay payment={payment} /> },
          { id: 'status', header: t('status'), cell: (payment) => <StatusTag status={payment.status} looks={looks} /> },
          { id: 'held', header: t('held'), align: 'end', cell: (payment) => money(payment.authorisedMinor) },
          { id: 'taken', header: t('taken'), align: 'end', cell: (payment) => money(payment.capturedMinor) },
          { id: 'refunded', header: t('refunded'), align: 'end', cell: (payment) => money(payment.refundedMinor) },
        ]}
      />
      <ul className="order-refunds">
        {order.payments.flatMap((payment) => payment.refunds).map((refund) => (
          <li key={refund.id}>{money(refund.amountMinor)} {t(`refundStatus.${refund.status}`, { time: times.dayTime(refund.createdAt) })}{refund.failure === null ? '' : ` ${refund.failure.replaceAll('_', ' ')}`} {refund.status === 'failed' ? <MendRefund orderId={order.id} refundId={refund.id} /> : null}</li>
        ))}
      </ul>
    </Panel>
  );
}

function PaymentWay({ payment }: { payment: OrderPayment }) {
  const t = useTranslations('orders.payments');
  return (
    <>
      {payment.cardLabel ?? t(`kinds.${payment.kind}`)}
      {payment.cardLabel === null ? null : <small>{t(`kinds.${payment.kind}`)}</small>}
      {payment.failure === null ? null : <small>{t('failure', { reason: payment.failure.replaceAll('_', ' ') })}</small>}
    </>
  );
}

function usePaymentLooks(): StatusLook<OrderPayment['status']> {
  const t = useTranslations('orders.payments.statuses');
  return {
    pending: { label: t('pending'), tone: 'waiting' },
    requires_action: { label: t('requires_action'), tone: 'waiting' },
    authorised: { label: t('authorised'), tone: 'waiting' },
    captured: { label: t('captured'), tone: 'done' },
    cancelled: { label: t('cancelled'), tone: 'neutral' },
    failed: { label: t('failed'), tone: 'blocked' },
  };
}
