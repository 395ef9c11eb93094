import { PriceSheetScreen } from '../../../../features/prices/price-sheet-screen';

export default async function PriceSheetPage({ params }: { params: Promise<{ bookId: string }> }) {
  return <PriceSheetScreen bookId={(await params).bookId} />;
}
