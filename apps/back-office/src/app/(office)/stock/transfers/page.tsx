import { TransferListScreen } from '../../../../features/stock-work/transfer-list-screen';

export default function Page() {
  return <TransferListScreen />;
}
