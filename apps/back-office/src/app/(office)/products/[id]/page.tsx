import { ProductDetailScreen } from '../../../../features/products/product-detail-screen';

export default async function ProductDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <ProductDetailScreen productId={(await params).id} />;
}
