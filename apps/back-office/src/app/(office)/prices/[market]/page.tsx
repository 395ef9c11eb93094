import { PriceSheetScreen } from '../../../../features/prices/price-sheet-screen';

export default async function PriceSheetPage({ params }: { params: Promise<{ market: string }> }) {
  return <PriceSheetScreen market={(await params).market} />;
}
