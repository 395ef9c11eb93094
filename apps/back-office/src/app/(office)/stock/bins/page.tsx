import { BinsScreen } from '../../../../features/stock-work/bins-screen';

export default function BinsPage() {
  return <BinsScreen />;
}
