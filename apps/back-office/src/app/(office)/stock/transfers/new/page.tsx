import { NewTransferScreen } from '../../../../../features/stock-work/new-transfer-screen';

export default function Page() {
  return <NewTransferScreen />;
}
