import type { Condition } from './condition';
import { selects, type LineSelector, type SelectableLine } from './line-selector';
import type { Promotion, Reward } from './promotion';
import type { Buyer, PromotableLine, PromotionBasket } from './promotion-basket';
import type { Meeting } from './promotions-meet';

/** Something that is sold: its list price of a unit, and its cost in the terms of that price. */
export interface Good extends SelectableLine {
  costMinor?: number;
}

/** More units than anybody buys: a promotion that needs more meets nobody. */
const mostUnits = 1000;
const probeLineId = 'probe';
const shippingMinor = 1000;

/** The smallest basket around a good that meets what all the promotions ask for; undefined where none does. */
export function probeBasket(good: Good, { promotions, goods, meeting }: { promotions: readonly Promotion[]; goods: readonly Good[]; meeting: Meeting }): PromotionBasket | undefined {
  const buyer = buyerOf(promotions, meeting);
  const units = new Map<Good, number>([[good, 1]]);
  for (const { on, count } of promotions.flatMap(needsOf)) {
    const meant = selects(on, good) ? good : goods.find((one) => selects(on, one));
    if (!meant) return undefined;
    units.set(meant, Math.max(units.get(meant) ?? 0, count(meant.unitMinor)));
  }
  if (!buyer || [...units.values()].some((count) => count > mostUnits)) return undefined;
  return {
    lines: [...units].map(([one, count], index) => lineOf(one, { lineId: one === good ? probeLineId : `other-${index}`, count })),
    channelCode: meeting.channelCodes[0] ?? '', locationId: meeting.locationIds[0] ?? null, at: meeting.from, buyer, localTime: meeting.localTime,
    ...(promotions.some(({ lane }) => lane === 'shipping') ? { shipping: shippingOf(promotions) } : {}),
  };
}

/** The line of the good that the basket was made around. */
export const probedLine = ({ lines }: PromotionBasket): PromotableLine | undefined => lines.find(({ lineId }) => lineId === probeLineId);

const lineOf = ({ costMinor: _, ...good }: Good, { lineId, count }: { lineId: string; count: number }): PromotableLine => ({ ...good, lineId, quantityMilli: count * 1000, amountMinor: good.unitMinor * count });

interface Need {
  on: LineSelector;
  /** So many units at this price. */
  count: (unitMinor: number) => number;
}

const needsOf = ({ reward, conditions }: Promotion): Need[] => [...rewardNeeds(reward), ...conditions.flatMap(conditionNeed)];

const spending = (amountMinor: number) => (unitMinor: number): number => (unitMinor === 0 ? Infinity : Math.ceil(amountMinor / unitMinor));

function rewardNeeds(reward: Reward): Need[] {
  switch (reward.kind) {
    case 'tiers': {
      const top = reward.steps.at(-1)?.from ?? 0;
      return [{ on: reward.on, count: reward.by === 'spend' ? spending(top) : () => Math.ceil(top / 1000) }];
    }
    case 'buy_get': return [{ on: reward.buy.on, count: () => reward.buy.quantity + reward.get.quantity }, { on: reward.get.on, count: () => reward.buy.quantity + reward.get.quantity }];
    case 'bundle': return reward.parts.map(({ on }) => ({ on, count: () => reward.parts.reduce((sum, { quantity }) => sum + quantity, 0) }));
    case 'shipping': return [];
    default: return [{ on: reward.on, count: () => 1 }];
  }
}

function conditionNeed(condition: Condition): Need[] {
  switch (condition.kind) {
    case 'spend_at_least': return [{ on: condition.on, count: spending(condition.amountMinor) }];
    case 'quantity_at_least': case 'line_quantity_at_least': return [{ on: condition.on, count: () => Math.ceil(condition.quantityMilli / 1000) }];
    default: return [];
  }
}

/** A buyer whom all of them mean. */
function buyerOf(promotions: readonly Promotion[], { customerGroups }: Meeting): Buyer | undefined {
  const conditions = promotions.flatMap((promotion) => promotion.conditions);
  const of = <K extends Condition['kind']>(kind: K) => conditions.filter((one): one is Extract<Condition, { kind: K }> => one.kind === kind);
  const one = (lists: readonly string[][]): string | undefined => lists[0]?.find((name) => lists.every((list) => list.includes(name)));
  const [tiers, methods, countries] = [of('loyalty_tier').map((each) => each.tiers), of('payment_method').map((each) => each.methods), of('destination').map((each) => each.countries)];
  const [loyaltyTier, paymentMethod, country] = [one(tiers), one(methods), one(countries)];
  const number = Math.max(1, ...of('order_number').map(({ from }) => from));
  const isMet = (tiers.length === 0 || loyaltyTier) && (methods.length === 0 || paymentMethod) && (countries.length === 0 || country) && of('order_number').every(({ to }) => to === null || number <= to);
  if (!isMet) return undefined;
  return {
    customerGroups, ordersBefore: number - 1, boughtBeforeMinor: Math.max(0, ...of('bought_before').map(({ amountMinor }) => amountMinor)),
    coupons: promotions.flatMap(({ coupon, promotionId }) => (coupon === undefined ? [] : [coupon.codes[0] === undefined ? { code: 'PROBE', promotionId } : { code: coupon.codes[0] }])),
    ...(loyaltyTier ? { loyaltyTier } : {}), ...(paymentMethod ? { paymentMethod } : {}), ...(country ? { country } : {}),
  };
}

function shippingOf(promotions: readonly Promotion[]): { chargeId: string; methodId: string; amountMinor: number }[] {
  const methods = promotions.flatMap(({ reward }) => (reward.kind === 'shipping' ? [reward.methodIds ?? []] : []));
  const methodId = methods.flat().find((method) => methods.every((own) => own.length === 0 || own.includes(method))) ?? 'standard';
  return [{ chargeId: 'shipping', methodId, amountMinor: shippingMinor }];
}
