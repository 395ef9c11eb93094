'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StorefrontOrderStatus } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Button, ChoiceList, ErrorNotice, Panel } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ApiProblem } from '@oneshelf/api-client';
import { ScreenError } from '../../screen-error';
import { leaveTo } from './leave-to';
import { useShop } from './shop-context';
import { testCards } from './test-cards';

type Due = { order: StorefrontOrderStatus; dueMinor: number; token: string };

/** The hold on the card has ended before the goods could leave: the shopper confirms a card again, here. */
export function PayAgain({ order, dueMinor, token }: Due) {
  const t = useTranslations('shop.payAgain');
  const checkout = useTranslations('shop.checkout');
  const locale = useLocale();
  const shop = useShop();
  const client = useQueryClient();
  const [card, setCard] = useState<string>('visa');
  const amount = formatMoney(dueMinor, order.currency, locale);
  const pay = useMutation({
    mutationFn: () => {
      const { paymentMethodId } = testCards.find(({ id }) => id === card) ?? testCards[0];
      const returnUrl = `${window.location.origin}${shop.href('/shop/orders/{orderId}/return?token={token}&again=1')}`;
      return shop.api.post('/api/storefront/orders/{id}/payment', { params: { path: { id: order.orderId } }, body: { token, paymentMethodId, returnUrl } });
    },
    onSuccess: (paid) => (paid.status === 'requires_action' && paid.redirectUrl !== null ? leaveTo(paid.redirectUrl) : client.invalidateQueries({ queryKey: ['shop'] })),
  });
  const isDeclined = pay.error instanceof ApiProblem && pay.error.code === 'card_declined';
  return (
    <Panel title={t('title')}>
      <div className="shop-stack">
        <p>{t('why', { amount })}</p>
        <ChoiceList label={checkout('cardChoice')} value={card} onChange={setCard} choices={testCards.map(({ id }) => ({ id, label: checkout(`cards.${id}.name`), detail: checkout(`cards.${id}.detail`) }))} />
        {isDeclined ? <ErrorNotice happened={t('declined')} notDone={t('notDone')} /> : pay.error ? <ScreenError error={pay.error} notDone={t('notDone')} /> : null}
        <Button variant="primary" isPending={pay.isPending} amount={amount} onPress={() => pay.mutate()}>{t('act')}</Button>
      </div>
    </Panel>
  );
}
