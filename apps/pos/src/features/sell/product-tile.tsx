import { LabelTile } from '@oneshelf/ui';
import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import { type Product, priceUnitOf } from '../../local/catalogue';
import { clock } from '../../local/runtime';
import { useTill } from '../../local/till-state';
import { unitPrice } from './price-cart';

const lowMilli = 3000;

/** The shelf label of a product, or of all its variants together: price and stock of this store. */
export const ProductTile = memo(function ProductTile({ products, onChoose }: { products: Product[]; onChoose: (products: Product[]) => void }) {
  const t = useTranslations('sell');
  const { money, quantity } = useFormat();
  const priceBook = useTill((state) => state.priceBook);
  const bootstrap = useTill((state) => state.bootstrap);
  const turnedAt = useTill((state) => state.turnedAt);
  const here = useTill((state) => products.reduce((sum, { variantId }) => sum + Math.max(0, state.stock.get(variantId) ?? 0), 0));
  const [first] = products;
  const prices = useMemo(() => {
    if (!priceBook || !bootstrap) return [];
    // A turn is a reason to look at the clock again, as a new book is.
    const pricedAt = [clock.now(), turnedAt ?? ''].reduce((a, b) => (a > b ? a : b));
    return products.flatMap(({ variantId }) => unitPrice(variantId, { priceBook, bootstrap, pricedAt }) ?? []);
  }, [products, priceBook, bootstrap, turnedAt]);
  if (!first) return null;
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  const priceUnit = priceUnitOf(first);
  const each = (amountMinor: number): string => (priceUnit ? t('weigh.each', { amount: money(amountMinor), unit: priceUnit }) : money(amountMinor));
  const price = prices.length === 0 ? t('noPrice') : lowest === highest ? each(lowest) : t('priceFrom', { amount: each(lowest) });
  return (
    <LabelTile
      name={first.title} variant={products.length > 1 ? t('variants', { count: products.length }) : first.variantTitle || ' '} price={price} department={first.departmentNumber}
      stock={here > 0 ? t('here', { quantity: quantity(here, first.unit) }) : t('noneHere')} isStockLow={here < lowMilli} isDisabled={prices.length === 0} onPress={() => onChoose(products)}
    />
  );
});
