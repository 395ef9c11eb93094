import { apportion } from '@oneshelf/domain-kernel';
import { applyPromotions, expandBundle, type PromotableLine, type Reward } from '@oneshelf/domain-promotions';
import { type CaseResult, failureOf, resultOf } from '../report';
import { differences, minorOf } from './amounts';
import { basketOf, lineIdAt, lineOf, percent, promotionOf, stacking, stepsOf, type PricedLine } from './arrange';
import type { Judged } from './judged';
import { orderTotals, type OrderTotalsCase } from './order-totals';
import { rules } from './rules';
import { sharesDifferByCents } from './shares';

type Amount = number | string;
interface Tiers { base: Amount; tiers: Record<string, Amount> }

interface CalculatorCases {
  'order-totals-minor': OrderTotalsCase;
  'prorate-minor': { weights: number[]; total: number; expected: number[] };
  'tiered-percent': { tiers: Tiers; currency?: string; lines: PricedLine[]; target: string; expected: Amount };
  'tiered-flat': { tiers: Tiers; currency?: string; amount: Amount; expected: Amount };
  'flexi-rate': { firstItem: Amount; additionalItem: Amount; maxItems: number | null; quantity: number; expected: Amount };
  'percent-of-amount': { percent: Amount; amount: Amount; currency: string; expected: Amount };
  distribute: { lines: PricedLine[]; total: Amount; expectedShares: Amount[]; orderOfSharesFree: boolean };
  'quantity-group': { groupSize: number; perUnitOff?: Amount; percentOff?: Amount; tieredPercent?: Tiers; lines: PricedLine[]; expectedAdjustments: Amount[] };
  'percent-with-cap': { percent: Amount; cap: Amount; lines: PricedLine[]; expectedAdjustments: Amount[]; expectedTotal: Amount };
  'tiered-percent-by-eligible-quantity': Tiers & { eligibleQuantity: number; line: PricedLine; expected: Amount };
  'percent-per-line': { percent: Amount; unitPrices: Amount[]; quantity: number; expectedDiscounts: Amount[] };
  'bundle-expand': BundleCase;
}

interface BundleCase {
  input: { presentmentCurrencyRate: string; cart: { lines: { id: string; quantity: number; merchandise: { title?: string; product?: { bundledComponentData?: { value: string } | null } | null } }[] } };
  expected: { operations: { expand: { cartLineId: string; title?: string; expandedCartItems: { merchandiseId: string; quantity: number; price: { adjustment: { fixedPricePerUnit: { amount: Amount } } } }[] } }[] };
}

type Kind = keyof CalculatorCases;
export type CalculatorCase = { [K in Kind]: CalculatorCases[K] & { kind: K; id: string } }[Kind];

