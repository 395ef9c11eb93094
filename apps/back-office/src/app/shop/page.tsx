import { ShopHomeScreen } from '../../features/shop/shop-home-screen';

export default function ShopPage() {
  return <ShopHomeScreen />;
}
