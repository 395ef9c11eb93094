import { MarketSettingsScreen } from '../../../../../features/settings/market-settings-screen';

export default async function MarketSettingsPage({ params }: { params: Promise<{ market: string }> }) {
  const { market } = await params;
  return <MarketSettingsScreen market={market} />;
}