const judges: { [K in Kind]: (given: CalculatorCases[K]) => Judged } = {
  'order-totals-minor': orderTotals,
  'prorate-minor': ({ weights, total, expected }) => {
    const worth = weights.reduce((sum, weight) => sum + weight, 0);
    const shares = worth === 0 ? weights.map(() => 0) : apportion(Math.abs(total), weights).map((share) => (total < 0 && share !== 0 ? -share : share));
    return { problems: differences([['shares', shares, expected]]), excusedBy: worth === 0 ? rules.noWeightNoShare : sharesDifferByCents(shares, expected) };
  },
  'tiered-percent': ({ tiers, currency, lines, target, expected }) => {
    const steps = stepsOf(tiers, { from: (threshold) => minorOf(threshold, currency), discount: percent });
    const discounts = discountsOf({ kind: 'tiers', on: {}, by: 'spend', steps }, lines.map((line, index) => lineOf(line, index, currency)), target === 'order' ? 'basket' : 'item');
    return { problems: differences([['discount', target === 'order' ? total(discounts) : discounts[0], minorOf(expected, currency)]]) };
  },
  'tiered-flat': ({ tiers, currency, amount, expected }) => {
    const steps = stepsOf(tiers, { from: (threshold) => minorOf(threshold, currency), discount: (value) => ({ amountOffMinor: minorOf(value, currency) }) });
    return { problems: differences([['discount', total(discountsOf({ kind: 'tiers', on: {}, by: 'spend', steps }, [lineOf({ price: amount, quantity: 1 }, 0, currency)], 'basket')), minorOf(expected, currency)]]) };
  },
  'flexi-rate': ({ firstItem, additionalItem, maxItems, quantity, expected }) => {
    const [first, further] = [{ amountOffMinor: minorOf(firstItem) }, { amountOffMinor: minorOf(additionalItem) }];
    const reward: Reward = { kind: 'lines', per: 'unit', on: {}, discount: first, furtherUnits: further, ...(maxItems ? { maxUnits: maxItems } : {}) };
    // The case names no price: one that both discounts fit into.
    const line = lineOf({ price: '1000000', quantity }, 0);
    return { problems: differences([['discount', total(discountsOf(reward, [line])), minorOf(expected)]]) };
  },
  'percent-of-amount': ({ percent: off, amount, currency, expected }) => {
    const reward: Reward = { kind: 'basket', on: {}, discount: percent(off) };
    return { problems: differences([['discount', total(discountsOf(reward, [lineOf({ price: amount, quantity: 1 }, 0, currency)])), minorOf(expected, currency)]]) };
  },
  distribute: ({ lines, total: amount, expectedShares, orderOfSharesFree }) => {
    const ours = discountsOf({ kind: 'basket', on: {}, discount: { amountOffMinor: minorOf(amount) } }, lines.map((line, index) => lineOf(line, index)));
    const theirs = expectedShares.map((share) => minorOf(share));
    const ordered = (shares: number[]): number[] => (orderOfSharesFree ? [...shares].sort((a, b) => a - b) : shares);
    return { problems: differences([['shares', ordered(ours), ordered(theirs)]]), excusedBy: sharesDifferByCents(ours, theirs) };
  },
  'quantity-group': ({ groupSize, perUnitOff, percentOff, tieredPercent, lines, expectedAdjustments }) => {
    const discount = perUnitOff !== undefined ? { amountOffMinor: minorOf(perUnitOff) } : percent(percentOff ?? tieredPercent?.base ?? 0);
    const bySpend = tieredPercent && stepsOf(tieredPercent, { from: (threshold) => minorOf(threshold), discount: percent });
    const reward: Reward = { kind: 'buy_get', buy: { on: {}, quantity: 0 }, get: { on: {}, quantity: groupSize, discount, which: 'cheapest', ...(bySpend ? { bySpend } : {}) } };
    const ours = discountsOf(reward, lines.map((line, index) => lineOf(line, index)));
    const theirs = expectedAdjustments.map((adjustment) => -minorOf(adjustment) || 0);
    const mixed = new Set(lines.filter(({ quantity }) => quantity > 0).map(({ price }) => String(price))).size > 1;
    return { problems: differences([['discounts', ours, theirs]]), excusedBy: mixed ? rules.setsTakeTheCheapest : tiesOrCents(ours, theirs, lines) };
  },
  'percent-with-cap': ({ percent: off, cap, lines, expectedAdjustments, expectedTotal }) => {
    const ours = discountsOf({ kind: 'basket', on: {}, discount: percent(off), capMinor: minorOf(cap) }, lines.map((line, index) => lineOf(line, index)));
    const theirs = expectedAdjustments.map((adjustment) => -minorOf(adjustment) || 0);
    const sum = differences([['total', total(ours), -minorOf(expectedTotal) || 0]]);
    return { problems: [...differences([['shares', ours, theirs]]), ...sum], excusedBy: sum.length === 0 ? sharesDifferByCents(ours, theirs) : undefined };
  },
  'tiered-percent-by-eligible-quantity': ({ base, tiers, eligibleQuantity, line, expected }) => {
    const steps = stepsOf({ base, tiers }, { from: (threshold) => Number(threshold) * 1000, discount: percent });
    const others = eligibleQuantity - line.quantity;
    const lines = [lineOf(line, 0), ...(others > 0 ? [lineOf({ price: 1, quantity: others }, 1)] : [])];
    return { problems: differences([['discount', discountsOf({ kind: 'tiers', on: {}, by: 'quantity', steps }, lines)[0], minorOf(expected)]]) };
  },
  'percent-per-line': ({ percent: off, unitPrices, quantity, expectedDiscounts }) => {
    const ours = discountsOf({ kind: 'lines', per: 'unit', on: {}, discount: percent(off) }, unitPrices.map((price, index) => lineOf({ price, quantity }, index)));
    const theirs = expectedDiscounts.map((discount) => minorOf(discount));
    return { problems: differences([['discounts', ours, theirs]]), excusedBy: ours.every((share, index) => Math.abs(share - (theirs[index] ?? 0)) <= quantity) && quantity > 1 ? rules.roundedOnTheLine : undefined };
  },
  'bundle-expand': bundleExpand,
};

export function judgeCalculator(given: CalculatorCase): CaseResult {
  try {
    const judge = judges[given.kind] as ((given: CalculatorCase) => Judged) | undefined;
    if (!judge) return failureOf(given.id, new Error(`no mapping for the kind ${given.kind}`));
    const { problems, excusedBy } = judge(given);
    return problems.length > 0 && excusedBy !== undefined ? resultOf(given.id, [excusedBy], []) : resultOf(given.id, [], problems);
  } catch (error) {
    return failureOf(given.id, error);
  }
}

/** What one reward takes off each line, in the order of the lines. A line without units is none. */
function discountsOf(reward: Reward, lines: PromotableLine[], lane?: 'item' | 'basket'): number[] {
  const sold = lines.filter(({ quantityMilli }) => quantityMilli > 0);
  const { discountMinorByLine } = applyPromotions(basketOf(sold), [promotionOf(0, reward, lane ? { lane } : {})], stacking);
  return lines.map((_, index) => discountMinorByLine.get(lineIdAt(index)) ?? 0);
}

const total = (discounts: readonly number[]): number => discounts.reduce((sum, discount) => sum + discount, 0);

/** Equal units on several lines: which line's are taken, and the cents of rounding. */
function tiesOrCents(ours: number[], theirs: number[], lines: readonly PricedLine[]): string | undefined {
  if (total(ours) === total(theirs)) return rules.tiesByLineId;
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.abs(total(ours) - total(theirs)) <= units ? rules.roundedOnTheLine : undefined;
}

function bundleExpand({ input, expected }: BundleCase): Judged {
  const ours = input.cart.lines.flatMap(({ id, merchandise }) => {
    const data = merchandise.product?.bundledComponentData;
    if (!data) return [];
    const components = JSON.parse(data.value) as { id: string; price: Amount; quantity?: number }[];
    const parts = components.map((component) => ({ variantId: component.id, quantity: component.quantity ?? 1, unitMinor: minorOf(Number(component.price) * Number(input.presentmentCurrencyRate)) }));
    // They say what one bundle becomes, whatever the quantity of the line.
    return [{ id, parts: expandBundle({ parts }, 1).map(({ variantId, quantity, amountMinor }) => [variantId, quantity, amountMinor]) }];
  });
  const theirs = expected.operations.map(({ expand }) => ({
    id: expand.cartLineId,
    parts: expand.expandedCartItems
      .map(({ merchandiseId, quantity, price }) => [merchandiseId, quantity, minorOf(price.adjustment.fixedPricePerUnit.amount) * quantity])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  }));
  return { problems: differences([['parts', ours, theirs]]) };
}
