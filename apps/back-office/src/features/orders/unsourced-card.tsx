'use client';
import type { OrderDetail } from '@oneshelf/contracts';
import { Panel, Tag } from '@oneshelf/ui';
import { ShoppingBag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDirectory } from '../../directory';
import { OrderLinesTable, type LineShare } from './order-lines-table';

/** What no part holds: goods that were carried out of a store at once, or that no place has been found for yet. */
export function UnsourcedCard({ order }: { order: OrderDetail }) {
  const t = useTranslations('orders.parts');
  const place = useDirectory()?.locations.find((location) => location.id === order.soldAtLocationId)?.name;
  const lines = unsourced(order);
  if (lines.length === 0) return null;
  const isCarriedOut = order.fulfilmentKind === 'carry_out';
  const title = isCarriedOut ? (place === undefined ? t('carriedOut') : t('carriedOutOf', { place })) : t('noPlace');
  const tag = order.status === 'cancelled' ? <Tag tone="blocked">{t('tag.cancelled')}</Tag> : isCarriedOut ? <Tag tone="done">{t('tag.carried_out')}</Tag> : <Tag tone="waiting">{t('tag.noPlace')}</Tag>;
  return (
    <Panel title={title} icon={<ShoppingBag size={20} aria-hidden="true" />} aside={tag}>
      <OrderLinesTable caption={title} order={order} lines={lines} />
    </Panel>
  );
}

/** Of each line, what the living parts do not hold: 3 ordered, 1 in a part → 2. Cancelled units count here only when the order has no part at all. */
export function unsourced(order: Pick<OrderDetail, 'lines' | 'parts'>): LineShare[] {
  const inParts = (orderLineId: string) =>
    order.parts.filter((part) => part.status !== 'cancelled').flatMap((part) => part.lines).filter((line) => line.orderLineId === orderLineId).reduce((sum, line) => sum + line.quantityMilli - line.shortMilli, 0);
  return order.lines
    .map((line) => ({ orderLineId: line.id, quantityMilli: line.orderedMilli - (order.parts.length === 0 ? 0 : line.cancelledMilli) - inParts(line.id), shortMilli: 0 }))
    .filter((share) => share.quantityMilli > 0);
}
