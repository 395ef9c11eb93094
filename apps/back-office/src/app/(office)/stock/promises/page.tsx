import { PromiseListScreen } from '../../../../features/stock/promise-list-screen';

export default function StockListPage() {
  return <PromiseListScreen />;
}
