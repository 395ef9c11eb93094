import { StockListScreen } from '../../../features/stock/stock-list-screen';

export default function StockListPage() {
  return <StockListScreen />;
}
