'use client';
import type { OrderDetail } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Button, Money, TicketHeader } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { Times } from '../../use-times';
import { CancelOrderDialog } from './cancel-order-dialog';
import { orderListHref } from './order-links';
import { isShippable } from './part-steps';
import { ShipDialog } from './ship-dialog';
import { TotalReasonDialog } from './total-reason-dialog';
import { useOrderLooks } from './use-order-looks';

/** Number and customer, how the order stands in one line, its three amounts, and what may be done now. */
export function OrderHeader({ order, times }: { order: OrderDetail; times: Times }) {
  const t = useTranslations('orders');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const looks = useOrderLooks();
  const list = orderListHref(useSearchParams().get('list'));
  const name = order.customer.name === '' ? t('noName') : order.customer.name;
  const amount = (amountMinor: number) => <Money amountMinor={amountMinor} currency={order.currency} locale={locale} />;
  return (
    <TicketHeader
      crumbsLabel={shell('crumbs')}
      crumbs={[{ label: t('title'), href: list }, { label: `#${order.number}` }]}
      title={`#${order.number} ${name}`}
      description={t('detail.description', { channel: order.channelName, placed: times.dayTime(order.placedAt), status: looks[order.displayStatus].label })}
      facts={[
        { label: t('facts.total'), value: amount(order.totalMinor), detail: shippingOf(order) > 0 ? t('facts.withShipping', { amount: formatMoney(shippingOf(order), order.currency, locale) }) : undefined },
        { label: t('facts.paid'), value: amount(order.paidMinor), detail: order.refundedMinor > 0 ? t('facts.refunded', { amount: formatMoney(order.refundedMinor, order.currency, locale) }) : undefined },
        { label: t('facts.onHold'), value: amount(order.onHoldMinor), tone: order.onHoldMinor > 0 ? 'waiting' : undefined },
      ]}
      actions={<OrderActions order={order} />}
    />
  );
}

const shippingOf = ({ quote }: OrderDetail): number => quote?.shipping?.reduce((sum, charge) => sum + charge.totalMinor, 0) ?? 0;

function OrderActions({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders');
  const [open, setOpen] = useState<'cancel' | 'ship' | 'why' | null>(null);
  const toShip = order.parts.filter(isShippable);
  const [onlyPart] = toShip;
  const close = () => setOpen(null);
  return (
    <>
      {order.quote === undefined ? null : (
        <>
          <Button onPress={() => setOpen('why')}>{t('why.open')}</Button>
          <TotalReasonDialog order={order} quote={order.quote} isOpen={open === 'why'} onClose={close} />
        </>
      )}
      {order.actions.includes('cancel') ? <Button onPress={() => setOpen('cancel')}>{t('cancel.open')}</Button> : null}
      {order.actions.includes('ship') && toShip.length === 1 && onlyPart !== undefined ? (
        <>
          <Button variant="primary" onPress={() => setOpen('ship')}>{t('ship.openFrom', { place: onlyPart.locationName })}</Button>
          <ShipDialog orderId={order.id} part={onlyPart} isOpen={open === 'ship'} onClose={close} />
        </>
      ) : null}
      <CancelOrderDialog order={order} isOpen={open === 'cancel'} onClose={close} />
    </>
  );
}
