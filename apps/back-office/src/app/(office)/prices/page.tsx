import { PriceBookListScreen } from '../../../features/prices/price-book-list-screen';

export default function PriceBookListPage() {
  return <PriceBookListScreen />;
}
