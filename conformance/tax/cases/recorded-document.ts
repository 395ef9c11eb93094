import { allocate } from '@oneshelf/domain-kernel';
import { chooseTaxRates, type TaxTableRate } from '@oneshelf/domain-tax';
import { minorOf, ppmOfRate, roundedMinor } from '../decimal';
import { lineOf, reference, tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface RecordedLine {
  itemCode: string;
  lineAmount: number;
  discountAmount: number;
  taxableAmount: number;
  tax: number;
  rates: { jurisdiction: string; type: string; rate: number; tax: number }[];
}
interface RecordedDocument {
  orderDiscount: string | null;
  shipTo: { country: string; region?: string; postalCode?: string };
  lines: { itemCode: string; amount: string; taxIncluded: boolean; taxCode: string; discounted: boolean }[];
  expected: { totalAmount: number; totalDiscount: number; totalTaxable: number; totalTax: number; lines: RecordedLine[] };
}

/** Not taxable, in the list of codes that the recorded service uses. */
const notTaxable = 'NT';

/** A calculation that a tax service answered: our tables at the destination, each line rounded, the discount over the lines that share it. */
export function recordedDocument(fields: Fields): Difference[] {
  const { orderDiscount, shipTo, lines, expected } = fields as unknown as RecordedDocument;
  const digits = lines.some(({ amount }) => !amount.includes('.')) ? 0 : 2;
  const minor = (amount: string): number => minorOf(amount, digits);
  const shares = allocate(orderDiscount === null ? 0 : minor(orderDiscount), lines.map(({ amount, discounted }) => (discounted ? minor(amount) : 0)));
  const place = { country: shipTo.country, ...(shipTo.region ? { region: shipTo.region } : {}), ...(shipTo.postalCode ? { postcode: shipTo.postalCode } : {}) };
  const answer = taxOf(
    {
      at: today, place: { place, because: 'destination' }, rules: { per: 'line' },
      lines: lines.map(({ amount, taxIncluded, taxCode }, index) => ({ lineId: `${index}`, taxClasses: [taxCode === notTaxable ? 'exempt' : 'standard'], amountMinor: minor(amount) - (shares[index] ?? 0), taxInclusive: taxIncluded })),
    },
    tableFor(place, expected.lines),
  );
  const ours = lines.map(({ itemCode, taxCode }, index) => {
    const { netMinor, taxMinor } = lineOf(answer, `${index}`);
    return { itemCode, lineAmount: netMinor + (shares[index] ?? 0), discountAmount: shares[index] ?? 0, taxableAmount: taxCode === notTaxable ? 0 : netMinor, tax: taxMinor };
  });
  const compare = new Comparison({ recorded: expected, digits });
  const recorded = expected.lines.map(({ itemCode, lineAmount, discountAmount, taxableAmount, tax }) => ({ itemCode, lineAmount: roundedMinor(lineAmount, digits), discountAmount: roundedMinor(discountAmount, digits), taxableAmount: roundedMinor(taxableAmount, digits), tax: roundedMinor(tax, digits) }));
  recorded.forEach((line, index) => compare.check(`lines[${index}]`, { expected: line, actual: ours[index] }));
  const total = (amount: 'lineAmount' | 'discountAmount' | 'taxableAmount' | 'tax'): number => ours.reduce((sum, line) => sum + line[amount], 0);
  const totals = { totalAmount: total('lineAmount'), totalDiscount: total('discountAmount'), totalTaxable: total('taxableAmount'), totalTax: total('tax') };
  for (const [field, actual] of Object.entries(totals)) compare.check(field, { expected: minorIfWhole(expected[field as keyof typeof totals], digits), actual });
  return compare.differences;
}

/** A total in minor units; what a currency cannot pay stays as it was recorded. */
const minorIfWhole = (value: number, digits: number): number => (Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-6 ? roundedMinor(value, digits) : value);

/** Our own tables where they hold all of the place's rates, else those that were recorded: states of the US have local ones. */
function tableFor(place: { country: string; region?: string }, recorded: readonly RecordedLine[]): readonly TaxTableRate[] {
  const own = chooseTaxRates(reference, { place, taxClasses: ['standard'], at: today });
  if (own.length > 0 && place.country !== 'US') return reference;
  const rates = new Map(recorded.flatMap(({ rates }) => rates).map((rate) => [`${rate.type} ${rate.jurisdiction}`, rate]));
  return [...rates].map(([layer, { rate, jurisdiction }]) => tableRate({ country: place.country, taxClass: 'standard', layer, name: jurisdiction, ratePpm: ppmOfRate(rate) }));
}
