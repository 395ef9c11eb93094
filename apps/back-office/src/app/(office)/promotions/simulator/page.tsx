import { SimulatorScreen } from '../../../../features/promotions/simulator/simulator-screen';

export default function SimulatorPage() {
  return <SimulatorScreen />;
}
