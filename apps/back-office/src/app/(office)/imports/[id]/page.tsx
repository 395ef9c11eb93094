import { ImportDetailScreen } from '../../../../features/imports/import-detail-screen';

export default async function ImportDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <ImportDetailScreen importId={(await params).id} />;
}
