import { PriceBookScreen } from '../../../../../features/prices/books/price-book-screen';

export default async function NewPriceBookPage({ params }: { params: Promise<{ market: string }> }) {
  return <PriceBookScreen market={(await params).market} bookId={null} />;
}
