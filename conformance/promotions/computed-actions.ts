import { applyPromotions, explainMisses, type Promotion, type PromotionBasket, type PromotionOutcome, type PromotionUsage, type Reward } from '@oneshelf/domain-promotions';
import { type CaseResult, failureOf, resultOf } from '../report';
import { actionRule } from './action-rules';
import { type ActionItem, type ActionPromotion, type Actions, type ActionsCase, type Campaign, type Action, orderedPromotions } from './actions-case';
import { minorOf } from './amounts';
import { basketOf, idAt, percent, promotionOf, stacking } from './arrange';
import { selectorOf, valueAt } from './attribute-rules';

/** Promotions with rules and an application method over a cart: the discounts of each on each line or shipping method. */
export function judgeActions(given: ActionsCase): CaseResult {
  try {
    const [ours, theirs] = [actionsOf(given), new Map(given.expectedActions.map((action) => [keyOf(action), minorOf(action.amount ?? 0)]))];
    const problems = [...new Set([...ours.keys(), ...theirs.keys()])].filter((key) => ours.get(key) !== theirs.get(key)).map((key) => `${key}: ours ${ours.get(key) ?? 'none'}, theirs ${theirs.get(key) ?? 'none'}`);
    const rule = problems.length > 0 ? actionRule(given, ours, theirs) : undefined;
    return rule === undefined ? resultOf(given.id, [], problems) : resultOf(given.id, [rule], []);
  } catch (error) {
    return failureOf(given.id, error);
  }
}

const keyOf = ({ action, code, item_id, shipping_method_id, adjustment_id }: Action): string => `${action} ${item_id ?? shipping_method_id ?? adjustment_id ?? ''} ${code}`;

function actionsOf(given: ActionsCase): Actions {
  const promotions = orderedPromotions(given).map((promotion, index) => translated(promotion, index, given));
  const basket = basketFor(given);
  const outcome = applyPromotions(basket, promotions, stacking);
  const exceeded = explainMisses(basket, promotions, stacking).filter(({ kind }) => kind === 'usage_limit_reached' || kind === 'budget_spent');
  return new Map([
    ...earlierAdjustments(given), ...adjustments(outcome),
    ...exceeded.map(({ name }): [string, number] => [keyOf({ action: 'campaignBudgetExceeded', code: name }), 0]),
  ]);
}

function adjustments({ traceByLine, traceByCharge }: PromotionOutcome): [string, number][] {
  return [
    ...[...traceByLine].flatMap(([item_id, traces]) => traces.filter(({ applied }) => applied).map(({ name, amountMinor }): [string, number] => [keyOf({ action: 'addItemAdjustment', code: name, item_id }), amountMinor])),
    ...[...traceByCharge].flatMap(([shipping_method_id, traces]) => traces.map(({ name, amountMinor }): [string, number] => [keyOf({ action: 'addShippingMethodAdjustment', code: name, shipping_method_id }), amountMinor])),
  ];
}

/** A quote starts from the list prices each time: what was taken off before is taken back. */
function earlierAdjustments({ context }: ActionsCase): [string, number][] {
  const back = (action: string, held: readonly Pick<ActionItem, 'adjustments'>[] = []): [string, number][] =>
    held.flatMap(({ adjustments: all = [] }) => all.map(({ id, code }): [string, number] => [keyOf({ action, code, adjustment_id: id }), 0]));
  return [...back('removeItemAdjustment', context.items), ...back('removeShippingMethodAdjustment', context.shipping_methods)];
}

function translated(promotion: ActionPromotion, position: number, given: ActionsCase): Promotion {
  const budget = budgetOf(promotion, given);
  const limit = budget?.limit ?? undefined;
  return promotionOf(position, rewardOf(promotion), {
    name: promotion.code,
    customerGroups: (promotion.rules ?? []).flatMap(({ attribute, values }) => values.map((value) => `${attribute}=${value}`)),
    ...(promotion.is_automatic ? {} : { coupon: { codes: [promotion.code] } }),
    ...(limit === undefined ? {} : { limits: budget?.type === 'spend' ? { budgetMinor: minorOf(limit) } : { uses: limit } }),
  });
}

