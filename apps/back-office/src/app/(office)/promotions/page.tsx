import { PromotionListScreen } from '../../../features/promotions/promotion-list-screen';

export default function PromotionListPage() {
  return <PromotionListScreen />;
}
