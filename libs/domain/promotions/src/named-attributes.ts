import type { LineSelector } from './line-selector';
import type { Promotion } from './promotion';

/** The attributes that any of the promotions asks for, by name: a book need carry no others (PRM-51). */
export function namedAttributes(promotions: readonly Promotion[]): string[] {
  const names = promotions.flatMap(allSelectors).flatMap(({ attributes = [] }) => attributes.map(({ name }) => name));
  return [...new Set(names)].sort();
}

/** Of the reward and of the conditions. */
function allSelectors({ reward, conditions }: Promotion): LineSelector[] {
  return [...rewardSelectors(reward), ...conditions.flatMap((condition) => ('on' in condition ? [condition.on] : []))];
}

/** Everything that a reward looks at, whether it is bought or got. */
export function rewardSelectors(reward: Promotion['reward']): LineSelector[] {
  switch (reward.kind) {
    case 'buy_get': return [reward.buy.on, reward.get.on];
    case 'bundle': return reward.parts.map(({ on }) => on);
    case 'shipping': return [];
    default: return [reward.on];
  }
}
