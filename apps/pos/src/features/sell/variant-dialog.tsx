import { Dialog } from '@oneshelf/ui';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Product } from '../../local/catalogue';
import { ProductTile } from './product-tile';
import { sellVariant } from './sell-code';

/** Which size, which colour. */
export function VariantDialog({ products, onClose }: { products: readonly Product[]; onClose: () => void }) {
  const t = useTranslations('sell');
  const tShell = useTranslations('shell');
  const shelves = useMemo(() => products.map((product) => [product]), [products]);
  return (
    <Dialog size="wide" isOpen onOpenChange={onClose} title={products[0]?.title ?? ''} closeLabel={tShell('close')}>
      <p>{t('chooseVariant')}</p>
      <div className="till-tiles">
        {shelves.map((shelf) => <ProductTile key={shelf[0]?.variantId} products={shelf} onChoose={([chosen]) => { onClose(); if (chosen) sellVariant(chosen.variantId); }} />)}
      </div>
    </Dialog>
  );
}
