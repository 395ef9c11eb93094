import { taxFromGross, taxFromNet, taxInParts } from '@oneshelf/domain-tax';
import { decimalOf, minorOf } from '../decimal';
import { Comparison, type Difference, type Fields } from '../tax-case';

/** VAT on a net price as invoices and shops of the United Kingdom may round it. */
export function ukRounding(fields: Fields): Difference[] {
  const { netPrice, rate, expected } = fields as { netPrice: string; rate: string; expected: Record<string, string> };
  const [net, basisPoints] = [minorOf(netPrice), minorOf(rate, 4)];
  const digits = Math.max(2, (expected.exact?.split('.')[1] ?? '').length);
  const inParts = (rounding: 'down' | 'half_up'): string => decimalOf(taxInParts(net, basisPoints, { parts: 10 ** (digits - 2), rounding }), digits);
  const compare = new Comparison();
  compare.checkGiven(
    expected,
    {
      exact: minorOf(inParts('down'), 6) === minorOf(inParts('half_up'), 6) ? minorOf(inParts('down'), 6) : 'not exact',
      invoiceTotalRoundedDown: minorOf(decimalOf(taxFromNet(net, basisPoints, 'down')), 6),
      lineRoundedDownToTenthPenny: minorOf(decimalOf(taxInParts(net, basisPoints, { parts: 10, rounding: 'down' }), 3), 6),
      retailNearestPenny: minorOf(decimalOf(taxFromNet(net, basisPoints)), 6),
    },
    (value: string) => minorOf(value, 6),
  );
  return compare.differences;
}

/** VAT within a gross price, to the nearest penny. */
export function vatFraction(fields: Fields): Difference[] {
  const { grossPrice, rate, expected } = fields as { grossPrice: string; rate: string; expected: Record<string, string> };
  const compare = new Comparison();
  compare.checkGiven(expected, { vatNearestPenny: decimalOf(taxFromGross(minorOf(grossPrice), minorOf(rate, 4))) });
  return compare.differences;
}
