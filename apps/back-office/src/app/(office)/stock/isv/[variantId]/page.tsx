import { IsvProductScreen } from '../../../../../features/isv/isv-product-screen';

export default async function IsvProductPage({ params }: { params: Promise<{ variantId: string }> }) {
  return <IsvProductScreen variantId={(await params).variantId} />;
}
