import type { PromotionDefinition } from '@oneshelf/contracts';

export type Reward = PromotionDefinition['reward'];
export type Selector = Extract<Reward, { kind: 'lines' }>['on'];
export type Discount = Extract<Reward, { kind: 'lines' }>['discount'];
export type Condition = PromotionDefinition['conditions'][number];

/** The forms that a promotion can have, as a merchandiser names them. */
export const rewardForms = ['lines', 'quantity', 'spend', 'buy_get', 'gift', 'bundle', 'basket', 'shipping'] as const;
export type RewardForm = (typeof rewardForms)[number];

const free: Discount = { percentBasisPoints: 10_000 };

/** A new reward of the form on these goods, with its lane: whole already so that only words are changed. */
export function newReward(form: RewardForm, on: Selector = {}): Pick<PromotionDefinition, 'lane' | 'reward'> {
  switch (form) {
    case 'lines': return { lane: 'item', reward: { kind: 'lines', per: 'unit', on, discount: { percentBasisPoints: 1000 } } };
    case 'quantity': return { lane: 'item', reward: { kind: 'tiers', by: 'quantity', on, steps: [{ from: 3000, discount: { percentBasisPoints: 1000 } }, { from: 5000, discount: { percentBasisPoints: 2000 } }] } };
    case 'spend': return { lane: 'basket', reward: { kind: 'tiers', by: 'spend', on, steps: [{ from: 10_000, discount: { percentBasisPoints: 1000 } }, { from: 20_000, discount: { percentBasisPoints: 1500 } }] } };
    case 'buy_get': return { lane: 'item', reward: { kind: 'buy_get', buy: { on, quantity: 2 }, get: { on, quantity: 1, discount: free, which: 'cheapest' } } };
    case 'gift': return { lane: 'item', reward: { kind: 'buy_get', buy: { on, quantity: 1 }, get: { on: { productIds: [] }, quantity: 1, discount: free, which: 'cheapest' }, maxTimes: 1 } };
    case 'bundle': return { lane: 'item', reward: { kind: 'bundle', parts: [{ on, quantity: 2 }], priceMinor: 5000 } };
    case 'basket': return { lane: 'basket', reward: { kind: 'basket', on, discount: { percentBasisPoints: 1000 } } };
    case 'shipping': return { lane: 'shipping', reward: { kind: 'shipping', discount: free } };
  }
}

export function formOf(reward: Reward): RewardForm {
  if (reward.kind === 'tiers') return reward.by;
  if (reward.kind !== 'buy_get') return reward.kind;
  return isFree(reward.get.discount) && JSON.stringify(reward.buy.on) !== JSON.stringify(reward.get.on) ? 'gift' : 'buy_get';
}

/** The goods that a reward is about, to be kept when it takes another form. */
export function goodsOf(reward: Reward): Selector {
  switch (reward.kind) {
    case 'buy_get': return reward.buy.on;
    case 'bundle': return reward.parts[0]?.on ?? {};
    case 'shipping': return {};
    default: return reward.on;
  }
}

export const isFree = (discount: Discount): boolean => 'percentBasisPoints' in discount && discount.percentBasisPoints === 10_000;

export const conditionKinds = ['spend_at_least', 'quantity_at_least', 'line_quantity_at_least', 'order_number', 'bought_before', 'loyalty_tier', 'payment_method', 'destination'] as const satisfies readonly Condition['kind'][];

export function newCondition(kind: Condition['kind']): Condition {
  switch (kind) {
    case 'spend_at_least': return { kind, on: {}, amountMinor: 5000, of: 'list' };
    case 'quantity_at_least': case 'line_quantity_at_least': return { kind, on: {}, quantityMilli: 2000 };
    case 'order_number': return { kind, from: 1, to: 1 };
    case 'bought_before': return { kind, amountMinor: 10_000 };
    case 'loyalty_tier': return { kind, tiers: [] };
    case 'payment_method': return { kind, methods: [] };
    case 'destination': return { kind, countries: [] };
  }
}
