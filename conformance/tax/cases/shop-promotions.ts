import { pieces } from '@oneshelf/domain-kernel';
import type { Discount, Promotion } from '@oneshelf/domain-promotions';
import { minorOf } from '../decimal';

export interface ScenarioPromotion {
  name: string;
  priority: number | null;
  exclusive: boolean;
  rules: { type: string; product?: string; value?: string | number }[];
  actions: { type: string; percentOff?: string; amountOff?: string; filter?: { products?: string[] } }[];
}

const always = { startsAt: '1900-01-01T00:00:00Z', endsAt: '9999-01-01T00:00:00Z', channelCodes: [] };

/** Higher priority first, then as they were created; each action is a promotion of its own. */
export const promotionsOf = (promotions: readonly ScenarioPromotion[]): Promotion[] =>
  promotions.flatMap(({ name, priority, exclusive, rules, actions }, index) =>
    actions.map((action, at): Promotion => ({
      ...always, promotionId: `${String(index).padStart(3, '0')} ${at}`, name, priority: (priority ?? 0) * 1000 - index, exclusive, ...rewardOf(action),
      conditions: rules.map((rule): Promotion['conditions'][number] => {
        if (rule.type === 'contains-product' && rule.product !== undefined) return { kind: 'quantity_at_least', on: { productIds: [rule.product] }, quantityMilli: 1000 };
        if (rule.type === 'items-total-at-least' && rule.value !== undefined) return { kind: 'spend_at_least', on: {}, amountMinor: minorOf(rule.value), of: 'list' };
        if (rule.type === 'cart-quantity-at-least' && rule.value !== undefined) return { kind: 'quantity_at_least', on: {}, quantityMilli: pieces(Number(rule.value)) };
        throw new Error(`"${rule.type}" is a rule of the suite of promotions`);
      }),
    })),
  );

function rewardOf({ type, percentOff, amountOff, filter }: ScenarioPromotion['actions'][number]): Pick<Promotion, 'lane' | 'reward'> {
  const discount: Discount = percentOff === undefined ? { amountOffMinor: minorOf(amountOff ?? '0') } : { percentBasisPoints: minorOf(percentOff) };
  const on = filter?.products ? { productIds: filter.products } : {};
  switch (type) {
    case 'unit-discount': return { lane: 'item', reward: { kind: 'lines', on, discount, per: 'unit' } };
    case 'order-discount': return { lane: 'basket', reward: { kind: 'basket', on, discount } };
    case 'shipping-discount': return { lane: 'shipping', reward: { kind: 'shipping', discount } };
    default: throw new Error(`"${type}" is an action of the suite of promotions`);
  }
}
