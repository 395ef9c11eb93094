import { invariant, lineAmount, localTime, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { applyPromotions, type PromotionOutcome } from '@oneshelf/domain-promotions';
import { chooseTaxRate, taxDocument, type DocumentTax } from '@oneshelf/domain-tax';
import type { BasketInput, BasketLine } from './basket-input';
import { choosePrice, rankBooks, type PriceCandidate, type RankedBooks } from './choose-price';
import type { PriceBook, TaxRate, VariantFacts } from './price-book';
import type { Quote, QuoteLine, QuoteRefusal } from './quote';
import { unitShares } from './unit-shares';

/** Raised with every change of the engine that can change a quote: a stored quote says which engine made it. */
export const engineVersion = '2';

/** 10,000 pieces. More on one line is a typing error, and a unit's share is kept for each. */
const greatestQuantityMilli = 10_000_000;

/** A line whose price and tax rate are known; what it costs depends on the others. */
interface PricedLine extends BasketLine {
  variant: VariantFacts;
  candidates: PriceCandidate[];
  listUnitMinor: number;
  listMinor: number;
  rate: TaxRate;
}

/**
 * Prices a basket: list price → promotions → tax → totals. Pure and synchronous, the same in the till and on the server:
 * the same input and book version give the same quote. The book is immutable. Rules: SPEC.md.
 */
export function quoteBasket(input: BasketInput, book: PriceBook): Result<Quote, QuoteRefusal> {
  if (input.currency !== book.currency) return refuse({ kind: 'wrong_currency', currency: input.currency, expected: book.currency });
  invariant(input.marketCode === book.marketCode, `a basket of ${input.marketCode} was given the book of ${book.marketCode}`);
  const priced = priceLines(input, book);
  if (!priced.ok) return priced;
  const deals = promote(priced.value, { input, book });
  const tax = taxDocument(
    priced.value.map(({ lineId, listMinor, rate }) => ({
      lineId, country: rate.country, taxClass: rate.taxClass, rateBasisPoints: rate.rateBasisPoints,
      amountMinor: listMinor - (deals.discountMinorByLine.get(lineId) ?? 0),
    })),
    { taxInclusive: book.taxInclusive },
  );
  const lines = priced.value.map((line) => quoteLine(line, { deals, tax, taxInclusive: book.taxInclusive }));
  const names = new Map(priced.value.map(({ rate }) => [rate.taxClass, rate.name]));
  return ok({
    currency: book.currency, taxInclusive: book.taxInclusive, bookVersion: book.version, engineVersion, pricedAt: input.pricedAt,
    lines, discounts: deals.discounts, promotions: deals.basketTrace,
    taxes: tax.groups.map(({ country, taxClass, ...amounts }) => ({ country, taxClass, name: names.get(taxClass) ?? '', ...amounts })),
    listMinor: sum(lines, 'listMinor'), discountMinor: sum(lines, 'discountMinor'), taxMinor: sum(lines, 'taxMinor'), totalMinor: sum(lines, 'totalMinor'),
  });
}

function promote(lines: readonly PricedLine[], { input, book }: { input: BasketInput; book: PriceBook }): PromotionOutcome {
  return applyPromotions(
    {
      channelCode: input.channelCode, locationId: input.locationId, at: input.pricedAt, buyer: input.buyer ?? {},
      ...(input.timeZone === undefined ? {} : { localTime: localTime(input.pricedAt, input.timeZone) }),
      ...(input.promotionUsage === undefined ? {} : { usage: input.promotionUsage }),
      lines: lines.map(({ lineId, variantId, quantityMilli, variant, listUnitMinor, listMinor }) => ({
        lineId, variantId, quantityMilli, collectionIds: variant.collectionIds, unitMinor: listUnitMinor, amountMinor: listMinor,
        ...(variant.productId === undefined ? {} : { productId: variant.productId }), ...(variant.attributes === undefined ? {} : { attributes: variant.attributes }),
        ...(variant.floorUnitMinor === undefined ? {} : { floorMinor: lineAmount(variant.floorUnitMinor, quantityMilli) }),
      })),
    },
    book.promotions,
    book.lanes,
  );
}

function priceLines(input: BasketInput, book: PriceBook): Result<PricedLine[], QuoteRefusal> {
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
    const priced = priceLine(line, { ranked, book, rateOf, country: input.taxCountry, tierQuantityMilli: quantities.get(line.variantId) ?? line.quantityMilli });
    if (!priced.ok) return priced;
    lines.push(priced.value);
  }
  return ok(lines);
}

function quantityByVariant(lines: readonly BasketLine[]): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { variantId, quantityMilli } of lines) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantityMilli);
  return quantities;
}

interface LineContext {
  ranked: RankedBooks;
  book: PriceBook;
  rateOf: (taxClass: string) => TaxRate | undefined;
  country: string;
  /** Of the variant in the whole basket: tiers count what is bought together, on however many lines. */
  tierQuantityMilli: number;
}

function priceLine({ lineId, variantId, quantityMilli }: BasketLine, { ranked, book, rateOf, country, tierQuantityMilli }: LineContext): Result<PricedLine, QuoteRefusal> {
  if (!Number.isInteger(quantityMilli) || quantityMilli <= 0 || quantityMilli > greatestQuantityMilli) return refuse({ kind: 'invalid_quantity', lineId, quantityMilli });
  const variant = Object.hasOwn(book.variants, variantId) ? book.variants[variantId] : undefined;
  if (!variant) return refuse({ kind: 'unknown_variant', lineId, variantId });
  const candidates = choosePrice(ranked, variantId, tierQuantityMilli);
  const [best] = candidates;
  if (!best?.won) return refuse({ kind: 'no_price', lineId, variantId });
  const rate = rateOf(variant.taxClass);
  if (!rate) return refuse({ kind: 'no_tax_rate', lineId, taxClass: variant.taxClass, country });
  return ok({ lineId, variantId, quantityMilli, variant, candidates, rate, listUnitMinor: best.amountMinor, listMinor: lineAmount(best.amountMinor, quantityMilli) });
}

function quoteLine(line: PricedLine, { deals, tax, taxInclusive }: { deals: PromotionOutcome; tax: DocumentTax; taxInclusive: boolean }): QuoteLine {
  const { lineId, variantId, quantityMilli, listUnitMinor, listMinor, rate } = line;
  const discountMinor = deals.discountMinorByLine.get(lineId) ?? 0;
  const taxMinor = tax.taxMinorByLine.get(lineId) ?? 0;
  const totalMinor = listMinor - discountMinor + (taxInclusive ? 0 : taxMinor);
  return {
    lineId, variantId, quantityMilli, listUnitMinor, listMinor, discountMinor, totalMinor, taxMinor,
    taxClass: rate.taxClass, taxRateBasisPoints: rate.rateBasisPoints,
    units: unitShares({ quantityMilli, listUnitMinor, totalMinor, discountMinor, taxMinor }, taxInclusive),
    trace: {
      candidates: line.candidates, promotions: deals.traceByLine.get(lineId) ?? [],
      tax: { name: rate.name, rateBasisPoints: rate.rateBasisPoints, because: taxInclusive ? 'included_in_price' : 'added_to_price' },
    },
  };
}

const sum = (lines: readonly QuoteLine[], amount: 'listMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'): number =>
  lines.reduce((total, line) => total + line[amount], 0);
