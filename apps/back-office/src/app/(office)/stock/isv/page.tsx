import { ObservatoryScreen } from '../../../../features/isv/observatory-screen';

export default function ObservatoryPage() {
  return <ObservatoryScreen />;
}
