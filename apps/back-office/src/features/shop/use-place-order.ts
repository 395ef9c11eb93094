'use client';
import { useMutation } from '@tanstack/react-query';
import type { PlaceOrderRequest } from '@oneshelf/contracts';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { keepHold } from './kept-hold';
import { leaveTo } from './leave-to';
import { forgetIntent, keepIntent, openIntent, type PayIntent } from './pay-intent';
import { useShop } from './shop-context';
import { useBasket } from './use-basket';

/**
 * Sends an order. A refusal is an answer: the intent is over and the basket is kept. Without an answer (network, 5xx) the
 * order may exist, so the same intent is kept and only it can be sent again: nothing is ever bought twice.
 */
export function usePlaceOrder() {
  const shop = useShop();
  const router = useRouter();
  const [, change] = useBasket();
  const [unanswered, setUnanswered] = useState<PayIntent | null>(null);
  useEffect(() => setUnanswered(openIntent(shop.market)), [shop.market]);
  const sending = useMutation({
    mutationFn: (intent: PayIntent) => {
      keepIntent(shop.market, intent);
      return shop.api.post('/api/storefront/orders', { body: intent.request, idempotencyKey: intent.key });
    },
    onSuccess: (placed) => {
      forgetIntent(shop.market);
      // Its units are the order's.
      keepHold(shop.market, undefined);
      setUnanswered(null);
      // The bank's page: the basket stays until it has said yes.
      if (placed.status === 'requires_action' && placed.redirectUrl !== null) return leaveTo(placed.redirectUrl);
      change(() => []);
      router.push(shop.href(`/shop/orders/${placed.orderId}?token=${encodeURIComponent(placed.statusToken)}`));
    },
    onError: (error, intent) => {
      if (isUnanswered(error)) return setUnanswered(intent);
      if (error instanceof ApiProblem && error.code === 'hold_of_another') keepHold(shop.market, undefined);
      forgetIntent(shop.market);
      setUnanswered(null);
    },
  });
  const { mutate } = sending;
  const send = useCallback((request: PlaceOrderRequest) => mutate({ key: crypto.randomUUID(), request }), [mutate]);
  const sendAgain = unanswered === null ? undefined : () => mutate(unanswered);
  return { send, sendAgain, error: sending.error, isSending: sending.isPending || sending.isSuccess, reset: sending.reset };
}

/** Whether the server may have taken the order without telling us: it could not be reached, or it failed in the middle. */
const isUnanswered = (error: Error): boolean => !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500 || error.code === 'unreadable_answer';
