'use client';
import { useQuery } from '@tanstack/react-query';
import type { PlacedOrder } from '@oneshelf/contracts';
import { Button, ErrorNotice, LinkButton, Notice } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { useWordOr } from '../../use-word-or';
import { leaveTo } from './leave-to';
import { useShop, type Shop } from './shop-context';
import { useBasket } from './use-basket';

type Order = { id: string; token: string };
type Return = Order & { /** An order that was placed before is paid again. */ isAgain: boolean };

/** Back from the bank's page: asks how it ended, as often as it takes, and goes on to the order. */
export function PaymentReturnScreen({ id, token, isAgain }: Return) {
  const t = useTranslations('shop.paymentReturn');
  const shop = useShop();
  const { data: placed, error, refetch } = useQuery(paymentReturn(shop, { id, token }));
  useGoToOrder(placed, { token, isAgain });
  if (placed?.status === 'requires_action') {
    const { redirectUrl } = placed;
    return <Notice tone="waiting" actions={redirectUrl === null ? undefined : <Button size="small" onPress={() => leaveTo(redirectUrl)}>{t('toBank')}</Button>}>{t('stillAsked')}</Notice>;
  }
  if (error instanceof ApiProblem && error.code === 'card_declined') return <Declined error={error} again={isAgain ? { id, token } : null} />;
  if (error === null || isPending(error)) return <div role="status"><Notice>{t('asking')}</Notice></div>;
  return <ScreenError error={error} notDone={t('unknown')} onRetry={() => void refetch()} />;
}

const isPending = (error: Error) => error instanceof ApiProblem && error.code === 'payment_pending';

const paymentReturn = (shop: Shop, { id, token }: Order) => ({
  queryKey: ['shop', shop.market, 'storefront', 'orders', id, 'payment-return'],
  queryFn: () => shop.api.post('/api/storefront/orders/{id}/payment-return', { params: { path: { id } }, body: { token } }),
  // The bank's answer may come seconds after the customer: asking again changes nothing.
  retry: (failures: number, error: Error) => isPending(error) && failures < 30,
  retryDelay: 2000,
});

function useGoToOrder(placed: PlacedOrder | undefined, { token, isAgain }: Omit<Return, 'id'>): void {
  const shop = useShop();
  const router = useRouter();
  const [, change] = useBasket();
  const go = useEffectEvent((order: PlacedOrder) => {
    // What is in the basket now is another purchase.
    if (!isAgain) change(() => []);
    router.replace(shop.href(`/shop/orders/${order.orderId}?token=${encodeURIComponent(token)}`));
  });
  useEffect(() => {
    if (placed?.status === 'placed') go(placed);
  }, [placed]);
}

function Declined({ error, again }: { error: ApiProblem; again: Order | null }) {
  const t = useTranslations('shop.paymentReturn');
  const shop = useShop();
  const decline = useWordOr('shop.declines');
  const { details } = error;
  const code = typeof details === 'object' && details !== null && 'code' in details && typeof details.code === 'string' ? details.code : 'card_declined';
  const happened = t('declined.happened', { reason: decline(code) });
  if (again) return <ErrorNotice happened={happened} notDone={t('declined.orderKept')} next={<LinkButton variant="primary" size="small" href={shop.href(`/shop/orders/${again.id}?token=${encodeURIComponent(again.token)}`)}>{t('declined.toOrder')}</LinkButton>} />;
  return <ErrorNotice happened={happened} notDone={t('declined.notDone')} next={<LinkButton variant="primary" size="small" href={shop.href('/shop/checkout')}>{t('declined.again')}</LinkButton>} />;
}
