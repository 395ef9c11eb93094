import { CountListScreen } from '../../../../features/stock-work/count-list-screen';

export default function Page() {
  return <CountListScreen />;
}
