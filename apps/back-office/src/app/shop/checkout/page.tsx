import { CheckoutScreen } from '../../../features/shop/checkout-screen';

export default function CheckoutPage() {
  return <CheckoutScreen />;
}
