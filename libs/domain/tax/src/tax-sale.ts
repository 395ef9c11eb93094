import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { chooseTaxRates, layerOf, ppmOf, type TaxTableRate } from './choose-tax-rates';
import type { LineTaxRate } from './effective-rates';
import type { PlaceOfTax } from './place-of-tax';
import { priceAbroad } from './price-abroad';
import { shareShipping } from './share-shipping';
import { splitEvenly } from './share-tax';
import { taxLines, type StackedLine, type StackedTax, type StackedTaxRules } from './tax-lines';
import type { TaxPlace } from './tax-place';
import { exemptionFor, reverseChargeFor, type TaxedBuyer, type TaxRelief } from './tax-relief';

/** Goods of this class are outside of tax: no table needs to hold a rate for it. */
export const exemptClass = 'exempt';

export interface TaxSaleRequest {
  /** The tax date, ISO instant: rates, certificates and unions go by it. */
  at: string;
  place: PlaceOfTax;
  /** Where the goods come from; absent: where they are taxed. */
  from?: TaxPlace;
  /** Where the goods go to; absent: where they are taxed. */
  to?: TaxPlace;
  lines: readonly TaxSaleLine[];
  shipping?: readonly TaxSaleCharge[];
  buyer?: TaxedBuyer;
  /** Where prices contain the tax of this place: what becomes of them where another rate, or none, applies. */
  home?: { place: TaxPlace; policy: 'net_stays' | 'gross_stays' };
  rules?: StackedTaxRules;
}

export interface TaxSaleLine {
  lineId: string;
  /** The most particular first. */
  taxClasses: readonly string[];
  amountMinor: number;
  taxInclusive: boolean;
  units?: number;
}

/** What sending costs; without classes of its own it is taxed as the goods are. */
export interface TaxSaleCharge {
  /** Names it among the charges. */
  chargeId: string;
  amountMinor: number;
  taxInclusive: boolean;
  taxClasses?: readonly string[];
}

export interface TaxSaleAnswer extends StackedTax {
  /** Why no tax is charged, by line id; absent lines are taxed. */
  reliefs: Map<string, TaxRelief>;
  /** The taxes of each line of goods, by line id. */
  taxesOf: Map<string, readonly LineTaxRate[]>;
  /** Each charge as it was taxed, all its parts together, by charge id. */
  shipping: Map<string, ChargeTax>;
}

export interface ChargeTax {
  netMinor: number;
  taxMinor: number;
  grossMinor: number;
}

export type TaxSaleRefusal = { kind: 'no_tax_rate'; lineId: string; taxClass: string; country: string };

/** Names a part of a charge among the lines of the answer: "shipping:parcel#1". No line of the basket may be called so. */
const shippingLine = (chargeId: string, part: number): string => `shipping:${chargeId}#${part}`;

/** Tax of a sale from our own tables: rates of the place and date, reliefs, shipping, rounding. Rules: SPEC.md. */
export function taxSale(request: TaxSaleRequest, rates: readonly TaxTableRate[]): Result<TaxSaleAnswer, TaxSaleRefusal> {
  const reliefs = new Map<string, TaxRelief>();
  const goods: StackedLine[] = [];
  for (const line of request.lines) {
    const stacked = stackLine(line, { request, rates, reliefs });
    if (!stacked.ok) return stacked;
    goods.push(stacked.value);
  }
  const charges = new Map<string, StackedLine[]>();
  for (const charge of request.shipping ?? []) {
    const stacked = stackCharge(charge, { goods, context: { request, rates, reliefs } });
    if (!stacked.ok) return stacked;
    charges.set(charge.chargeId, stacked.value);
  }
  const tax = taxLines([...goods, ...[...charges.values()].flat()], request.rules);
  return ok({
    ...tax, reliefs, taxesOf: new Map(goods.map(({ lineId, taxes }) => [lineId, taxes])),
    shipping: new Map([...charges].map(([chargeId, parts]) => [chargeId, sumOf(parts.map(({ lineId }) => tax.lines.get(lineId)))])),
  });
}

interface SaleContext {
  request: TaxSaleRequest;
  rates: readonly TaxTableRate[];
  reliefs: Map<string, TaxRelief>;
}

