import { PurchaseOrderScreen } from '../../../../features/purchasing/purchase-order-screen';

export default async function PurchaseOrderPage({ params }: { params: Promise<{ id: string }> }) {
  return <PurchaseOrderScreen orderId={(await params).id} />;
}
