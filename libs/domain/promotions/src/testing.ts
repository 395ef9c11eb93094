import type { Promotion, Reward } from './promotion';
import type { PromotableLine, PromotionBasket } from './promotion-basket';

/** An open promotion of November 2026; the lane follows the reward. */
export const aPromotion = (promotionId: string, reward: Reward, more: Partial<Promotion> = {}): Promotion => ({
  promotionId, name: `Promotion ${promotionId}`, lane: reward.kind === 'basket' || reward.kind === 'shipping' ? reward.kind : 'item', priority: 0,
  startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-01T00:00:00Z', channelCodes: [], conditions: [], reward, ...more,
});

export const percentOff = (percentBasisPoints: number, collectionId?: string): Reward => ({
  kind: 'lines', per: 'unit', on: collectionId === undefined ? {} : { collectionIds: [collectionId] }, discount: { percentBasisPoints },
});

export const aLine = (lineId: string, unitMinor: number, more: Partial<PromotableLine> & { units?: number } = {}): PromotableLine => {
  const { units = 1, ...rest } = more;
  return { lineId, variantId: lineId, collectionIds: ['boots'], unitMinor, quantityMilli: units * 1000, amountMinor: unitMinor * units, ...rest };
};

/** A sale at the till of store s1 on 20 November 2026, a Friday, at 10:00. */
export const aBasket = (lines: PromotableLine[], more: Partial<PromotionBasket> = {}): PromotionBasket => ({
  lines, channelCode: 'till', locationId: 's1', at: '2026-11-20T10:00:00Z', buyer: {}, localTime: { weekday: 5, minute: 600 }, ...more,
});
