import { OrderStatusScreen } from '../../../../features/shop/order-status-screen';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrderStatusPage({ params, searchParams }: Props) {
  const { token } = await searchParams;
  return <OrderStatusScreen id={(await params).id} token={typeof token === 'string' ? token : ''} />;
}
