import { ValuationScreen } from '../../../../features/stock/valuation-screen';

export default function ValuationPage() {
  return <ValuationScreen />;
}
