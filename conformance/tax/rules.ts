import { hadEnded, hadNotBegun, wasNever, type StatedRateFacts } from './disputed-rates';
import { has, isFields, type Difference, type Fields } from './tax-case';

interface Rule {
  why: string;
  /** By the content of the case and the field that differs, never by its name. */
  excuses(difference: Difference): boolean;
}

/** Where our answer is another one on purpose. */
export const rules: Readonly<Record<string, Rule>> = {
  netDiscountShownGross: {
    why: 'A net discount off a price with tax costs its tax as well (TAX-23): the case takes 9.90 off and reports 9.00, so that its own totals do not add up.',
    excuses: ({ field, facts }) => /discount|adjustments/.test(field) && hasNetDiscountOffGross(facts.cart) && doesNotAddUp(facts.given),
  },
  finerThanTheCurrency: {
    why: 'A total is what can be paid: lines were rounded to whole units of a currency without decimals, their sum was not.',
    excuses: ({ field, expected, facts }) => field === 'totalAmount' && typeof expected === 'number' && !Number.isInteger(expected) && facts.digits === 0,
  },
  taxableYetUntaxed: {
    why: 'The recorded service calls an amount taxable at a rate above zero and charges nothing: a setting of its account that the case does not show.',
    excuses: ({ field, facts }) => (/^total(Amount|Taxable|Tax)$/.test(field) ? linesOf(facts.recorded).some(isTaxableYetUntaxed) : isTaxableYetUntaxed(linesOf(facts.recorded)[Number(/^lines\[(\d+)\]$/.exec(field)?.[1])])),
  },
  rateHadEnded: { why: 'A rate that had been replaced by then (disputed-rates.ts has the day).', excuses: ({ facts }) => isStatedRate(facts.statedRate) && hadEnded(facts.statedRate) },
  rateHadNotBegun: { why: 'A rate that came later: the table starts its history with it (disputed-rates.ts has the day).', excuses: ({ facts }) => isStatedRate(facts.statedRate) && hadNotBegun(facts.statedRate) },
  rateWasNever: { why: 'A rate that was not in force (disputed-rates.ts says why).', excuses: ({ facts }) => isStatedRate(facts.statedRate) && wasNever(facts.statedRate) },
};

const isStatedRate = (value: unknown): value is StatedRateFacts => has(value, 'place', 'ppm', 'day');
const linesOf = (recorded: unknown): Fields[] => (has(recorded, 'lines') && Array.isArray(recorded.lines) ? recorded.lines.filter(isFields) : []);

const isTaxableYetUntaxed = (line: Fields | undefined): boolean =>
  line !== undefined && Number(line.taxableAmount) > 0 && line.tax === 0 && Array.isArray(line.rates) && line.rates.some((rate) => has(rate, 'rate') && Number(rate.rate) > 0);

const hasNetDiscountOffGross = (cart: unknown): boolean =>
  isFields(cart) && Object.values(cart).some((lines) => Array.isArray(lines) && lines.some((line) => has(line, 'is_tax_inclusive', 'adjustments') && line.is_tax_inclusive === true));

/** An object whose discount is not what its totals differ by; of a single adjustment, whose net is not the amount that was taken. */
function doesNotAddUp(given: unknown): boolean {
  if (has(given, 'original_total', 'total', 'discount_total')) return Math.abs(Number(given.original_total) - Number(given.total) - Number(given.discount_total)) > 0.005;
  return has(given, 'amount', 'subtotal') && Math.abs(Number(given.amount) - Number(given.subtotal)) > 0.005;
}
