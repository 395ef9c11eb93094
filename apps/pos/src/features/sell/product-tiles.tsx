import { Suspense, useCallback, useState } from 'react';
import { HoldInput } from '../../hardware/use-input';
import type { Product } from '../../local/catalogue';
import { LaterVariantDialog } from '../../shell/later';
import { ProductTile } from './product-tile';
import { sellVariant } from './sell-code';

/** Label tiles; one that stands for several variants asks which. */
export function ProductTiles({ shelf }: { shelf: readonly Product[][] }) {
  const [choice, setChoice] = useState<Product[] | null>(null);
  const press = useCallback((products: Product[]) => {
    const [only] = products;
    if (products.length === 1 && only) sellVariant(only.variantId);
    else setChoice(products);
  }, []);
  return (
    <>
      <div className="till-tiles">{shelf.map((products) => <ProductTile key={products[0]?.variantId} products={products} onChoose={press} />)}</div>
      {choice === null ? null : <Suspense fallback={<HoldInput />}><LaterVariantDialog products={choice} onClose={() => setChoice(null)} /></Suspense>}
    </>
  );
}
