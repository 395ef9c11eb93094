import { StockDetailScreen } from '../../../../features/stock/stock-detail-screen';

export default async function StockDetailPage({ params }: { params: Promise<{ variantId: string }> }) {
  return <StockDetailScreen variantId={(await params).variantId} />;
}
