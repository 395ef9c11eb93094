import { LotListScreen } from '../../../../features/lots/lot-list-screen';

export default function Page() {
  return <LotListScreen />;
}
