import { apportion, type RoundingMode } from '@oneshelf/domain-kernel';
import { taxFromGross, taxFromNet } from './tax-amount';

export interface TaxableLine {
  lineId: string;
  country: string;
  taxClass: string;
  rateBasisPoints: number;
  /** After discounts: gross where prices include the tax, else net. */
  amountMinor: number;
}

/** One rate of one country on the document: net + tax = gross. */
export interface TaxGroup {
  country: string;
  taxClass: string;
  rateBasisPoints: number;
  netMinor: number;
  taxMinor: number;
  grossMinor: number;
}

export interface TaxRules {
  taxInclusive: boolean;
  /** `document`: once per group, then shared out to its lines. `line`: each line by itself. */
  per?: 'document' | 'line';
  rounding?: RoundingMode;
}

export interface DocumentTax {
  /** By country, tax class, rate. */
  groups: TaxGroup[];
  /** Tax of each line, by line id. Sums to the groups' tax. */
  taxMinorByLine: Map<string, number>;
}

/** Tax of a whole document (DOMAIN.md §10). Ties of a cent go by line id, so the order of the lines changes nothing. */
export function taxDocument(lines: readonly TaxableLine[], rules: TaxRules): DocumentTax {
  const taxMinorByLine = new Map<string, number>();
  const groups = groupLines(lines).map((members) => taxGroup(members, rules, taxMinorByLine));
  return { groups, taxMinorByLine };
}

function taxGroup(members: [TaxableLine, ...TaxableLine[]], rules: TaxRules, taxMinorByLine: Map<string, number>): TaxGroup {
  const [{ country, taxClass, rateBasisPoints }] = members;
  const taxOf = rules.taxInclusive ? taxFromGross : taxFromNet;
  const amounts = members.map((line) => line.amountMinor);
  const amountMinor = sum(amounts);
  const shares =
    rules.per === 'line'
      ? amounts.map((amount) => taxOf(amount, rateBasisPoints, rules.rounding))
      : apportion(taxOf(amountMinor, rateBasisPoints, rules.rounding), amounts);
  members.forEach((line, index) => taxMinorByLine.set(line.lineId, shares[index] ?? 0));
  const taxMinor = sum(shares);
  const netMinor = rules.taxInclusive ? amountMinor - taxMinor : amountMinor;
  return { country, taxClass, rateBasisPoints, netMinor, taxMinor, grossMinor: netMinor + taxMinor };
}

/** Groups in a fixed order, each with its lines by line id. */
function groupLines(lines: readonly TaxableLine[]): [TaxableLine, ...TaxableLine[]][] {
  const groups: [TaxableLine, ...TaxableLine[]][] = [];
  for (const line of [...lines].sort(byGroupThenId)) {
    const current = groups.at(-1);
    if (current && byGroup(current[0], line) === 0) current.push(line);
    else groups.push([line]);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byGroup = (a: TaxableLine, b: TaxableLine): number =>
  compare(a.country, b.country) || compare(a.taxClass, b.taxClass) || a.rateBasisPoints - b.rateBasisPoints;
const byGroupThenId = (a: TaxableLine, b: TaxableLine): number => byGroup(a, b) || compare(a.lineId, b.lineId);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
