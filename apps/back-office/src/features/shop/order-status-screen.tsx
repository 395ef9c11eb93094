'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontOrderStatus } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { EmptyState, formatQuantity, LinkButton, Money, Notice, Panel, ProgressSteps, Skeleton } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { orderSteps } from './order-steps';
import { PayAgain } from './pay-again';
import { ReceiptLink } from './receipt-link';
import { useShop } from './shop-context';
import { useOrderedWords } from './use-promise-words';
import { shopOrder } from './shop-queries';

/** How an order stands, for the shopper who has its token; it keeps itself up to date. */
export function OrderStatusScreen({ id, token }: { id: string; token: string }) {
  const t = useTranslations('shop.order');
  const shop = useShop();
  const { data: order, error, refetch } = useQuery(shopOrder(shop, { id, token }));
  if (order !== undefined) return <OrderStatus order={order} token={token} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) {
    return <EmptyState title={t('missing.title')} action={<LinkButton href={shop.href('/shop')}>{t('missing.action')}</LinkButton>}>{t('missing.text')}</EmptyState>;
  }
  return error === null ? <Skeleton height={240} /> : <ScreenError error={error} onRetry={() => void refetch()} />;
}

function OrderStatus({ order, token }: { order: StorefrontOrderStatus; token: string }) {
  const t = useTranslations('shop.order');
  const locale = useLocale();
  const promised = useOrderedWords();
  const waits = order.lines.some((line) => line.promised !== null);
  const states = { done: t('stepStates.done'), now: t('stepStates.now'), todo: t('stepStates.todo'), failed: t('stepStates.failed') };
  return (
    <div className="shop-stack">
      <h1>{t('title', { number: order.number })}</h1>
      <p role="status">{order.dueMinor !== null ? t('status.due') : waits && order.displayStatus === 'placed' ? t('status.waiting') : t(`status.${order.displayStatus}`, { place: order.pickupLocationName ?? '' })}</p>
      {order.dueMinor === null ? null : <PayAgain order={order} dueMinor={order.dueMinor} token={token} />}
      <CollectionCode order={order} />
      {order.fulfilmentKind === 'carry_out' ? null : <ProgressSteps label={t('steps.label')} steps={orderSteps(order).map(({ step, state }) => ({ label: t(`steps.${step}`), state }))} stateLabels={states} />}
      <Panel title={t('lines')}>
        <ul className="shop-lines">
          {order.lines.map((line) => (
            <li key={line.sku} className="shop-line">
              <div className="shop-line-name">
                {formatQuantity(line.orderedMilli, locale, line.unit)} × {line.title}
                {line.promised === null ? null : <small className="shop-line-waits">{t('waits', { quantity: formatQuantity(line.promised.quantityMilli, locale, line.unit) })} {promised(line.promised)}</small>}
                {line.cancelledMilli > 0 ? <small>{t('cancelledLine', { quantity: formatQuantity(line.cancelledMilli, locale, line.unit) })}</small> : null}
                {line.returnedMilli > 0 ? <small>{t('returnedLine', { quantity: formatQuantity(line.returnedMilli, locale, line.unit) })}</small> : null}
              </div>
              <div className="shop-line-amount"><Money amountMinor={line.totalMinor} currency={order.currency} locale={locale} /></div>
            </li>
          ))}
        </ul>
        <dl className="shop-sums">
          {order.shippingMinor === null ? null : <div><dt>{t('shipping')}</dt><dd><Money amountMinor={order.shippingMinor} currency={order.currency} locale={locale} /></dd></div>}
          <div data-total><dt>{t('total')}</dt><dd><Money amountMinor={order.totalMinor} currency={order.currency} locale={locale} /></dd></div>
          {order.refundedMinor > 0 ? <div><dt>{t('refunded')}</dt><dd><Money amountMinor={order.refundedMinor} currency={order.currency} locale={locale} /></dd></div> : null}
        </dl>
        {order.receiptToken === null ? null : <ReceiptLink token={order.receiptToken} />}
        {isHeld(order) ? <p className="order-note">{t(waits ? 'chargedLater' : 'charged', { total: formatMoney(order.totalMinor, order.currency, locale) })}</p> : null}
      </Panel>
    </div>
  );
}

/** The card is charged once, when nothing of the order is open any more. */
const isHeld = ({ displayStatus }: StorefrontOrderStatus): boolean => ['placed', 'in_fulfilment', 'ready_for_pickup', 'partly_fulfilled'].includes(displayStatus);

/** The code is worth something only when there is something to collect. */
function CollectionCode({ order }: { order: StorefrontOrderStatus }) {
  const t = useTranslations('shop.order');
  if (order.fulfilmentKind !== 'pickup' || order.collectionCode === null) return null;
  const place = order.pickupLocationName ?? '';
  if (order.displayStatus === 'ready_for_pickup') return <div className="shop-code"><span>{t('code', { place })}</span><strong>{order.collectionCode}</strong></div>;
  return order.displayStatus === 'placed' || order.displayStatus === 'in_fulfilment' ? <Notice>{t('codeLater', { place })}</Notice> : null;
}
