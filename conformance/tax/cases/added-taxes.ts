import { decimalOf, minorOf, ppmOfRate } from '../decimal';
import { lineOf, tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface AddedTaxes {
  shipTo: string;
  price: string;
  rates: { name: string; rate: string }[];
  expected: { total: string; additionalTax: string; taxLines: number };
}

/** Several taxes of one place on a net price, each of its own layer. */
export function addedTaxes(fields: Fields): Difference[] {
  const { shipTo, price, rates, expected } = fields as unknown as AddedTaxes;
  const [country = '', region] = shipTo.split('-');
  const place = { country, ...(region === undefined ? {} : { region }) };
  const answer = taxOf(
    { at: today, place: { place, because: 'destination' }, lines: [{ lineId: 'goods', taxClasses: ['goods', 'exempt'].slice(0, rates.length > 0 ? 1 : 2), amountMinor: minorOf(price), taxInclusive: false }] },
    rates.map(({ name, rate }) => tableRate({ ...place, taxClass: 'goods', layer: name, name, ratePpm: ppmOfRate(rate) })),
  );
  const line = lineOf(answer, 'goods');
  const compare = new Comparison();
  compare.checkGiven(expected, { total: decimalOf(line.grossMinor), additionalTax: decimalOf(line.taxMinor), taxLines: line.taxesMinor.length });
  return compare.differences;
}
