'use client';
import { useQuery } from '@tanstack/react-query';
import type { StorefrontQuote } from '@oneshelf/contracts';
import { EmptyState, LinkButton, Panel, Skeleton } from '@oneshelf/ui';
import { useTranslations } from 'next-intl';
import { linesOf, setQuantity, type Basket } from './basket';
import { BasketLineRow } from './basket-line-row';
import { CouponField } from './coupon-field';
import { DeliveryNote } from './delivery-note';
import { openHold } from './kept-hold';
import { QuoteProblem } from './quote-problem';
import { QuoteSummary } from './quote-summary';
import { useShop } from './shop-context';
import { shopQuote } from './shop-queries';
import { useBasket } from './use-basket';
import { useCoupons } from './use-coupons';

/** What this browser keeps to buy; prices are asked anew each time it is shown. */
export function BasketScreen() {
  const t = useTranslations('shop.basket');
  const [basket, change] = useBasket();
  return (
    <div className="shop-stack">
      <h1>{t('title')}</h1>
      {basket === undefined ? <Skeleton height={160} /> : basket.length === 0 ? <EmptyBasket /> : <FilledBasket basket={basket} change={change} />}
    </div>
  );
}

export function EmptyBasket() {
  const t = useTranslations('shop');
  const { href } = useShop();
  return <EmptyState title={t('basket.empty.title')} action={<LinkButton variant="primary" href={href('/shop')}>{t('toShop')}</LinkButton>}>{t('basket.empty.text')}</EmptyState>;
}

function FilledBasket({ basket, change }: { basket: Basket; change: (next: (basket: Basket) => Basket) => void }) {
  const t = useTranslations('shop.basket');
  const shop = useShop();
  const [coupons] = useCoupons();
  const hold = openHold(shop.market);
  const { data: quote, error, refetch } = useQuery(shopQuote(shop, { lines: linesOf(basket), coupons, ...(hold ? { hold } : {}) }));
  return (
    <div className="shop-columns">
      <ul className="shop-lines">
        {basket.map((line) => (
          <BasketLineRow
            key={line.variantId}
            line={line}
            quoted={quotedLine(quote, line)}
            currency={quote?.currency}
            onChange={(quantityMilli) => change((kept) => setQuantity(kept, { variantId: line.variantId, quantityMilli }))}
          />
        ))}
      </ul>
      <Panel title={t('sum')}>
        {error === null ? null : <QuoteProblem error={error} basket={basket} change={change} onRetry={() => void refetch()} />}
        {quote === undefined ? (error === null ? <Skeleton lines={3} /> : null) : <QuoteSummary quote={quote} />}
        <DeliveryNote />
        <CouponField quote={quote} />
        <LinkButton variant="primary" href={shop.href('/shop/checkout')} isDisabled={quote === undefined || error !== null}>{t('checkout')}</LinkButton>
      </Panel>
    </div>
  );
}

/** The line of the quote that is about this line; while a new quote is on the way, none for a line that changed. */
export const quotedLine = (quote: StorefrontQuote | undefined, line: { variantId: string; quantityMilli: number }) =>
  quote?.lines.find((each) => each.variantId === line.variantId && each.quantityMilli === line.quantityMilli);
