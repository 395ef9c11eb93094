import { TransferScreen } from '../../../../../features/stock-work/transfer-screen';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <TransferScreen id={(await params).id} />;
}
