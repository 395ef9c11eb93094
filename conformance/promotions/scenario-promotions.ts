import type { Condition, Discount, LineSelector, Promotion, Reward } from '@oneshelf/domain-promotions';
import { minorOf, onlyKnown } from './amounts';
import { after, before, now, percent, promotionOf } from './arrange';

type Amount = string | number;
interface Off { amountOff?: Amount; percentOff?: Amount }

export interface ScenarioPromotion {
  name: string;
  priority: number | null;
  exclusive: boolean;
  coupon: { code: string; state?: string; usageLimit?: number } | null;
  availability?: string;
  appliesToDiscounted?: boolean;
  usageLimit?: number;
  usageLimitReached?: boolean;
  rules: ScenarioRule[];
  actions: (Off & { type: 'order-discount' | 'shipping-discount' | 'unit-discount'; filter?: { priceMin?: Amount; priceMax?: Amount; taxons?: string[]; products?: string[] } })[];
}

interface ScenarioRule {
  type: string;
  value?: string | number;
  product?: string;
  taxon?: string;
  taxons?: string[];
  atLeast?: Amount;
}

export interface CatalogPromotion extends Off {
  name: string;
  exclusive: boolean;
  priority: number | null;
  scope: { product?: string[]; variant?: string[]; taxon?: string[] };
}

/** Prices that the catalogue reduces: promotions that come before all others. */
export function catalogPromotions(given: readonly CatalogPromotion[], currency: string): Promotion[] {
  const group = given.some(({ exclusive }) => exclusive) ? { group: 'catalog' } : {};
  return given.map(({ name, priority, scope, ...off }, index) =>
    promotionOf(index, { kind: 'lines', per: 'unit', on: { productIds: [...(scope.product ?? []), ...(scope.variant ?? [])], collectionIds: scope.taxon ?? [] }, discount: discountOf(off, currency) }, { name, priority: 1_000_000 + (priority ?? 0), ...group }));
}

export interface CartSetting {
  currency: string;
  /** Nothing else reduces the cart, so its total before this promotion is the list total. */
  alone: boolean;
}

/** One promotion as one of ours for each of its actions. */
export function cartPromotions(promotion: ScenarioPromotion, position: number, { currency, alone }: CartSetting): Promotion[] {
  onlyKnown(promotion, ['name', 'priority', 'exclusive', 'coupon', 'availability', 'appliesToDiscounted', 'usageLimit', 'usageLimitReached', 'rules', 'actions']);
  const { name, priority, exclusive, coupon, rules } = promotion;
  const groups = rules.filter(({ type }) => type === 'customer-group').map(({ value }) => String(value));
  const conditions = rules.filter(({ type }) => type !== 'customer-group').flatMap((rule) => conditionsOf(rule, currency, alone ? 'list' : 'left'));
  const usedUp = promotion.usageLimitReached === true || /usage limit|been used|already used|used up/.test(coupon?.state ?? '');
  return promotion.actions.map((action, index) =>
    promotionOf(1000 + position * 100 + index, rewardOf(action, { currency, onlyFullPrice: promotion.appliesToDiscounted === false }), {
      name, priority: priority ?? 0, conditions, customerGroups: groups, ...windowOf(promotion), ...(exclusive ? { exclusive: 'everywhere' as const, partOf: name } : {}),
      ...(coupon ? { coupon: { codes: [coupon.code] } } : {}), ...(usedUp ? { limits: { uses: 1 } } : {}),
    }));
}

function windowOf({ availability = '', coupon }: ScenarioPromotion): Pick<Promotion, 'startsAt' | 'endsAt'> {
  if (/expired|ended/.test(availability) || /expired/.test(coupon?.state ?? '')) return { startsAt: before, endsAt: now };
  return { startsAt: /starts|not started/.test(availability) ? '2026-11-21T10:00:00.000Z' : before, endsAt: after };
}

function conditionsOf(rule: ScenarioRule, currency: string, of: 'list' | 'left'): Condition[] {
  switch (rule.type) {
    case 'cart-quantity-at-least': return [{ kind: 'quantity_at_least', on: {}, quantityMilli: Number(rule.value) * 1000 }];
    case 'contains-product': return [{ kind: 'quantity_at_least', on: { productIds: [rule.product ?? ''] }, quantityMilli: 1000 }];
    case 'has-taxon': return [{ kind: 'quantity_at_least', on: { collectionIds: rule.taxons ?? [] }, quantityMilli: 1000 }];
    case 'items-total-at-least': return [{ kind: 'spend_at_least', on: {}, amountMinor: minorOf(rule.value ?? 0, currency), of }];
    case 'total-of-items-from-taxon': return [{ kind: 'spend_at_least', on: { collectionIds: [rule.taxon ?? ''] }, amountMinor: minorOf(rule.atLeast ?? 0, currency), of }];
    case 'nth-order': return [{ kind: 'order_number', from: Number(rule.value), to: Number(rule.value) }];
    case 'shipping-country': return [{ kind: 'destination', countries: [String(rule.value)] }];
    default: throw new Error(`no mapping for the rule ${rule.type}`);
  }
}

function rewardOf({ type, filter = {}, ...off }: ScenarioPromotion['actions'][number], { currency, onlyFullPrice }: { currency: string; onlyFullPrice: boolean }): Reward {
  onlyKnown(filter, ['priceMin', 'priceMax', 'taxons', 'products']);
  const discount = discountOf(off, currency);
  const on: LineSelector = {
    ...(filter.taxons ? { collectionIds: filter.taxons } : {}), ...(filter.products ? { productIds: filter.products } : {}), ...(onlyFullPrice ? { onlyFullPrice } : {}),
    ...(filter.priceMin === undefined ? {} : { minUnitMinor: minorOf(filter.priceMin, currency) }), ...(filter.priceMax === undefined ? {} : { maxUnitMinor: minorOf(filter.priceMax, currency) }),
  };
  switch (type) {
    case 'order-discount': return { kind: 'basket', on, discount };
    case 'shipping-discount': return { kind: 'shipping', discount };
    case 'unit-discount': return { kind: 'lines', per: 'unit', on, discount };
  }
}

const discountOf = ({ amountOff, percentOff }: Off, currency: string): Discount => (percentOff === undefined ? { amountOffMinor: minorOf(amountOff ?? 0, currency) } : percent(percentOff));
