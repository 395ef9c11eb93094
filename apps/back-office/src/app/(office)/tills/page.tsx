import { TillListScreen } from '../../../features/tills/till-list-screen';

export default function TillListPage() {
  return <TillListScreen />;
}
