import { PriceParityScreen } from '../../../../../features/prices/parity/price-parity-screen';

export default async function PriceParityPage({ params }: { params: Promise<{ market: string }> }) {
  return <PriceParityScreen market={(await params).market} />;
}
