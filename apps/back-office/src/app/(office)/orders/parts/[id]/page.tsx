import { OrderOfPartScreen } from '../../../../../features/orders/order-of-part-screen';

export default async function OrderOfPartPage({ params }: { params: Promise<{ id: string }> }) {
  return <OrderOfPartScreen id={(await params).id} />;
}
