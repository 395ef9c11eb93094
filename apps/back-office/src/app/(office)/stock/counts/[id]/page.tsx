import { CountScreen } from '../../../../../features/stock-work/count-screen';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <CountScreen id={(await params).id} />;
}
