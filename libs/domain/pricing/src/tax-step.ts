import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import type { PromotionOutcome } from '@oneshelf/domain-promotions';
import { taxDocument, taxSale, type JurisdictionTax, type TaxRelief, type TaxSaleAnswer, type TaxSaleRequest } from '@oneshelf/domain-tax';
import type { BasketInput } from './basket-input';
import type { PriceBook, TaxRate } from './price-book';
import type { QuoteRefusal, QuoteShipping, QuoteTax } from './quote';

/** A line as tax sees it: its price is known, and the rate of its country where the sale needs no more than that. */
export interface TaxedPart {
  lineId: string;
  taxClass: string;
  /** After all discounts. */
  paidMinor: number;
  rate: TaxRate | undefined;
}

export interface LineTax {
  taxMinor: number;
  totalMinor: number;
  /** What the price changed by on account of the tax. */
  adjustmentMinor: number;
  name: string;
  rateBasisPoints: number;
  because: string;
}

export interface TaxStep {
  taxes: QuoteTax[];
  byLine: Map<string, LineTax>;
  shipping: QuoteShipping[];
}

interface SaleOfBasket {
  input: BasketInput;
  book: PriceBook;
  deals: PromotionOutcome;
}

/** True where the sale needs more than the one rate of its country: then lines carry no rate before this step. */
export const needsTaxTerms = ({ tax, shipping = [] }: BasketInput): boolean => tax !== undefined || shipping.length > 0;

/** Tax of the priced lines after promotions (PRC-10, PRC-30 to PRC-32). */
export function taxStep(lines: readonly TaxedPart[], sale: SaleOfBasket): Result<TaxStep, QuoteRefusal> {
  return needsTaxTerms(sale.input) ? byTerms(lines, sale) : ok(byCountry(lines, sale));
}

/** The ordinary sale: one rate a line, as a till rings it up thousands of times a day. */
function byCountry(lines: readonly TaxedPart[], { book }: SaleOfBasket): TaxStep {
  const taxable = lines.flatMap(({ lineId, paidMinor, rate }) =>
    rate ? [{ lineId, country: rate.country, taxClass: rate.taxClass, rateBasisPoints: rate.rateBasisPoints, amountMinor: paidMinor }] : []);
  const { groups, taxMinorByLine } = taxDocument(taxable, { taxInclusive: book.taxInclusive });
  const names = new Map(lines.map(({ taxClass, rate }) => [taxClass, rate?.name ?? '']));
  const byLine = new Map(lines.map(({ lineId, paidMinor, rate }): [string, LineTax] => {
    const taxMinor = taxMinorByLine.get(lineId) ?? 0;
    const totalMinor = paidMinor + (book.taxInclusive ? 0 : taxMinor);
    return [lineId, { taxMinor, totalMinor, adjustmentMinor: 0, name: rate?.name ?? '', rateBasisPoints: rate?.rateBasisPoints ?? 0, because: sayHow(book) }];
  }));
  return { taxes: groups.map(({ country, taxClass, ...amounts }) => ({ country, taxClass, name: names.get(taxClass) ?? '', ...amounts })), byLine, shipping: [] };
}

function byTerms(lines: readonly TaxedPart[], sale: SaleOfBasket): Result<TaxStep, QuoteRefusal> {
  const { input, book } = sale;
  const answer = taxSale(requestOf(lines, sale), book.taxRates);
  if (!answer.ok) return refuse(answer.refusal);
  const byLine = new Map(lines.map(({ lineId, paidMinor }): [string, LineTax] => {
    const { taxMinor = 0, grossMinor = 0, netMinor = 0 } = answer.value.lines.get(lineId) ?? {};
    const relief = answer.value.reliefs.get(lineId);
    return [lineId, { taxMinor, totalMinor: grossMinor, adjustmentMinor: (book.taxInclusive ? grossMinor : netMinor) - paidMinor, because: relief?.kind ?? sayHow(book), ...rateOf(answer.value, { lineId, relief }) }];
  }));
  return ok({ taxes: answer.value.groups.map((group) => quoteTax(group, input.taxCountry)), byLine, shipping: shippingOf(answer.value, sale) });
}

function requestOf(lines: readonly TaxedPart[], { input, book, deals }: SaleOfBasket): TaxSaleRequest {
  const { tax = {}, shipping = [], taxCountry, pricedAt } = input;
  const { taxInclusive } = book;
  return {
    at: pricedAt, place: { place: { country: taxCountry, ...tax.place }, because: tax.because ?? 'destination' },
    lines: lines.map(({ lineId, taxClass, paidMinor }) => ({ lineId, taxClasses: [taxClass], amountMinor: paidMinor, taxInclusive })),
    shipping: shipping.map(({ chargeId, amountMinor, taxClass }) => ({
      chargeId, amountMinor: amountMinor - (deals.discountMinorByCharge.get(chargeId) ?? 0), taxInclusive, ...(taxClass === undefined ? {} : { taxClasses: [taxClass] }),
    })),
    ...(tax.from ? { from: tax.from } : {}), ...(tax.to ? { to: tax.to } : {}), ...(tax.buyer ? { buyer: tax.buyer } : {}), ...(tax.home ? { home: tax.home } : {}),
  };
}

function shippingOf(answer: TaxSaleAnswer, { input: { shipping = [] }, book, deals }: SaleOfBasket): QuoteShipping[] {
  return shipping.map(({ chargeId, methodId, amountMinor: listMinor }) => {
    const { netMinor = 0, taxMinor = 0, grossMinor = 0 } = answer.shipping.get(chargeId) ?? {};
    const discountMinor = deals.discountMinorByCharge.get(chargeId) ?? 0;
    const adjustmentMinor = (book.taxInclusive ? grossMinor : netMinor) - (listMinor - discountMinor);
    return {
      chargeId, methodId, listMinor, discountMinor, totalMinor: grossMinor, taxMinor, ...(adjustmentMinor === 0 ? {} : { taxAdjustmentMinor: adjustmentMinor }),
      promotions: deals.traceByCharge.get(chargeId) ?? [],
    };
  });
}

/** All taxes of a line by one name and rate, for people; the groups have them exactly. */
function rateOf(answer: TaxSaleAnswer, { lineId, relief }: { lineId: string; relief: TaxRelief | undefined }): Pick<LineTax, 'name' | 'rateBasisPoints'> {
  const taxes = answer.taxesOf.get(lineId) ?? [];
  const ppm = taxes.reduce((sum, { ratePpm }) => sum + ratePpm, 0);
  return { name: relief?.kind === 'exempt' ? relief.reason : taxes.map(({ name }) => name).join(' + '), rateBasisPoints: Math.round(ppm / 100) };
}

function quoteTax({ jurisdiction, taxClass, name, ratePpm, netMinor, taxMinor }: JurisdictionTax, country: string): QuoteTax {
  return {
    country, taxClass, name, rateBasisPoints: Math.round(ratePpm / 100), netMinor, taxMinor, grossMinor: netMinor + taxMinor,
    ...(jurisdiction === country ? {} : { jurisdiction }), ...(ratePpm % 100 === 0 ? {} : { ratePpm }),
  };
}

const sayHow = ({ taxInclusive }: PriceBook): string => (taxInclusive ? 'included_in_price' : 'added_to_price');
