import { couponOutcomes } from '@oneshelf/domain-pricing';
import { Button } from '@oneshelf/ui';
import { useTranslations } from 'use-intl';
import { useTill } from '../../local/till-state';
import { removeCoupon, useCart } from './cart';

/** The codes of this sale, each with what became of it. */
export function CartCoupons() {
  const t = useTranslations('sell.coupon');
  const coupons = useCart((cart) => cart.coupons);
  const quote = useCart((cart) => cart.quote);
  const priceBook = useTill((state) => state.priceBook);
  if (coupons.length === 0) return null;
  const outcomes = quote && priceBook ? couponOutcomes(coupons, quote, priceBook) : coupons.map(({ code }) => ({ code, outcome: 'waiting' as const }));
  return (
    <ul className="till-coupons">
      {outcomes.map(({ code, outcome }) => (
        <li key={code}>
          <span>{t(outcome, { code })}</span>
          <Button variant="soft" aria-label={t('removeOf', { code })} onPress={() => removeCoupon(code)}>{t('remove')}</Button>
        </li>
      ))}
    </ul>
  );
}
