import type { PromotionDefinition } from '@oneshelf/contracts';
import { minorUnitDigits } from '@oneshelf/domain-kernel';

/** The sentences that the builder knows; the engine knows more (libs/domain/promotions). */
export const offerKinds = ['percent', 'amount', 'buy_get', 'bundle', 'spend'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** What is filled in; numbers as people read them: 10 is 10 %, 4.5 is 4.50 of the market's currency. */
export interface OfferForm {
  kind: OfferKind;
  collection: string | null;
  percent: number;
  amount: number;
  spend: number;
  buy: number;
  get: number;
  coupon: string;
  /** One code for everybody, or single-use codes that are made afterwards. */
  couponKind: CouponKind;
  limits: OfferLimits;
  channel: string | null;
}

export const couponKinds = ['shared', 'single'] as const;
export type CouponKind = (typeof couponKinds)[number];

/** As typed; not a number: no limit. */
export interface OfferLimits {
  uses: number;
  usesPerCustomer: number;
  budget: number;
}

export const noLimits: OfferLimits = { uses: NaN, usesPerCustomer: NaN, budget: NaN };

/** The definition that the sentence means; nothing while a part of it is missing or makes no sense. */
export function definitionOf(form: OfferForm, currency: string): PromotionDefinition | null {
  const minor = (amount: number): number => Math.round(amount * 10 ** minorUnitDigits(currency));
  const offer = offerOf(form, minor);
  if (!offer) return null;
  const codes = form.coupon.split(',').map((code) => code.trim()).filter((code) => code !== '');
  const coupon = form.couponKind === 'single' ? { codes: [] } : codes.length > 0 ? { codes } : undefined;
  const limits = limitsOf(form.limits, minor);
  return { priority: 0, conditions: [], ...offer, channelCodes: form.channel === null ? [] : [form.channel], ...(coupon ? { coupon } : {}), ...(limits ? { limits } : {}) };
}

function limitsOf({ uses, usesPerCustomer, budget }: OfferLimits, minor: (amount: number) => number): PromotionDefinition['limits'] {
  const limits = { ...(uses >= 1 ? { uses } : {}), ...(usesPerCustomer >= 1 ? { usesPerCustomer } : {}), ...(minor(budget) >= 1 ? { budgetMinor: minor(budget) } : {}) };
  return Object.keys(limits).length > 0 ? limits : undefined;
}

type Offer = Pick<PromotionDefinition, 'lane' | 'reward'> & Partial<Pick<PromotionDefinition, 'conditions'>>;

function offerOf({ kind, collection, percent, amount, spend, buy, get }: OfferForm, minor: (amount: number) => number): Offer | null {
  const discount = { percentBasisPoints: Math.round(percent * 100) };
  const hasPercent = discount.percentBasisPoints > 0 && discount.percentBasisPoints <= 10_000;
  if (kind === 'spend') {
    if (!hasPercent || !(minor(spend) > 0)) return null;
    return { lane: 'basket', conditions: [{ kind: 'spend_at_least', on: {}, amountMinor: minor(spend), of: 'list' }], reward: { kind: 'basket', on: {}, discount } };
  }
  if (collection === null) return null;
  const on = { collectionIds: [collection] };
  switch (kind) {
    case 'percent': return hasPercent ? { lane: 'item', reward: { kind: 'lines', per: 'unit', on, discount } } : null;
    case 'amount': return minor(amount) > 0 ? { lane: 'item', reward: { kind: 'lines', per: 'unit', on, discount: { amountOffMinor: minor(amount) } } } : null;
    case 'buy_get': return isCount(buy) && isCount(get) ? { lane: 'item', reward: { kind: 'buy_get', buy: { on, quantity: buy }, get: { on, quantity: get, discount: { percentBasisPoints: 10_000 }, which: 'cheapest' } } } : null;
    case 'bundle': return isCount(buy) && minor(amount) > 0 ? { lane: 'item', reward: { kind: 'bundle', parts: [{ on, quantity: buy }], priceMinor: minor(amount) } } : null;
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 1000;
