import { TaxRateScreen } from '../../../features/taxes/tax-rate-screen';

export default function TaxRatePage() {
  return <TaxRateScreen />;
}
