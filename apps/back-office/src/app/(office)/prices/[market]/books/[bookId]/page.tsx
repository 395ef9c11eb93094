import { PriceBookScreen } from '../../../../../../features/prices/books/price-book-screen';

export default async function PriceBookPage({ params }: { params: Promise<{ market: string; bookId: string }> }) {
  const { market, bookId } = await params;
  return <PriceBookScreen market={market} bookId={bookId} />;
}
