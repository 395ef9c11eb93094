import { PriceReviewScreen } from '../../../../../features/prices/price-review-screen';

export default async function PriceReviewPage({ params }: { params: Promise<{ bookId: string }> }) {
  return <PriceReviewScreen bookId={(await params).bookId} />;
}
