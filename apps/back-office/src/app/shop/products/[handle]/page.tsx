import { ProductScreen } from '../../../../features/shop/product-screen';

export default async function ProductPage({ params }: { params: Promise<{ handle: string }> }) {
  return <ProductScreen handle={decodeURIComponent((await params).handle)} />;
}
