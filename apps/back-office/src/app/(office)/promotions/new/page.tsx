import { PromotionBuilderScreen } from '../../../../features/promotions/builder/promotion-builder-screen';

export default function NewPromotionPage() {
  return <PromotionBuilderScreen />;
}
