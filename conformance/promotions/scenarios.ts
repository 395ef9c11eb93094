import { couponOutcomes, quoteBasket, type Quote, type QuoteLine } from '@oneshelf/domain-pricing';
import { type CaseResult, failureOf, resultOf } from '../report';
import { minorOf } from './amounts';
import { rules } from './rules';
import { bookFor, inputFor, type Cart, type Setup } from './scenario-cart';

interface Step {
  do?: string;
  expect?: string;
  product?: string;
  quantity?: number;
  code?: string;
  country?: string;
  method?: string;
  value?: string;
  values?: string[];
}

export interface ScenarioCase {
  id: string;
  setup: Setup;
  flow: Step[];
}

/** One thing that was asked of a cart: what we say, what they say, in minor units. */
interface Check {
  what: string;
  ours: number[];
  theirs: number[];
}

/** A cart step by step, with what must be true of it in between; each time quoted from scratch. */
export function judgeScenario({ id, setup, flow }: ScenarioCase): CaseResult {
  try {
    const cart: Cart = { products: new Map() };
    const checks: Check[] = [];
    const quotes: Quote[] = [];
    for (const step of flow) {
      if (step.do !== undefined) act(cart, step);
      else {
        const quote = quoteOf(setup, cart);
        quotes.push(quote);
        checks.push(checkOf(step, quote, { setup, cart }));
      }
    }
    const off = checks.filter(({ ours, theirs }) => JSON.stringify(ours) !== JSON.stringify(theirs));
    const rule = off.length > 0 ? scenarioRule(setup, quotes, off) : undefined;
    if (rule !== undefined) return resultOf(id, [rule], []);
    return resultOf(id, [], off.map(({ what, ours, theirs }) => `${what}: ours ${ours.join(', ')}, theirs ${theirs.join(', ')}`));
  } catch (error) {
    return failureOf(id, error);
  }
}

function act(cart: Cart, step: Step): void {
  const product = step.product ?? '';
  switch (step.do) {
    case 'add': cart.products.set(product, (cart.products.get(product) ?? 0) + (step.quantity ?? 1)); break;
    case 'set-quantity': cart.products.set(product, step.quantity ?? 1); break;
    case 'remove': cart.products.delete(product); break;
    case 'apply-coupon': cart.coupon = step.code; break;
    case 'remove-coupon': cart.coupon = undefined; break;
    case 'address': cart.country = step.country; break;
    case 'select-shipping': cart.method = step.method; break;
    default: throw new Error(`no mapping for the step ${step.do}`);
  }
}

function quoteOf(setup: Setup, cart: Cart): Quote {
  const quote = quoteBasket(inputFor(setup, cart), bookFor(setup, cart));
  if (!quote.ok) throw new Error(`refused: ${JSON.stringify(quote.refusal)}`);
  return quote.value;
}

function checkOf({ expect = '', product, value = '0', values }: Step, quote: Quote, { setup, cart }: { setup: Setup; cart: Cart }): Check {
  const theirs = (values ?? [value]).map((amount) => minorOf(amount, setup.currency));
  const check = (ours: number[], say = theirs): Check => ({ what: product === undefined ? expect : `${expect} of ${product}`, ours, theirs: say });
  switch (expect) {
    case 'cart-total': return check([quote.totalMinor]);
    case 'discount': return check([-cartDiscount(quote, setup) || 0]);
    case 'tax-added': return check([quote.taxInclusive ? 0 : quote.taxMinor]);
    case 'tax-included': return check([quote.taxInclusive ? quote.taxMinor : 0]);
    case 'shipping-total': return check([(quote.shipping ?? []).reduce((sum, { totalMinor }) => sum + totalMinor, 0)]);
    case 'coupon-rejected': return check([couponOutcomes([{ code: cart.coupon ?? '' }], quote, bookFor(setup, cart))[0]?.outcome === 'applied' ? 1 : 0], [0]);
    default: return check(ofLine(expect, lineOf(quote, product), { quote, theirs: theirs[0] ?? 0 }));
  }
}

const lineOf = ({ lines }: Quote, product = ''): QuoteLine => {
  const line = lines.find(({ lineId }) => lineId === product);
  if (!line) throw new Error(`${product} is not in the cart`);
  return line;
};

function ofLine(expect: string, line: QuoteLine, { quote, theirs }: { quote: Quote; theirs: number }): number[] {
  const { totalMinor, listUnitMinor, units } = line;
  const ownMinor = ownDiscount(line, quote);
  switch (expect) {
    case 'line-total': return [totalMinor];
    case 'line-discount': return [ownMinor];
    // The source leaves open whether it says the unit's or the line's.
    case 'unit-or-line-discount': return [theirs * units.length === ownMinor ? theirs : ownMinor];
    case 'unit-discounts': return units.map((unit) => unit.discountMinor);
    case 'discounted-unit-price': return [listUnitMinor - (units[0]?.discountMinor ?? 0)];
    default: throw new Error(`no mapping for the expectation ${expect}`);
  }
}

/** What line promotions took off a line, without its share of what came off the basket. */
function ownDiscount({ trace }: QuoteLine, { promotions }: Quote): number {
  const ofBasket = new Set(promotions.map(({ promotionId }) => promotionId));
  return trace.promotions.reduce((sum, { promotionId, applied, amountMinor }) => (applied && !ofBasket.has(promotionId) ? sum + amountMinor : sum), 0);
}

/** What the promotions of the cart took off the lines, without those of the catalogue and the shipping. */
function cartDiscount({ lines }: Quote, { promotions = [] }: Setup): number {
  const names = new Set(promotions.map(({ name }) => name));
  return lines.flatMap(({ trace }) => trace.promotions).reduce((sum, { name, applied, amountMinor }) => (applied && names.has(name) ? sum + amountMinor : sum), 0);
}

function scenarioRule(setup: Setup, quotes: readonly Quote[], off: readonly Check[]): string | undefined {
  const modes = new Set((setup.taxRates ?? []).map(({ includedInPrice }) => includedInPrice));
  if (modes.size > 1) return rules.taxModesOfABook;
  const lines = quotes.flatMap((quote) => quote.lines);
  const unitPercent = (setup.promotions ?? []).some(({ actions }) => actions.some(({ type, percentOff }) => type === 'unit-discount' && percentOff !== undefined));
  const stacked = lines.some(({ trace }) => trace.promotions.filter(({ applied }) => applied).length > 1);
  if (unitPercent && stacked && off.every(theyTakeMore)) return rules.percentOfWhatIsLeft;
  const pieces = lines.reduce((most, { units }) => Math.max(most, units.length), 0);
  const near = off.every(({ ours, theirs }) => ours.length === theirs.length && ours.every((amount, index) => Math.abs(amount - (theirs[index] ?? 0)) <= pieces));
  if (near && unitPercent && pieces > 1) return rules.roundedOnTheLine;
  if (near && (setup.taxRates ?? []).length > 0) return rules.taxOncePerRate;
  const summed = off.every(({ ours, theirs }) => ours.length > 1 && ours.reduce((sum, amount) => sum + amount, 0) === theirs.reduce((sum, amount) => sum + amount, 0));
  return near && summed ? rules.largestRemainder : undefined;
}

/** Percentages of the list price come to more than those of what is left. Discounts of the cart are written below zero. */
function theyTakeMore({ what, ours, theirs }: Check): boolean {
  const amountsOff = /^(unit-discounts|unit-or-line-discount|line-discount)/.test(what);
  return ours.length === theirs.length && ours.every((amount, index) => (amountsOff ? (theirs[index] ?? 0) >= amount : (theirs[index] ?? 0) <= amount));
}
