import { ShelfLabelsScreen } from '../../../../../features/prices/labels/shelf-labels-screen';

export default async function ShelfLabelsPage({ params }: { params: Promise<{ market: string }> }) {
  return <ShelfLabelsScreen market={(await params).market} />;
}
