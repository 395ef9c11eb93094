import { invariant, lineAmount, localTime, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { applyManualDiscounts, applyPromotions, type ManualOutcome, type PromotionBasket, type PromotionOutcome } from '@oneshelf/domain-promotions';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import type { BasketInput, BasketLine } from './basket-input';
import { choosePrice, rankBooks, type PriceCandidate, type RankedBooks } from './choose-price';
import type { PriceBook, TaxRate, VariantFacts } from './price-book';
import { isReduced, overridden } from './price-override';
import { isOnePiece, isWeight, pricedMilli } from './priced-quantity';
import type { Quote, QuoteLine, QuoteRefusal } from './quote';
import { needsTaxTerms, taxStep, type LineTax } from './tax-step';
import { unitShares } from './unit-shares';

/** Raised with every change of the engine that can change a quote: a stored quote says which engine made it. */
export const engineVersion = '3';

/** 10,000 pieces. More on one line is a typing error, and a unit's share is kept for each. */
const greatestQuantityMilli = 10_000_000;

/** A line whose price and tax rate are known; what it costs depends on the others. */
export interface PricedLine extends BasketLine {
  variant: VariantFacts;
  candidates: PriceCandidate[];
  listUnitMinor: number;
  listMinor: number;
  taxClass: string;
  /** Absent where the rate is chosen with the tax terms of the sale. */
  rate: TaxRate | undefined;
}

/** What comes off the lines: by promotions, then by hand. */
interface Deals extends PromotionOutcome {
  manual?: ManualOutcome;
}

/**
 * Prices a basket: list price → promotions → discounts by hand → tax → totals. Pure and synchronous, the same in the till and on the server:
 * the same input and book version give the same quote. The book is immutable. Rules: SPEC.md.
 */
export function quoteBasket(input: BasketInput, book: PriceBook): Result<Quote, QuoteRefusal> {
  if (input.currency !== book.currency) return refuse({ kind: 'wrong_currency', currency: input.currency, expected: book.currency });
  invariant(input.marketCode === book.marketCode, () => `a basket of ${input.marketCode} was given the book of ${book.marketCode}`);
  const priced = priceLines(input, book);
  if (!priced.ok) return priced;
  const deals = promote(priced.value, { input, book });
  const taxed = taxStep(priced.value.map(({ lineId, taxClass, rate, listMinor }) => ({ lineId, taxClass, rate, paidMinor: listMinor - discountOf(lineId, deals) })), { input, book, deals });
  if (!taxed.ok) return taxed;
  const { taxes, byLine, shipping } = taxed.value;
  const lines = priced.value.map((line) => quoteLine(line, { deals, tax: byLine.get(line.lineId), taxInclusive: book.taxInclusive }));
  const all = [...lines, ...shipping];
  return ok({
    currency: book.currency, taxInclusive: book.taxInclusive, bookVersion: book.version, engineVersion, pricedAt: input.pricedAt,
    lines, discounts: deals.discounts, promotions: deals.basketTrace, taxes,
    ...(shipping.length > 0 ? { shipping } : {}), ...(deals.manual ? { manualDiscounts: deals.manual.discounts } : {}),
    listMinor: sum(all, 'listMinor'), discountMinor: sum(all, 'discountMinor'), taxMinor: sum(all, 'taxMinor'), totalMinor: sum(all, 'totalMinor'),
  });
}

function promote(lines: readonly PricedLine[], { input, book }: { input: BasketInput; book: PriceBook }): Deals {
  const basket = promotionBasketOf(lines, input);
  const outcome = applyPromotions(basket, book.promotions, book.lanes);
  if (!input.manualDiscounts?.length) return outcome;
  const manual = applyManualDiscounts(basket.lines.map((line) => ({ ...line, discountMinor: outcome.discountMinorByLine.get(line.lineId) ?? 0 })), input.manualDiscounts);
  return { ...outcome, manual };
}

/** What promotions look at in a basket whose prices are known. */
export function promotionBasketOf(lines: readonly PricedLine[], input: BasketInput): PromotionBasket {
  return {
    channelCode: input.channelCode, locationId: input.locationId, at: input.pricedAt, buyer: input.buyer ?? {},
    ...(input.timeZone === undefined ? {} : { localTime: localTime(input.pricedAt, input.timeZone) }),
    ...(input.promotionUsage === undefined ? {} : { usage: input.promotionUsage }), ...(input.shipping === undefined ? {} : { shipping: input.shipping }),
    lines: lines.map(({ lineId, variantId, quantityMilli, weightMilli, variant, candidates, listUnitMinor, listMinor }) => ({
      // A weighed piece is one item, and what it costs is its price (PRC-108).
      lineId, variantId, quantityMilli, collectionIds: variant.collectionIds, unitMinor: weightMilli === undefined ? listUnitMinor : listMinor, amountMinor: listMinor,
      ...(variant.productId === undefined ? {} : { productId: variant.productId }), ...(variant.attributes === undefined ? {} : { attributes: variant.attributes }),
      ...(variant.floorUnitMinor === undefined ? {} : { floorMinor: lineAmount(variant.floorUnitMinor, weightMilli ?? quantityMilli) }),
      ...(isReduced(candidates) ? { reduced: true } : {}),
    })),
  };
}

const discountOf = (lineId: string, { discountMinorByLine, manual }: Deals): number =>
  (discountMinorByLine.get(lineId) ?? 0) + (manual?.discountMinorByLine.get(lineId) ?? 0);

export function priceLines(input: BasketInput, book: PriceBook): Result<PricedLine[], QuoteRefusal> {
  const ranked = rankBooks(book, input);
  const rates = new Map<string, TaxRate | undefined>();
  const rateOf = (taxClass: string): TaxRate | undefined => {
    if (!rates.has(taxClass)) rates.set(taxClass, chooseTaxRate(book.taxRates, { country: input.taxCountry, taxClass, at: input.pricedAt }));
    return rates.get(taxClass);
  };
  const quantities = quantityByVariant(input.lines);
  const seen = new Set<string>();
  const lines: PricedLine[] = [];
  for (const line of input.lines) {
    if (seen.has(line.lineId)) return refuse({ kind: 'repeated_line', lineId: line.lineId });
    seen.add(line.lineId);
    const priced = priceLine(line, { ranked, book, rateOf: needsTaxTerms(input) ? null : rateOf, country: input.taxCountry, tierQuantityMilli: quantities.get(line.variantId) ?? pricedMilli(line) });
    if (!priced.ok) return priced;
    lines.push(priced.value);
  }
  return ok(lines);
}

function quantityByVariant(lines: readonly BasketLine[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const line of lines) quantities.set(line.variantId, (quantities.get(line.variantId) ?? 0) + pricedMilli(line));
  return quantities;
}

interface LineContext {
  ranked: RankedBooks;
  book: PriceBook;
  /** Null where rates are chosen later, with the tax terms. */
  rateOf: ((taxClass: string) => TaxRate | undefined) | null;
  country: string;
  /** Of the variant in the whole basket: tiers count what is bought together, on however many lines; pieces that are weighed by their weight (PRC-109). */
  tierQuantityMilli: number;
}

function priceLine(line: BasketLine, { ranked, book, rateOf, country, tierQuantityMilli }: LineContext): Result<PricedLine, QuoteRefusal> {
  const { lineId, variantId, quantityMilli, weightMilli, override } = line;
  if (!Number.isInteger(quantityMilli) || quantityMilli <= 0 || quantityMilli > greatestQuantityMilli || !isOnePiece(line)) return refuse({ kind: 'invalid_quantity', lineId, quantityMilli });
  if (!isWeight(weightMilli)) return refuse({ kind: 'invalid_weight', lineId, weightMilli: weightMilli ?? 0 });
  const variant = Object.hasOwn(book.variants, variantId) ? book.variants[variantId] : undefined;
  if (!variant) return refuse({ kind: 'unknown_variant', lineId, variantId });
  const candidates = overridden(choosePrice(ranked, variantId, tierQuantityMilli), override);
  const [best] = candidates;
  if (!best?.won) return refuse({ kind: 'no_price', lineId, variantId });
  const rate = rateOf?.(variant.taxClass);
  if (rateOf && !rate) return refuse({ kind: 'no_tax_rate', lineId, taxClass: variant.taxClass, country });
  const listMinor = lineAmount(best.amountMinor, pricedMilli(line));
  return ok({ lineId, variantId, quantityMilli, ...(weightMilli === undefined ? {} : { weightMilli }), ...(override ? { override } : {}), variant, candidates, taxClass: variant.taxClass, rate, listUnitMinor: best.amountMinor, listMinor });
}

function quoteLine(line: PricedLine, { deals, tax, taxInclusive }: { deals: Deals; tax: LineTax | undefined; taxInclusive: boolean }): QuoteLine {
  invariant(tax, () => `line ${line.lineId} was not taxed`);
  const { lineId, variantId, quantityMilli, weightMilli, listUnitMinor, listMinor, taxClass } = line;
  const discountMinor = discountOf(lineId, deals);
  const manual = deals.manual?.traceByLine.get(lineId);
  const { taxMinor, totalMinor, adjustmentMinor, rateBasisPoints, name, because } = tax;
  return {
    lineId, variantId, quantityMilli, ...(weightMilli === undefined ? {} : { weightMilli }), listUnitMinor, listMinor, discountMinor, totalMinor, taxMinor, ...(adjustmentMinor === 0 ? {} : { taxAdjustmentMinor: adjustmentMinor }),
    taxClass, taxRateBasisPoints: rateBasisPoints,
    units: unitShares({ quantityMilli, listUnitMinor, totalMinor, discountMinor, taxMinor, adjustmentMinor }, taxInclusive),
    trace: {
      candidates: line.candidates, promotions: deals.traceByLine.get(lineId) ?? [], ...(manual ? { manual } : {}), ...(line.override ? { override: line.override } : {}),
      tax: { name, rateBasisPoints, because },
    },
  };
}

const sum = (lines: readonly Pick<QuoteLine, 'listMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'>[], amount: 'listMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'): number =>
  lines.reduce((total, line) => total + line[amount], 0);
