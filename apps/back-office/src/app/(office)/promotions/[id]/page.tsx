import { PromotionBuilderScreen } from '../../../../features/promotions/builder/promotion-builder-screen';

export default async function PromotionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PromotionBuilderScreen id={id} />;
}
