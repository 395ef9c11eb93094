import { SupplierScreen } from '../../../../../features/purchasing/supplier-screen';

export default async function SupplierPage({ params }: { params: Promise<{ id: string }> }) {
  return <SupplierScreen supplierId={(await params).id} />;
}
