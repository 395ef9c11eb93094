import type { StorefrontProduct } from '@oneshelf/contracts';

/** The product's picture, or its first letter on the colour of its department: the title beside it says what it is. */
export function ProductPicture({ product }: { product: Pick<StorefrontProduct, 'title' | 'department' | 'imageUrl'> }) {
  if (product.imageUrl !== null) {
    // Product pictures come from any host that an import names, which the image optimiser would have to know beforehand.
    return <img className="shop-picture" src={product.imageUrl} alt="" loading="lazy" />;
  }
  const hue = [...product.department].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return <div className="shop-picture" aria-hidden="true" style={{ background: `hsl(${hue} 26% 84%)` }}>{product.title.slice(0, 1)}</div>;
}
