'use client';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Button, ErrorNotice, formatQuantity } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { useWordOr } from '../../use-word-or';
import { setQuantity, type Basket } from './basket';
import { newTotalOf, shortagesOf } from './order-refusals';
import type { usePlaceOrder } from './use-place-order';

type Props = {
  ordering: ReturnType<typeof usePlaceOrder>;
  basket: Basket;
  change: (next: (basket: Basket) => Basket) => void;
  currency: string;
  /** The total on the page is old. */
  onNewTotal: () => void;
};

/** Why the order was not placed: what happened, what was not done, and what to do now. */
export function CheckoutProblem({ ordering, basket, change, currency, onNewTotal }: Props) {
  const t = useTranslations('shop.checkout.problems');
  const locale = useLocale();
  const decline = useWordOr('shop.declines');
  const { error, isSending, sendAgain } = ordering;
  const code = error instanceof ApiProblem ? error.code : '';
  const askAgain = useEffectEvent(onNewTotal);
  useEffect(() => {
    if (code === 'price_changed' || code === 'insufficient_stock') askAgain();
  }, [code, error]);
  if (isSending) return null;
  if (sendAgain !== undefined) return <ErrorNotice happened={t('unanswered.happened')} notDone={t('unanswered.notDone')} next={<Button variant="primary" size="small" onPress={sendAgain}>{t('unanswered.again')}</Button>} />;
  if (error === null) return null;
  if (code === 'price_changed') {
    const total = newTotalOf(error);
    return <ErrorNotice happened={total === undefined ? t('priceChanged.plain') : t('priceChanged.happened', { total: formatMoney(total, currency, locale) })} notDone={t('priceChanged.notDone')} />;
  }
  if (code === 'insufficient_stock') return <SoldOut error={error} basket={basket} change={change} onDone={ordering.reset} />;
  if (code === 'card_declined') return <ErrorNotice happened={t('declined.happened', { reason: decline(declineOf(error)) })} notDone={t('declined.notDone')} />;
  return <ScreenError error={error} notDone={t('kept')} />;

  function declineOf(refused: unknown): string {
    const details = refused instanceof ApiProblem ? refused.details : undefined;
    return typeof details === 'object' && details !== null && 'code' in details && typeof details.code === 'string' ? details.code : 'card_declined';
  }
}

function SoldOut({ error, basket, change, onDone }: { error: unknown; basket: Basket; change: Props['change']; onDone: () => void }) {
  const t = useTranslations('shop.checkout.problems.soldOut');
  const locale = useLocale();
  const short = shortagesOf(error).flatMap((shortage) => {
    const line = basket.find((each) => each.variantId === shortage.variantId);
    return line === undefined ? [] : [{ ...shortage, title: line.title }];
  });
  const take = () => {
    change((kept) => short.reduce((next, { variantId, availableMilli }) => setQuantity(next, { variantId, quantityMilli: Math.max(0, availableMilli) }), kept));
    onDone();
  };
  const sentences = short.map(({ title, availableMilli }) => t(availableMilli > 0 ? 'some' : 'none', { product: title, left: formatQuantity(Math.max(0, availableMilli), locale) }));
  return <ErrorNotice happened={sentences.length === 0 ? t('plain') : sentences.join(' ')} notDone={t('notDone')} next={short.length === 0 ? undefined : <Button size="small" onPress={take}>{t('takeLeft')}</Button>} />;
}
