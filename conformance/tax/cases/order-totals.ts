import { lineAmount } from '@oneshelf/domain-kernel';
import type { TaxSaleLine, TaxTableRate } from '@oneshelf/domain-tax';
import { ppmOfPercent } from '../decimal';
import { lineOf, tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface OrderTotals {
  pricesIncludeTax: boolean;
  lines: { listPrice: number; quantity: number; taxPercent: number | null }[];
  shipping?: { price: number; taxPercent: number | null }[];
  promotions?: unknown[];
  surcharges?: { listPrice: number; includesTax: boolean; taxPercent: number | null }[];
  shipToTaxPercent?: number;
  rounding?: string;
  expected: Fields;
}

/** Totals in minor units; each unit's price is rounded, unless the case asks for lines. */
export function orderTotals(fields: Fields): Difference[] {
  const { pricesIncludeTax, lines, shipping = [], promotions = [], surcharges = [], shipToTaxPercent, rounding, expected } = fields as unknown as OrderTotals;
  if (promotions.length > 0) throw new Error('promotions are compared in the suite of promotions');
  const goods = lines.map(({ listPrice, quantity, taxPercent }, index): TaxSaleLine => ({ lineId: `line ${index}`, taxClasses: classesOf(taxPercent), amountMinor: lineAmount(listPrice, quantity * 1000), taxInclusive: pricesIncludeTax, units: quantity }));
  const charges = surcharges.map(({ listPrice, includesTax, taxPercent }, index): TaxSaleLine => ({ lineId: `surcharge ${index}`, taxClasses: classesOf(taxPercent), amountMinor: listPrice, taxInclusive: includesTax }));
  const sent = shipping.map(({ price, taxPercent }, index): TaxSaleLine => ({ lineId: `shipping ${index}`, taxClasses: classesOf(taxPercent), amountMinor: price, taxInclusive: pricesIncludeTax }));
  const isAway = shipToTaxPercent !== undefined;
  const answer = taxOf(
    {
      at: today, place: { place: { country: isAway ? 'away' : 'home' }, because: 'destination' }, lines: [...goods, ...charges, ...sent],
      home: { place: { country: 'home' }, policy: 'net_stays' }, rules: { per: rounding === 'line' ? 'line' : rounding === 'order' ? 'document' : 'unit' },
    },
    tableOf([...lines, ...shipping, ...surcharges].map(({ taxPercent }) => taxPercent), shipToTaxPercent),
  );
  const sum = (some: readonly TaxSaleLine[], amount: 'netMinor' | 'grossMinor'): number => some.reduce((total, { lineId }) => total + lineOf(answer, lineId)[amount], 0);
  const each = (amount: 'netMinor' | 'grossMinor' | 'taxMinor'): number[] => goods.map(({ lineId }) => lineOf(answer, lineId)[amount]);
  const compare = new Comparison();
  compare.checkGiven(expected, {
    subTotal: sum([...goods, ...charges], 'netMinor'), subTotalWithTax: sum([...goods, ...charges], 'grossMinor'), shipping: sum(sent, 'netMinor'), shippingWithTax: sum(sent, 'grossMinor'),
    total: answer.netMinor, totalWithTax: answer.grossMinor, linePrice: each('netMinor'), linePriceWithTax: each('grossMinor'), lineTax: each('taxMinor'),
  });
  return compare.differences;
}

const classesOf = (taxPercent: number | null): string[] => [taxPercent === null ? 'exempt' : `${taxPercent} %`];

function tableOf(percents: readonly (number | null)[], shipToTaxPercent: number | undefined): TaxTableRate[] {
  return [...new Set(percents)].flatMap((percent) =>
    percent === null ? [] : [
      tableRate({ country: 'home', taxClass: `${percent} %`, ratePpm: ppmOfPercent(percent) }),
      ...(shipToTaxPercent === undefined ? [] : [tableRate({ country: 'away', taxClass: `${percent} %`, ratePpm: ppmOfPercent(shipToTaxPercent) })]),
    ],
  );
}
