import { SerialListScreen } from '../../../../features/serials/serial-list-screen';

export default function SerialListPage() {
  return <SerialListScreen />;
}
