import { OrderDetailScreen } from '../../../../features/orders/order-detail-screen';

export default async function OrderDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <OrderDetailScreen orderId={(await params).id} />;
}
