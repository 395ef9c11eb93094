import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { CartCoupons } from './cart-coupons';
import { useCart } from './cart';

/** Items, each promotion, tax that is added, and the total over its double rule. */
export function CartTotals() {
  const t = useTranslations('sell');
  const { money, quantity } = useFormat();
  const quote = useCart((cart) => cart.quote);
  const pieces = quote?.lines.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0) ?? 0;
  const addedTaxMinor = quote && !quote.taxInclusive ? quote.taxMinor : 0;
  return (
    <>
      <dl className="till-sums">
        <div><dt>{t('items', { count: pieces / 1000, quantity: quantity(pieces) })}</dt><dd>{money(quote?.listMinor ?? 0)}</dd></div>
        {quote?.discounts.map((discount) => <div key={discount.promotionId} data-promotion><dt>{discount.name}</dt><dd>−{money(discount.amountMinor)}</dd></div>)}
        {addedTaxMinor > 0 ? <div><dt>{t('tax')}</dt><dd>{money(addedTaxMinor)}</dd></div> : null}
        <div data-total><dt>{t('toPay')}</dt><dd>{money(quote?.totalMinor ?? 0)}</dd></div>
      </dl>
      <CartCoupons />
    </>
  );
}
