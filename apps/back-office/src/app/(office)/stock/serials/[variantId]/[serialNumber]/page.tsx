import { SerialLifeScreen } from '../../../../../../features/serials/serial-life-screen';

export default async function SerialLifePage({ params }: { params: Promise<{ variantId: string; serialNumber: string }> }) {
  const { variantId, serialNumber } = await params;
  return <SerialLifeScreen variantId={variantId} serialNumber={decodeURIComponent(serialNumber)} />;
}
