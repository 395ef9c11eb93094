import { PaymentReturnScreen } from '../../../../../features/shop/payment-return-screen';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PaymentReturnPage({ params, searchParams }: Props) {
  const { token, again } = await searchParams;
  return <PaymentReturnScreen id={(await params).id} token={typeof token === 'string' ? token : ''} isAgain={again === '1'} />;
}
