import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { useTill } from '../../local/till-state';
import { CartCoupons } from './cart-coupons';
import { useCart } from './cart';

/** Items, each promotion, what was taken off by hand, tax that is added, and the total over its double rule. */
export function CartTotals() {
  const t = useTranslations('sell');
  const { money, quantity } = useFormat();
  const tHand = useTranslations('byHand');
  const quote = useCart((cart) => cart.quote);
  const acts = useCart((cart) => cart.acts);
  const catalogue = useTill((state) => state.catalogue);
  const wordsOf = ({ discountId, reason }: { discountId: string; reason: string }): string => {
    const act = acts.find(({ target }) => target.kind === 'discount' && target.discountId === discountId);
    const line = quote?.lines.find(({ lineId }) => lineId === act?.target.lineId);
    return line ? tHand('byHandOn', { reason, title: catalogue?.byVariantId(line.variantId)?.title ?? '' }) : tHand('byHand', { reason });
  };
  // What is weighed is one item, however much it is.
  const pieces = quote?.lines.reduce((sum, { variantId, quantityMilli }) => sum + (catalogue?.byVariantId(variantId)?.unit ? 1000 : quantityMilli), 0) ?? 0;
  const addedTaxMinor = quote && !quote.taxInclusive ? quote.taxMinor : 0;
  return (
    <>
      <dl className="till-sums">
        <div><dt>{t('items', { count: pieces / 1000, quantity: quantity(pieces) })}</dt><dd>{money(quote?.listMinor ?? 0)}</dd></div>
        {quote?.discounts.map((discount) => <div key={discount.promotionId} data-promotion><dt>{discount.name}</dt><dd>−{money(discount.amountMinor)}</dd></div>)}
        {quote?.manualDiscounts?.map((discount) => <div key={discount.discountId} data-by-hand><dt>{wordsOf(discount)}</dt><dd>−{money(discount.amountMinor)}</dd></div>)}
        {addedTaxMinor > 0 ? <div><dt>{t('tax')}</dt><dd>{money(addedTaxMinor)}</dd></div> : null}
        <div data-total><dt>{t('toPay')}</dt><dd>{money(quote?.totalMinor ?? 0)}</dd></div>
      </dl>
      <CartCoupons />
    </>
  );
}
