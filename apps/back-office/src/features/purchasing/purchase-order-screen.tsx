'use client';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@oneshelf/api-client';
import type { PurchaseOrderDetail } from '@oneshelf/contracts';
import { EmptyState, formatQuantities, LinkButton, Money, Panel, Skeleton, StatusTag, Tag, TicketHeader } from '@oneshelf/ui';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ScreenError } from '../../screen-error';
import { OrderActs } from './order-acts';
import { OrderHistory } from './order-history';
import { OrderLinesEditor } from './order-lines-editor';
import { orderTo } from './purchasing-queries';
import styles from './purchasing.module.css';
import { ReceiptsPanel } from './receipts-panel';
import { useOrderStatusLooks } from './use-order-status-looks';

/** One order to a supplier: lines at the left, what came and what happened at the right. */
export function PurchaseOrderScreen({ orderId }: { orderId: string }) {
  const t = useTranslations('purchasing');
  const { data: order, error, refetch } = useQuery(orderTo(orderId));
  if (order) return <OrderPage order={order} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <EmptyState title={t('missing.title')} action={<LinkButton href="/purchasing">{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  return error ? <ScreenError error={error} onRetry={() => void refetch()} /> : <div aria-busy="true"><Skeleton height={96} /></div>;
}

function OrderPage({ order }: { order: PurchaseOrderDetail }) {
  const t = useTranslations('purchasing');
  const shell = useTranslations('shell');
  const locale = useLocale();
  const format = useFormatter();
  const looks = useOrderStatusLooks();
  const day = order.expectedOn === null ? '–' : format.dateTime(new Date(`${order.expectedOn}T12:00:00Z`), { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <>
      <TicketHeader
        crumbsLabel={shell('crumbs')} crumbs={[{ label: t('title'), href: '/purchasing' }, { label: order.number }]} title={`${order.number} · ${order.supplierName}`}
        description={<><StatusTag status={order.status} looks={looks} /> {order.isOverdue ? <Tag tone="blocked">{t('overdue')}</Tag> : null} {t('to', { place: order.locationName })}</>}
        facts={[
          { label: t('facts.total'), value: <Money amountMinor={order.totalMinor} currency={order.currency} locale={locale} />, ...(order.currency === order.marketCurrency ? {} : { detail: t('facts.rate', { from: order.currency, rate: format.number(order.rateMillionths / 1_000_000, { maximumFractionDigits: 6 }), to: order.marketCurrency }) }) },
          { label: t('facts.expected'), value: day, isPlain: true },
          { label: t('facts.open'), value: formatQuantities(order.lines.map(({ unit, orderedMilli, openMilli }) => ({ unit, quantityMilli: order.status === 'draft' ? orderedMilli : openMilli })), locale), detail: t('facts.of', { ordered: formatQuantities(order.lines.map(({ unit, orderedMilli }) => ({ unit, quantityMilli: orderedMilli })), locale) }) },
        ]}
        actions={<OrderActs order={order} />}
      />
      <div className={styles.page}>
        <div className={styles.column}>
          <OrderLinesEditor key={order.version} order={order} />
          <ReceiptsPanel order={order} />
        </div>
        <Panel title={t('history.title')}><OrderHistory order={order} /></Panel>
      </div>
    </>
  );
}
