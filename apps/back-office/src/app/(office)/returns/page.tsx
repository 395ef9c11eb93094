import { ReturnListScreen } from '../../../features/returns/return-list-screen';

export default function ReturnListPage() {
  return <ReturnListScreen />;
}
