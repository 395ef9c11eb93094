import { PriceReviewScreen } from '../../../../../features/prices/price-review-screen';

export default async function PriceReviewPage({ params }: { params: Promise<{ market: string }> }) {
  return <PriceReviewScreen market={(await params).market} />;
}
