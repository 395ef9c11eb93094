import { PriceVersionScreen } from '../../../../../../../features/prices/versions/price-version-screen';

export default async function PriceVersionPage({ params }: { params: Promise<{ versionId: string }> }) {
  return <PriceVersionScreen versionId={(await params).versionId} />;
}
