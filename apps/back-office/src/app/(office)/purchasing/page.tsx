import { PurchaseOrderListScreen } from '../../../features/purchasing/purchase-order-list-screen';

export default function PurchaseOrderListPage() {
  return <PurchaseOrderListScreen />;
}
