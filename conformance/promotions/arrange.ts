import type { Discount, LaneModes, PromotableLine, Promotion, PromotionBasket, Reward, Step } from '@oneshelf/domain-promotions';
import { basisPointsOf, minorOf } from './amounts';

/** Peers run their promotions one after another. */
export const stacking: LaneModes = { item: 'stacking', basket: 'stacking', shipping: 'stacking' };

export const now = '2026-11-20T10:00:00.000Z';
export const before = '2026-01-01T00:00:00.000Z';
export const after = '2027-01-01T00:00:00.000Z';

/** A promotion that runs now; of several, the first given goes first where they have the same priority. */
export function promotionOf(position: number, reward: Reward, more: Partial<Promotion> = {}): Promotion {
  const lane = reward.kind === 'basket' || reward.kind === 'shipping' ? reward.kind : 'item';
  return { promotionId: idAt(position), name: '', lane, priority: 0, startsAt: before, endsAt: after, channelCodes: [], conditions: [], reward, ...more };
}

export const idAt = (position: number): string => `p${String(position).padStart(5, '0')}`;
export const lineIdAt = (position: number): string => `l${String(position).padStart(5, '0')}`;

export const basketOf = (lines: PromotableLine[], more: Partial<PromotionBasket> = {}): PromotionBasket => ({
  lines, channelCode: 'web', locationId: null, at: now, buyer: {}, ...more,
});

export interface PricedLine {
  price: number | string;
  quantity: number;
}

export function lineOf({ price, quantity }: PricedLine, position: number, currency = 'USD'): PromotableLine {
  const unitMinor = minorOf(price, currency);
  return { lineId: lineIdAt(position), variantId: lineIdAt(position), collectionIds: [], unitMinor, quantityMilli: quantity * 1000, amountMinor: unitMinor * quantity };
}

export const percent = (value: number | string): Discount => ({ percentBasisPoints: basisPointsOf(value) });

/** A base and the steps above it, as `{ base, tiers: { threshold: value } }`. */
export function stepsOf({ base, tiers }: { base: number | string; tiers: Record<string, number | string> }, { from, discount }: { from: (threshold: string) => number; discount: (value: number | string) => Discount }): Step[] {
  return [{ from: 0, discount: discount(base) }, ...Object.entries(tiers).map(([threshold, value]) => ({ from: from(threshold), discount: discount(value) }))].sort((a, b) => a.from - b.from);
}
