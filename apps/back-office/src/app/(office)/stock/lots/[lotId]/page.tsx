import { LotScreen } from '../../../../../features/lots/lot-screen';

export default async function Page({ params }: { params: Promise<{ lotId: string }> }) {
  return <LotScreen lotId={(await params).lotId} />;
}
