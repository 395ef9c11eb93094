import { PriceVersionsScreen } from '../../../../../../features/prices/price-versions-screen';

export default async function PriceVersionsPage({ params }: { params: Promise<{ bookId: string }> }) {
  return <PriceVersionsScreen bookId={(await params).bookId} />;
}
