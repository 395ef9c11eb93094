import { CorrectionListScreen } from '../../../../features/stock-work/correction-list-screen';

export default function Page() {
  return <CorrectionListScreen />;
}
