import type { PromotionDefinition } from './promotion-definition.contract';

type Selector = Extract<PromotionDefinition['reward'], { kind: 'lines' }>['on'];
type Discount = Extract<PromotionDefinition['reward'], { kind: 'lines' }>['discount'];

/** What is wrong with a promotion though each of its parts is well formed; the server says it so, a screen in the reader's language. */
export const promotionProblemWords = {
  end_before_start: 'The end must be after the start',
  code_too_short: 'A code has at least three letters or digits',
  code_twice: 'The same code stands here twice; spaces, dashes and case do not count',
  nothing_off: 'A discount of nothing takes nothing off',
  hours_reversed: 'The hours must end after they begin',
  orders_reversed: 'The last order must not come before the first',
  prices_reversed: 'The highest price must not be below the lowest',
  named_and_excepted: 'What is excepted is the same as what is meant',
  steps_fall: 'A higher step must not take less off than the one before it',
  control_character: 'There is a control character in it',
  use_limit_reversed: 'One customer or code cannot have more uses than there are in all',
} as const;
export type PromotionProblemCode = keyof typeof promotionProblemWords;

export interface PromotionProblem {
  code: PromotionProblemCode;
  path: (string | number)[];
}

interface Checked {
  name: string;
  definition: PromotionDefinition;
  startsAt: string;
  endsAt: string;
}

/** Everything that is wrong with a promotion as a whole, in the order of its sentence. */
export function promotionProblems({ name, definition, startsAt, endsAt }: Checked): PromotionProblem[] {
  const { reward, conditions } = definition;
  return [
    ...found('control_character', ['name'], hasControl(name)), ...found('control_character', ['definition', 'group'], hasControl(definition.group ?? '')),
    ...found('end_before_start', ['endsAt'], Date.parse(startsAt) >= Date.parse(endsAt)),
    ...codeProblems(definition.coupon?.codes ?? []),
    ...(definition.hours ?? []).flatMap(({ fromMinute, toMinute }, index) => found('hours_reversed', ['definition', 'hours', index], fromMinute >= toMinute)),
    ...conditions.flatMap((condition, index) => found('orders_reversed', ['definition', 'conditions', index], condition.kind === 'order_number' && condition.to !== null && condition.to < condition.from)),
    ...conditions.flatMap((condition, index) => ('on' in condition ? selectorProblems(condition.on, ['definition', 'conditions', index, 'on']) : [])),
    ...rewardSelectors(reward).flatMap(([on, ...path]) => selectorProblems(on, ['definition', 'reward', ...path])),
    ...rewardDiscounts(reward).flatMap((discount) => found('nothing_off', ['definition', 'reward'], takesNothing(discount))),
    ...stepProblems(reward),
    ...limitProblems(definition.limits),
  ];
}

const found = (code: PromotionProblemCode, path: PromotionProblem['path'], isSo: boolean): PromotionProblem[] => (isSo ? [{ code, path }] : []);

const hasControl = (text: string): boolean => /\p{C}/u.test(text);

const comparable = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '');

function codeProblems(codes: readonly string[]): PromotionProblem[] {
  const path = ['definition', 'coupon', 'codes'];
  return [
    ...found('code_too_short', path, codes.some((code) => (code.match(/[\p{L}\p{N}]/gu) ?? []).length < 3)),
    ...found('code_twice', path, new Set(codes.map(comparable)).size < codes.length),
  ];
}

function selectorProblems(on: Selector, path: PromotionProblem['path']): PromotionProblem[] {
  const named = [...(on.collectionIds ?? []), ...(on.productIds ?? []), ...(on.variantIds ?? [])];
  const excepted = [...(on.exceptCollectionIds ?? []), ...(on.exceptProductIds ?? []), ...(on.exceptVariantIds ?? [])];
  return [
    ...found('named_and_excepted', path, named.length > 0 && named.every((id) => excepted.includes(id))),
    ...found('prices_reversed', path, on.minUnitMinor !== undefined && on.maxUnitMinor !== undefined && on.maxUnitMinor < on.minUnitMinor),
  ];
}

function rewardSelectors(reward: PromotionDefinition['reward']): [Selector, ...(string | number)[]][] {
  switch (reward.kind) {
    case 'buy_get': return [[reward.buy.on, 'buy', 'on'], [reward.get.on, 'get', 'on']];
    case 'bundle': return reward.parts.map(({ on }, index) => [on, 'parts', index, 'on']);
    case 'shipping': return [];
    default: return [[reward.on, 'on']];
  }
}

function rewardDiscounts(reward: PromotionDefinition['reward']): Discount[] {
  switch (reward.kind) {
    case 'tiers': return reward.steps.map(({ discount }) => discount);
    case 'buy_get': return [reward.get.discount];
    case 'bundle': return [];
    default: return [reward.discount];
  }
}

const takesNothing = (discount: Discount): boolean => ('percentBasisPoints' in discount && discount.percentBasisPoints === 0) || ('amountOffMinor' in discount && discount.amountOffMinor === 0);

function stepProblems(reward: PromotionDefinition['reward']): PromotionProblem[] {
  if (reward.kind !== 'tiers') return [];
  return reward.steps.flatMap(({ discount }, index) => found('steps_fall', ['definition', 'reward', 'steps', index], isLess(discount, reward.steps[index - 1]?.discount)));
}

/** Of two discounts of one kind; those of different kinds cannot be compared without a price. */
function isLess(discount: Discount, before: Discount | undefined): boolean {
  if (before === undefined) return false;
  if ('percentBasisPoints' in discount) return 'percentBasisPoints' in before && discount.percentBasisPoints < before.percentBasisPoints;
  if ('amountOffMinor' in discount) return 'amountOffMinor' in before && discount.amountOffMinor < before.amountOffMinor;
  return 'priceMinor' in before && discount.priceMinor > before.priceMinor;
}

function limitProblems(limits: PromotionDefinition['limits']): PromotionProblem[] {
  const most = limits?.uses ?? Infinity;
  return found('use_limit_reversed', ['definition', 'limits'], (limits?.usesPerCustomer ?? 0) > most || (limits?.usesPerCode ?? 0) > most);
}