function stackLine(line: TaxSaleLine, { request, rates, reliefs }: SaleContext): Result<StackedLine, TaxSaleRefusal> {
  const { lineId, taxClasses, taxInclusive, units } = line;
  const [taxClass = ''] = taxClasses;
  const relief = reliefFor(taxClass, request);
  if (relief) reliefs.set(lineId, relief);
  const isUntaxed = relief !== undefined || taxClasses.includes(exemptClass);
  const away = isUntaxed ? [] : taxesAt(request.place.place, { taxClasses, request, rates });
  if (!isUntaxed && away.length === 0) return refuse({ kind: 'no_tax_rate', lineId, taxClass, country: request.place.place.country });
  // Without a word about home a price contains the tax of the place itself, and a buyer who is freed pays it without.
  const home = request.home?.place ?? request.place.place;
  const contained = taxInclusive && !taxClasses.includes(exemptClass) && (isUntaxed || request.home) ? taxesAt(home, { taxClasses, request, rates }) : away;
  // A certificate or the reverse charge frees from the tax whatever the policy; what an export costs is the policy's.
  const policy = isUntaxed && (relief?.kind !== 'export' || !request.home) ? 'net_stays' : (request.home?.policy ?? 'gross_stays');
  // Rounded per unit it is the unit's price that changes, else the line's.
  const parts = taxInclusive ? splitEvenly(line.amountMinor, request.rules?.per === 'unit' ? (units ?? 1) : 1) : [];
  const change = { homePpm: totalPpm(contained), awayPpm: totalPpm(away), policy, rounding: request.rules?.rounding ?? 'half_up' } as const;
  const amountMinor = taxInclusive ? parts.reduce((sum, grossMinor) => sum + priceAbroad({ grossMinor, ...change }), 0) : line.amountMinor;
  return ok({ lineId, amountMinor, taxInclusive, taxes: away, ...(units === undefined ? {} : { units }) });
}

function stackCharge({ chargeId, amountMinor, taxInclusive, taxClasses }: TaxSaleCharge, { goods, context }: { goods: readonly StackedLine[]; context: SaleContext }): Result<StackedLine[], TaxSaleRefusal> {
  if (taxClasses) {
    const own = stackLine({ lineId: shippingLine(chargeId, 1), amountMinor, taxInclusive, taxClasses }, context);
    return own.ok ? ok([own.value]) : own;
  }
  return ok(shareShipping(amountMinor, goods).map((share, index) => ({ lineId: shippingLine(chargeId, index + 1), amountMinor: share.amountMinor, taxInclusive, taxes: share.taxes })));
}

function reliefFor(taxClass: string, { place, from, to, buyer, at }: TaxSaleRequest): TaxRelief | undefined {
  if (place.because === 'export') return { kind: 'export' };
  if (!buyer) return undefined;
  const exempt = exemptionFor(buyer, { place: place.place, taxClass, at });
  // Carried out of a store or fetched there, goods are supplied where the store is.
  const isSent = place.because !== 'store' && place.because !== 'pickup_store';
  return exempt ?? (isSent ? reverseChargeFor(buyer, { from: from ?? place.place, to: to ?? place.place, at }) : undefined);
}

function taxesAt(place: TaxPlace, { taxClasses, request, rates }: { taxClasses: readonly string[]; request: TaxSaleRequest; rates: readonly TaxTableRate[] }): LineTaxRate[] {
  return chooseTaxRates(rates, { place, taxClasses, at: request.at }).map((rate) => ({
    jurisdiction: jurisdictionOf(rate), taxClass: rate.taxClass, name: rate.name, ratePpm: ppmOf(rate), ...(rate.isCompound ? { isCompound: true } : {}),
  }));
}

/** "GB", "US-CA/state", "US-CA/county": who levies it, for the books and for rounding. */
const jurisdictionOf = (rate: TaxTableRate): string =>
  [rate.region ? `${rate.country}-${rate.region}` : rate.country, ...(layerOf(rate) === 'country' ? [] : [layerOf(rate)])].join('/');

/** All taxes of a line together, a compound one with what it takes on the others. */
function totalPpm(taxes: readonly LineTaxRate[]): number {
  const plain = taxes.reduce((sum, tax) => sum + (tax.isCompound ? 0 : tax.ratePpm), 0);
  return taxes.reduce((sum, tax) => sum + (tax.isCompound ? Math.round((tax.ratePpm * (1_000_000 + plain)) / 1_000_000) : 0), plain);
}

const sumOf = (parts: readonly (ChargeTax | undefined)[]): ChargeTax =>
  parts.reduce<ChargeTax>(
    (sum, part) => ({ netMinor: sum.netMinor + (part?.netMinor ?? 0), taxMinor: sum.taxMinor + (part?.taxMinor ?? 0), grossMinor: sum.grossMinor + (part?.grossMinor ?? 0) }),
    { netMinor: 0, taxMinor: 0, grossMinor: 0 },
  );