function rewardOf({ type, application_method: method }: ActionPromotion): Reward {
  const discount = method.type === 'fixed' ? { amountOffMinor: minorOf(method.value) } : percent(method.value);
  const on = selectorOf(method.target_rules);
  const most = method.max_quantity ?? undefined;
  if (type === 'buyget') {
    const get = { on, quantity: method.apply_to_quantity ?? 1, discount, which: 'equal_or_less' as const };
    return { kind: 'buy_get', buy: { on: selectorOf(method.buy_rules), quantity: method.buy_rules_min_quantity ?? 0 }, get, maxTimes: 1 };
  }
  if (method.target_type === 'shipping_methods') {
    const methodIds = (method.target_rules ?? []).flatMap(({ values }) => values);
    return { kind: 'shipping', discount, per: method.allocation === 'across' ? 'all' : 'charge', ...(methodIds.length > 0 ? { methodIds } : {}) };
  }
  if (method.target_type === 'order' || method.allocation === 'across') return { kind: 'basket', on, discount, ...(method.max_amount ? { capMinor: minorOf(method.max_amount) } : {}) };
  if (method.allocation === 'once') return { kind: 'buy_get', buy: { on: {}, quantity: 0 }, get: { on, quantity: 1, discount, which: 'cheapest' }, maxTimes: most ?? 1 };
  // An amount counts once for a line, and is no more than its units that count.
  return { kind: 'lines', on, discount, per: method.type === 'fixed' ? 'line' : 'unit', ...(most === undefined ? {} : { maxUnits: most }) };
}

function basketFor(given: ActionsCase): PromotionBasket {
  const { context, codes } = given;
  const asked = given.promotions.flatMap(({ rules = [] }) => rules.map(({ attribute }) => attribute));
  const shippingAttribute = given.promotions.flatMap(({ application_method: method }) => (method.target_type === 'shipping_methods' ? (method.target_rules ?? []) : []))[0]?.attribute ?? 'id';
  return basketOf(
    (context.items ?? []).filter(({ quantity }) => quantity > 0).map((item) => {
      const [amountMinor, collection, product] = [minorOf(item.subtotal), valueAt(item, 'product_category.id'), valueAt(item, 'product.id')];
      return {
        lineId: item.id, variantId: item.id, collectionIds: collection, unitMinor: Math.floor(amountMinor / item.quantity), quantityMilli: item.quantity * 1000, amountMinor,
        ...(product[0] === undefined ? {} : { productId: product[0] }), attributes: itemAttributes(item, given),
      };
    }),
    {
      shipping: (context.shipping_methods ?? []).map((method) => ({ chargeId: method.id, methodId: valueAt(method, shippingAttribute)[0] ?? '', amountMinor: minorOf(method.subtotal) })),
      buyer: { customerGroups: asked.flatMap((attribute) => valueAt(context, attribute).map((value) => `${attribute}=${value}`)), coupons: codes.map((code) => ({ code })) },
      usage: usageOf(given),
    },
  );
}

function itemAttributes(item: ActionItem, { promotions }: ActionsCase): Record<string, string> {
  const asked = promotions.flatMap(({ application_method: { target_rules = [], buy_rules = [] } }) => [...target_rules, ...buy_rules]);
  return Object.fromEntries(asked.flatMap(({ attribute }) => valueAt(item, attribute).slice(0, 1).map((value) => [attribute, value])));
}

function budgetOf({ campaign_id }: ActionPromotion, { campaigns, campaignUpdates }: ActionsCase): Campaign['budget'] {
  const find = (all: readonly Campaign[]): Campaign['budget'] => all.find(({ id }) => id === campaign_id)?.budget;
  const budget = find(campaigns);
  return budget && { ...budget, ...find(campaignUpdates ?? []) };
}

function usageOf(given: ActionsCase): PromotionUsage[] {
  return orderedPromotions(given).flatMap((promotion, index) => {
    const budget = budgetOf(promotion, given);
    const used = budget?.used ?? 0;
    return budget ? [{ promotionId: idAt(index), uses: budget.type === 'usage' ? used : 0, spentMinor: budget.type === 'spend' ? minorOf(used) : 0 }] : [];
  });
}

