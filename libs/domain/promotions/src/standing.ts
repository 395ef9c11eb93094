import { instantMs } from '@oneshelf/domain-kernel';
import { unmetCondition, type UnmetReason } from './condition';
import { fitsCoupon } from './coupon';
import type { Promotion } from './promotion';
import type { PromotableLine, PromotionBasket } from './promotion-basket';
import { limitReached, type LimitReason } from './usage-limit';

export type ClosedReason =
  | 'other_channel' | 'other_store' | 'not_started' | 'ended' | 'outside_hours' | 'other_customer_group' | 'coupon_missing' | LimitReason | UnmetReason;

/** What a promotion is held against: the basket, its instant and what is left to pay of its lines. */
interface Look {
  basket: PromotionBasket;
  atMs: number;
  leftMinor: (line: PromotableLine) => number;
}

/** Whether a promotion is open to this basket, and if not, the first reason why (PRM-1, PRM-9). */
export type Standing = { open: true } | { open: false; because: ClosedReason; have?: number; need?: number };

export function standingOf(promotion: Promotion, { basket, atMs, leftMinor }: Look): Standing {
  const because = closedToBuyer(promotion, basket, atMs) ?? limitReached(promotion, basket);
  if (because) return { open: false, because };
  const unmet = unmetCondition(promotion.conditions, basket, leftMinor);
  return unmet ? { open: false, ...unmet } : { open: true };
}

/** What is asked before anything of the basket: the place, the instant, the buyer. */
type Sale = Pick<PromotionBasket, 'channelCode' | 'locationId' | 'at' | 'buyer' | 'localTime'>;

/** The promotions that are open to a sale there and then, whatever it consists of. */
export function openPromotions(promotions: readonly Promotion[], sale: Sale): Promotion[] {
  const atMs = instantMs(sale.at);
  return promotions.filter((promotion) => closedToBuyer(promotion, sale, atMs) === undefined);
}

function closedToBuyer(promotion: Promotion, { channelCode, locationId, buyer, localTime }: Sale, atMs: number): ClosedReason | undefined {
  if (promotion.channelCodes.length > 0 && !promotion.channelCodes.includes(channelCode)) return 'other_channel';
  if (promotion.locationIds?.length && (locationId === null || !promotion.locationIds.includes(locationId))) return 'other_store';
  const { startsMs, endsMs } = windowOf(promotion);
  if (startsMs > atMs) return 'not_started';
  if (endsMs <= atMs) return 'ended';
  if (promotion.hours?.length && !promotion.hours.some((hours) => localTime?.weekday === hours.weekday && localTime.minute >= hours.fromMinute && localTime.minute < hours.toMinute)) return 'outside_hours';
  if (promotion.customerGroups?.length && !promotion.customerGroups.some((group) => buyer.customerGroups?.includes(group))) return 'other_customer_group';
  return promotion.coupon && !buyer.coupons?.some((given) => fitsCoupon(promotion, given)) ? 'coupon_missing' : undefined;
}

// A published promotion never changes: its dates are parsed once.
const windows = new WeakMap<Promotion, { startsMs: number; endsMs: number }>();

function windowOf(promotion: Promotion): { startsMs: number; endsMs: number } {
  const known = windows.get(promotion);
  if (known) return known;
  const window = { startsMs: instantMs(promotion.startsAt), endsMs: instantMs(promotion.endsAt) };
  windows.set(promotion, window);
  return window;
}
