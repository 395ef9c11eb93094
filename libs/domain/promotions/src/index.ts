export { bestDeals, type DealContext, type Deals, type DiscountableLine, type PercentOff, type PromotionReason, type PromotionTrace } from './best-deals';
