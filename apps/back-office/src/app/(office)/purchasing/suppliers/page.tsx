import { SupplierListScreen } from '../../../../features/purchasing/supplier-list-screen';

export default function SupplierListPage() {
  return <SupplierListScreen />;
}
