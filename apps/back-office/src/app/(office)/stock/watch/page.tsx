import { StockWatchScreen } from '../../../../features/stock/watch/stock-watch-screen';

export default function StockWatchPage() {
  return <StockWatchScreen />;
}
