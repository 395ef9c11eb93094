import { divideRounded } from '@oneshelf/domain-kernel';
import { decimalOf, minorOf, ppmOfRate } from '../decimal';
import { tableRate, taxOf, today } from '../engine';
import { Comparison, type Difference, type Fields } from '../tax-case';

interface OrderTax {
  items: { price: string; quantity: number; taxed: boolean }[];
  rate: string;
  includedInPrice: boolean;
  adjustment?: string;
  expected: { tax: string };
}

/** One rate on an order, some of it untaxed, with a deduction from the taxed goods. */
export function orderTax(fields: Fields): Difference[] {
  const { items, rate, includedInPrice, adjustment = '0', expected } = fields as unknown as OrderTax;
  const lines = items.map(({ price, quantity, taxed }, index) => ({ lineId: `${index}`, taxClasses: [taxed ? 'goods' : 'exempt'], amountMinor: divideRounded(minorOf(price, 6) * quantity, 10_000, 'half_up'), taxInclusive: includedInPrice }));
  const deduction = { lineId: 'adjustment', taxClasses: ['goods'], amountMinor: minorOf(adjustment), taxInclusive: includedInPrice };
  const answer = taxOf({ at: today, place: { place: { country: 'US' }, because: 'destination' }, lines: deduction.amountMinor === 0 ? lines : [...lines, deduction] }, [tableRate({ country: 'US', taxClass: 'goods', ratePpm: ppmOfRate(rate) })]);
  const compare = new Comparison();
  compare.check('tax', { expected: expected.tax, actual: decimalOf(answer.taxMinor) });
  return compare.differences;
}
