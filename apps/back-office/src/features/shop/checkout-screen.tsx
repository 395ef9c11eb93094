'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { formatMoney } from '@oneshelf/domain-kernel';
import { Button, formatQuantity, Panel, Skeleton } from '@oneshelf/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { linesOf, type Basket } from './basket';
import { EmptyBasket } from './basket-screen';
import { CheckoutCustomer } from './checkout-customer';
import { checkoutRequest, emptyCheckout, looksLikeEmail, quoteAsk, type CheckoutField, type CheckoutForm } from './checkout-form';
import { CheckoutHold } from './checkout-hold';
import { CheckoutProblem } from './checkout-problem';
import { CheckoutWay } from './checkout-way';
import { CouponField } from './coupon-field';
import { QuoteProblem } from './quote-problem';
import { QuoteSummary } from './quote-summary';
import { useShop } from './shop-context';
import { shopQuote } from './shop-queries';
import { useBasket } from './use-basket';
import { useCheckoutHold } from './use-checkout-hold';
import { useCoupons } from './use-coupons';
import { usePlaceOrder } from './use-place-order';
import { usePromiseWords } from './use-promise-words';

/** Everything on one page: how it gets to the customer, who they are, the card, and what it costs. */
export function CheckoutScreen() {
  const t = useTranslations('shop.checkout');
  const [basket, change] = useBasket();
  const ordering = usePlaceOrder();
  if (basket === undefined) return <Skeleton height={240} />;
  // While the order is on its way to its own page the basket is empty already.
  const isEmpty = basket.length === 0 && !ordering.isSending && ordering.sendAgain === undefined;
  return (
    <div className="shop-stack">
      <h1>{t('title')}</h1>
      {isEmpty ? <EmptyBasket /> : <Checkout basket={basket} change={change} ordering={ordering} />}
    </div>
  );
}

/** What of a line comes later. */
function PromisedNote({ line, quote }: { line: Basket[number]; quote: StorefrontQuote | undefined }) {
  const words = usePromiseWords();
  const promised = quote?.lines.find(({ variantId }) => variantId === line.variantId)?.promised ?? null;
  return promised === null ? null : <small className="shop-line-waits">{words(promised)}</small>;
}

type Props = { basket: Basket; change: (next: (basket: Basket) => Basket) => void; ordering: ReturnType<typeof usePlaceOrder> };

function Checkout({ basket, change, ordering }: Props) {
  const t = useTranslations('shop.checkout');
  const locale = useLocale();
  const shop = useShop();
  const [form, setForm] = useState(emptyCheckout);
  const [wrong, setWrong] = useState<readonly CheckoutField[]>([]);
  const lines = linesOf(basket);
  const [coupons] = useCoupons();
  // Asked for once an order was refused for its price: a promotion may be limited per customer, and then the total is another one.
  const [email, setEmail] = useState('');
  const ask = quoteAsk(form, { lines, home: shop.market });
  const held = useCheckoutHold({ lines, ...(ask.fulfilment ? { fulfilment: ask.fulfilment } : {}), ...(looksLikeEmail(form.email) ? { email: form.email.trim() } : {}) }, ordering.isSending || ordering.sendAgain !== undefined);
  const quote = useQuery(shopQuote(shop, quoteAsk(form, { lines, coupons, home: shop.market, ...(email === '' ? {} : { email }), ...(held.reference ? { hold: held.reference } : {}) })));
  const showNewTotal = () => {
    setEmail(form.email.trim());
    void quote.refetch();
  };
  const returnUrl = typeof window === 'undefined' ? '' : `${window.location.origin}${shop.href('/shop/orders/{orderId}/return?token={token}')}`;
  const requestOf = (filled: CheckoutForm) => checkoutRequest(filled, { lines, coupons, expectedTotalMinor: quote.data?.totalMinor ?? 0, country: shop.market, returnUrl, hold: held.reference });
  const fill = (filled: CheckoutForm) => {
    setForm(filled);
    // What was pointed out goes away as it is mended; nothing new is pointed out while somebody types.
    const made = requestOf(filled);
    setWrong(wrong.filter((field) => 'wrong' in made && made.wrong.includes(field)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (quote.data === undefined || quote.isPlaceholderData || ordering.isSending || ordering.sendAgain !== undefined) return;
    const made = requestOf(form);
    setWrong('wrong' in made ? made.wrong : []);
    if ('request' in made) ordering.send(made.request);
  };
  return (
    <form className="shop-columns" onSubmit={submit} noValidate>
      <div className="shop-stack">
        <CheckoutHold held={held} basket={basket} change={change} quote={quote.data} />
        <CheckoutWay form={form} onChange={fill} basket={basket} wrong={wrong} quote={quote.data} kept={held.hold?.lines ?? []} />
        <CheckoutCustomer form={form} onChange={fill} wrong={wrong} />
      </div>
      <Panel title={t('summary')}>
        <ul className="shop-brief">
          {basket.map((line) => <li key={line.variantId}>{formatQuantity(line.quantityMilli, locale, line.unit)} × {line.title}{line.variantTitle === '' ? '' : `, ${line.variantTitle}`}<PromisedNote line={line} quote={quote.data} /></li>)}
        </ul>
        {quote.error === null ? null : <QuoteProblem error={quote.error} basket={basket} change={change} onRetry={() => void quote.refetch()} />}
        {quote.data === undefined ? null : <QuoteSummary quote={quote.data} />}
        <CouponField quote={quote.data} />
        {wrong.length === 0 ? null : <p className="os-error" role="alert">{t('incomplete', { fields: wrong.map((field) => t(`fields.${field}`)).join(', ') })}</p>}
        <CheckoutProblem ordering={ordering} basket={basket} change={change} currency={quote.data?.currency ?? ''} onNewTotal={showNewTotal} />
        {ordering.sendAgain === undefined ? (
          <Button type="submit" variant="primary" isPending={ordering.isSending} isDisabled={quote.data === undefined || quote.isPlaceholderData || quote.error !== null} amount={quote.data === undefined ? undefined : formatMoney(quote.data.totalMinor, quote.data.currency, locale)}>
            {ordering.isSending ? t('sending') : t('pay')}
          </Button>
        ) : null}
      </Panel>
    </form>
  );
}
