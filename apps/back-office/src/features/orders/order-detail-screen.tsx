'use client';
import { useQuery } from '@tanstack/react-query';
import type { OrderDetail } from '@oneshelf/contracts';
import { EmptyState, LinkButton, Panel, Skeleton, TicketHeader } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useSearchParams } from 'next/navigation';
import { ApiProblem } from '@oneshelf/api-client';
import { useDirectory, zoneOf } from '../../directory';
import { ScreenError } from '../../screen-error';
import { useTimes } from '../../use-times';
import { ByHandCard } from './by-hand-card';
import { OrderHeader } from './order-header';
import { orderListHref } from './order-links';
import { orderDetail } from './order-queries';
import { OrderTimeline } from './order-timeline';
import { PartCard } from './part-card';
import { PaymentsCard } from './payments-card';
import { ReturnsCard } from './returns-card';
import { UnsourcedCard } from './unsourced-card';

/** One order: a card per part at the left, what happened at the right. */
export function OrderDetailScreen({ orderId }: { orderId: string }) {
  const { data: order, error, refetch } = useQuery(orderDetail(orderId));
  if (order !== undefined) return <OrderPage order={order} />;
  // An id that is no id is refused as bad input; for a reader both mean that the order is not here.
  const isMissing = error instanceof ApiProblem && (error.status === 404 || error.status === 400);
  if (isMissing) return <OrderMissing orderId={orderId} />;
  return error === null ? <OrderWaiting /> : <ScreenError error={error} onRetry={() => void refetch()} />;
}

function OrderPage({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders');
  const known = useDirectory();
  const times = useTimes(zoneOf(known, { locationId: order.pickupLocationId ?? order.soldAtLocationId, channelCode: order.channelCode }));
  return (
    <>
      <OrderHeader order={order} times={times} />
      <div className="order-page">
        <div className="order-parts">
          {order.parts.map((part) => <PartCard key={part.id} part={part} order={order} />)}
          <UnsourcedCard order={order} />
          <ByHandCard order={order} />
          {order.payments.length === 0 ? null : <PaymentsCard order={order} times={times} />}
          {order.returns.length === 0 ? null : <ReturnsCard order={order} />}
        </div>
        <Panel title={t('timeline.title')}><OrderTimeline order={order} times={times} /></Panel>
      </div>
    </>
  );
}

function OrderMissing({ orderId }: { orderId: string }) {
  const t = useTranslations('orders');
  const shell = useTranslations('shell');
  const list = orderListHref(useSearchParams().get('list'));
  return (
    <>
      <TicketHeader crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: list }, { label: orderId }]} title={t('detail.title')} />
      <EmptyState title={t('missing.title')} action={<LinkButton href={list}>{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>
    </>
  );
}

function OrderWaiting() {
  const t = useTranslations('shell');
  return (
    <div aria-busy="true">
      <p className="os-hidden" role="status">{t('loading')}</p>
      <Skeleton height={96} />
    </div>
  );
}
