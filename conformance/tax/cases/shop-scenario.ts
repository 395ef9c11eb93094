import { lineAmount, pieces } from '@oneshelf/domain-kernel';
import { offeredShipping, type ShippingMethod } from '@oneshelf/domain-orders';
import { applyPromotions, type PromotionOutcome } from '@oneshelf/domain-promotions';
import { exemptClass, type TaxSaleAnswer, type TaxSaleLine, type TaxTableRate } from '@oneshelf/domain-tax';
import { decimalOf, minorOf, ppmOfPercent } from '../decimal';
import { tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';
import { promotionsOf, type ScenarioPromotion } from './shop-promotions';

interface Sellable {
  price: string;
  weight?: string;
  taxCategory?: string;
}
interface ScenarioMethod {
  fee: string;
  perUnit: boolean;
  zone: string | null;
  taxCategory?: string;
  minItemsTotal?: string;
  maxItemsTotal?: string;
  minWeight?: string;
  maxWeight?: string;
}
interface Zone {
  name: string;
  countries?: string[];
  restOfWorld?: boolean;
}
interface ScenarioRate {
  name: string;
  ratePercent: string;
  category: string;
  zone: string;
  includedInPrice: boolean;
  calculator?: string;
  startingAt?: string;
  endingAt?: string;
}
interface Setup {
  channels: { country: string }[];
  products: Record<string, Sellable & { variants?: Record<string, Sellable> }>;
  shippingMethods?: Record<string, ScenarioMethod>;
  taxRates?: ScenarioRate[];
  zones?: Zone[];
  promotions?: ScenarioPromotion[];
  defaultTaxZone?: string;
  taxCalculationStrategy?: string;
  customer?: { country?: string };
  now?: string;
}
interface Step {
  do?: string;
  expect?: string;
  product?: string;
  variant?: string;
  quantity?: number;
  method?: string;
  country?: string;
  value?: string;
}

interface Cart {
  quantities: Map<string, number>;
  country: string | undefined;
  method: string | undefined;
}

/** What a cart comes to at one point of the scenario. */
interface Totals {
  answer: TaxSaleAnswer;
  lines: readonly { lineId: string; listMinor: number }[];
  /** What promotions of the whole order took off the goods. */
  orderDiscountMinor: number;
  offered: readonly string[];
}

/** A shop is set up, a cart is filled, totals are expected on the way. */
export function shopScenario(fields: Fields): Difference[] {
  const { setup, flow } = fields as unknown as { setup: Setup; flow: Step[] };
  const cart: Cart = { quantities: new Map(), country: setup.customer?.country, method: undefined };
  const compare = new Comparison({ setup });
  flow.forEach((step, index) => {
    if (step.do === undefined) expectStep(step, { totals: totalsOf(cart, setup), compare, index });
    else act(step, cart);
  });
  return compare.differences;
}

const keyOf = ({ product = '', variant }: Step): string => (variant === undefined ? product : `${product}: ${variant}`);

function act(step: Step, cart: Cart): void {
  const { quantities } = cart;
  const key = keyOf(step);
  switch (step.do) {
    case 'add': quantities.set(key, (quantities.get(key) ?? 0) + (step.quantity ?? 1)); return;
    case 'set-quantity': quantities.set(key, step.quantity ?? 0); return;
    case 'remove': quantities.delete(key); return;
    case 'address': cart.country = step.country; return;
    case 'select-shipping': cart.method = step.method; return;
    default: throw new Error(`"${step.do ?? ''}" is no step that is known`);
  }
}

function expectStep(step: Step, { totals, compare, index }: { totals: Totals; compare: Comparison; index: number }): void {
  const { answer, lines, orderDiscountMinor, offered } = totals;
  const taxes = (isIncluded: boolean): string => decimalOf(answer.groups.reduce((sum, group) => sum + (group.taxInclusive === isIncluded ? group.taxMinor : 0), 0));
  const list = (some: typeof lines): string => decimalOf(some.reduce((sum, { listMinor }) => sum + listMinor, 0));
  const actual: Record<string, () => unknown> = {
    'cart-total': () => decimalOf(answer.grossMinor), 'tax-added': () => taxes(false), 'tax-included': () => taxes(true), 'shipping-total': () => decimalOf([...answer.shipping.values()].reduce((sum, { grossMinor }) => sum + grossMinor, 0)),
    discount: () => decimalOf(0 - orderDiscountMinor), 'items-total': () => list(lines), 'line-total': () => list(lines.filter(({ lineId }) => lineId === keyOf(step))),
    'shipping-method-offered': () => offered.includes(step.method ?? ''), 'shipping-method-hidden': () => !offered.includes(step.method ?? ''),
  };
  const read = actual[step.expect ?? ''];
  if (!read) throw new Error(`"${step.expect ?? ''}" is no expectation that is known`);
  compare.check(`flow[${index}] ${step.expect ?? ''}`, { expected: step.value === undefined ? true : decimalOf(minorOf(step.value)), actual: read() });
}

function totalsOf(cart: Cart, setup: Setup): Totals {
  const table = tableOf(setup);
  const zone = zoneOf(cart.country, setup);
  const lines = [...cart.quantities].filter(([, quantity]) => quantity > 0).map(([lineId, quantity]) => {
    const sellable = sellableOf(lineId, setup);
    return { lineId, quantity, sellable, unitMinor: minorOf(sellable.price), listMinor: lineAmount(minorOf(sellable.price), pieces(quantity)) };
  });
  const promote = (shipping?: { methodId: string; amountMinor: number }): PromotionOutcome =>
    applyPromotions(
      {
        lines: lines.map(({ lineId, quantity, unitMinor, listMinor }) => ({ lineId, variantId: lineId, productId: lineId.split(': ')[0] ?? '', collectionIds: [], quantityMilli: pieces(quantity), unitMinor, amountMinor: listMinor })),
        channelCode: 'web', locationId: null, at: today, buyer: {}, ...(shipping ? { shipping: [{ chargeId: 'shipping', ...shipping }] } : {}),
      },
      promotionsOf(setup.promotions ?? []), { item: 'stacking', basket: 'stacking', shipping: 'stacking' },
    );
  const at = setup.now === undefined ? today : `${setup.now.slice(0, 10)}T12:00:00Z`;
  const tax = (outcome: PromotionOutcome, shipping?: { amountMinor: number; taxCategory?: string }): TaxSaleAnswer =>
    taxOf(
      {
        at, place: { place: { country: zone ?? 'nowhere' }, because: 'destination' }, rules: { per: precisionOf(setup) },
        lines: lines.map(({ lineId, quantity, sellable, listMinor }): TaxSaleLine => ({ lineId, ...classOf(sellable.taxCategory, { zone, table }), amountMinor: listMinor - (outcome.discountMinorByLine.get(lineId) ?? 0), units: quantity })),
        ...(shipping ? { shipping: [{ chargeId: 'shipping', amountMinor: shipping.amountMinor, ...classOf(shipping.taxCategory, { zone, table }) }] } : {}),
      },
      table,
    );
  const goods = tax(promote());
  const offered = offeredShipping(methodsOf(setup), {
    itemsMinor: goods.grossMinor, units: lines.reduce((sum, { quantity }) => sum + quantity, 0), ...(cart.country === undefined ? {} : { country: cart.country }),
    weightGrams: lines.reduce((sum, { quantity, sellable }) => sum + minorOf(sellable.weight ?? '0', 3) * quantity, 0),
  });
  const chosen = offered.find(({ methodId }) => methodId === cart.method) ?? offered[0];
  const names = offered.map(({ methodId }) => methodId);
  if (!chosen || lines.length === 0) return { answer: goods, lines, offered: names, orderDiscountMinor: orderDiscountOf(promote(), setup) };
  const outcome = promote({ methodId: chosen.methodId, amountMinor: chosen.amountMinor });
  const taxCategory = setup.shippingMethods?.[chosen.methodId]?.taxCategory;
  return { answer: tax(outcome, { amountMinor: chosen.amountMinor - outcome.shippingDiscountMinor, ...(taxCategory === undefined ? {} : { taxCategory }) }), lines, offered: names, orderDiscountMinor: orderDiscountOf(outcome, setup) };
}

function orderDiscountOf({ discounts }: PromotionOutcome, { promotions = [] }: Setup): number {
  const lanes = new Map(promotionsOf(promotions).map(({ promotionId, lane }) => [promotionId, lane]));
  return discounts.reduce((sum, { promotionId, amountMinor }) => sum + (lanes.get(promotionId) === 'basket' ? amountMinor : 0), 0);
}

function sellableOf(key: string, { products }: Setup): Sellable {
  const [product = '', variant] = key.split(': ');
  const sellable = variant === undefined ? products[product] : products[product]?.variants?.[variant];
  if (!sellable) throw new Error(`no product ${key}`);
  return sellable;
}

/** The tax zone of an address; without an address the shop's default. */
function zoneOf(country: string | undefined, { zones = [], defaultTaxZone }: Setup): string | undefined {
  if (country === undefined) return defaultTaxZone;
  return (zones.find(({ countries }) => countries?.includes(country) === true) ?? zones.find(({ restOfWorld }) => restOfWorld === true))?.name;
}

const tableOf = ({ taxRates = [] }: Setup): (TaxTableRate & { isIncluded: boolean })[] =>
  taxRates.map(({ name, ratePercent, category, zone, includedInPrice, startingAt, endingAt }) => ({
    ...tableRate({ country: zone, taxClass: category, name, ratePpm: ppmOfPercent(ratePercent) }), isIncluded: includedInPrice,
    ...(startingAt === undefined ? {} : { validFrom: `${startingAt.slice(0, 10)}T00:00:00Z` }),
    // The last day belongs to it.
    validTo: endingAt === undefined ? null : `${endingAt.slice(0, 10)}T23:59:59.999Z`,
  }));

/** What the shop has no rate for in a zone is not taxed there. */
function classOf(category: string | undefined, { zone, table }: { zone: string | undefined; table: ReturnType<typeof tableOf> }): { taxClasses: string[]; taxInclusive: boolean } {
  const rate = table.find(({ country, taxClass }) => country === zone && taxClass === category);
  return { taxClasses: [rate?.taxClass ?? exemptClass], taxInclusive: rate?.isIncluded ?? false };
}

/** By units where the shop taxes units, else by lines; a decimal calculator rounds nothing before the sum. */
function precisionOf({ taxRates = [], taxCalculationStrategy = '' }: Setup): 'unit' | 'line' | 'document' {
  if (taxRates.some(({ calculator = '' }) => calculator.startsWith('decimal'))) return 'document';
  return taxCalculationStrategy.includes('units') ? 'unit' : 'line';
}

function methodsOf({ shippingMethods = {}, zones = [] }: Setup): ShippingMethod[] {
  return Object.entries(shippingMethods).map(([methodId, { fee, perUnit, zone, minItemsTotal, maxItemsTotal, minWeight, maxWeight }]) => {
    const countries = zones.find(({ name }) => name === zone)?.countries;
    return {
      methodId, feeMinor: minorOf(fee), isPerUnit: perUnit, ...(countries ? { countries } : {}),
      ...(minItemsTotal === undefined ? {} : { minItemsMinor: minorOf(minItemsTotal) }), ...(maxItemsTotal === undefined ? {} : { maxItemsMinor: minorOf(maxItemsTotal) }),
      ...(minWeight === undefined ? {} : { minWeightGrams: minorOf(minWeight, 3) }), ...(maxWeight === undefined ? {} : { maxWeightGrams: minorOf(maxWeight, 3) }),
    };
  });
}
