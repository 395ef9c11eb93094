import { ProductListScreen } from '../../../features/products/product-list-screen';

export default function ProductListPage() {
  return <ProductListScreen />;
}
