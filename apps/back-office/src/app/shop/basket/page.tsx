import { BasketScreen } from '../../../features/shop/basket-screen';

export default function BasketPage() {
  return <BasketScreen />;
}
