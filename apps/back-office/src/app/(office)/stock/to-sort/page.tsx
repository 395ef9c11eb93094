import { SortScreen } from '../../../../features/stock-work/sort-screen';

export default function Page() {
  return <SortScreen />;
}
