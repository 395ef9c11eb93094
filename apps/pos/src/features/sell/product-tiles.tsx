import { Dialog, LabelTile } from '@oneshelf/ui';
import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../i18n/use-format';
import type { Product } from '../../local/catalogue';
import { clock } from '../../local/runtime';
import { useTill } from '../../local/till-state';
import { unitPrice } from './price-cart';
import { sellVariant } from './sell-code';

const lowMilli = 3000;

/** Label tiles; one that stands for several variants asks which. */
export function ProductTiles({ shelf }: { shelf: readonly Product[][] }) {
  const t = useTranslations('sell');
  const tShell = useTranslations('shell');
  const [choice, setChoice] = useState<Product[] | null>(null);
  const press = useCallback((products: Product[]) => {
    const [only] = products;
    if (products.length === 1 && only) sellVariant(only.variantId);
    else setChoice(products);
  }, []);
  return (
    <>
      <div className="till-tiles">{shelf.map((products) => <Tile key={products[0]?.variantId} products={products} onChoose={press} />)}</div>
      <Dialog size="wide" isOpen={choice !== null} onOpenChange={() => setChoice(null)} title={choice?.[0]?.title ?? ''} closeLabel={tShell('close')}>
        <p>{t('chooseVariant')}</p>
        <div className="till-tiles">
          {choice?.map((product) => <Tile key={product.variantId} products={[product]} onChoose={([chosen]) => { setChoice(null); if (chosen) sellVariant(chosen.variantId); }} />)}
        </div>
      </Dialog>
    </>
  );
}

const Tile = memo(function Tile({ products, onChoose }: { products: Product[]; onChoose: (products: Product[]) => void }) {
  const t = useTranslations('sell');
  const { money, quantity } = useFormat();
  const priceBook = useTill((state) => state.priceBook);
  const bootstrap = useTill((state) => state.bootstrap);
  const here = useTill((state) => products.reduce((sum, { variantId }) => sum + Math.max(0, state.stock.get(variantId) ?? 0), 0));
  const [first] = products;
  const prices = useMemo(() => {
    if (!priceBook || !bootstrap) return [];
    return products.flatMap(({ variantId }) => unitPrice(variantId, { priceBook, bootstrap, pricedAt: clock.now() }) ?? []);
  }, [products, priceBook, bootstrap]);
  if (!first) return null;
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
  const price = prices.length === 0 ? t('noPrice') : lowest === highest ? money(lowest) : t('priceFrom', { amount: money(lowest) });
  return (
    <LabelTile
      name={first.title} variant={products.length > 1 ? t('variants', { count: products.length }) : first.variantTitle || ' '} price={price} department={first.departmentNumber}
      stock={here > 0 ? t('here', { quantity: quantity(here) }) : t('noneHere')} isStockLow={here < lowMilli} isDisabled={prices.length === 0} onPress={() => onChoose(products)}
    />
  );
});
