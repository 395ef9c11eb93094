import { type RoundingMode } from '@oneshelf/domain-kernel';
import { effectiveRates, taxesIn, type EffectiveRate, type LineTaxRate } from './effective-rates';
import { shareTax, splitEvenly } from './share-tax';

/** A line with every tax that falls on it, none where it is untaxed. */
export interface StackedLine {
  lineId: string;
  /** After discounts: gross where `taxInclusive`, else net. Below zero for a deduction. */
  amountMinor: number;
  taxInclusive: boolean;
  /** Pieces, for rounding per unit; absent: one. */
  units?: number;
  taxes: readonly LineTaxRate[];
}

export interface StackedTaxRules {
  /** `document`: once per jurisdiction, class and rate, then shared out. `line`, `unit`: each by itself (TAX-7, TAX-14). */
  per?: 'document' | 'line' | 'unit';
  rounding?: RoundingMode;
}

/** One rate of one jurisdiction on the document. */
export interface JurisdictionTax extends LineTaxRate {
  /** Contained in the prices, or added to them. */
  taxInclusive: boolean;
  /** Of the lines that it falls on, without any tax. */
  netMinor: number;
  taxMinor: number;
}

export interface TaxedLine {
  netMinor: number;
  taxMinor: number;
  grossMinor: number;
  /** As the line's `taxes`. */
  taxesMinor: number[];
}

export interface StackedTax {
  groups: JurisdictionTax[];
  lines: Map<string, TaxedLine>;
  netMinor: number;
  taxMinor: number;
  grossMinor: number;
}

/** One tax on one line: what a group is made of. */
interface Levy {
  line: StackedLine;
  index: number;
  rate: LineTaxRate;
  effective: EffectiveRate;
}

/**
 * Tax of a document where several taxes may fall on a line and prices may contain them or not, line by line. Each
 * jurisdiction is rounded by itself (TAX-11, L-48); net + tax = gross on each line; the order of the lines changes nothing.
 */
export function taxLines(lines: readonly StackedLine[], rules: StackedTaxRules = {}): StackedTax {
  const taxed = new Map(lines.map((line) => [line.lineId, { netMinor: 0, taxMinor: 0, grossMinor: 0, taxesMinor: line.taxes.map(() => 0) }]));
  const groups = groupLevies(lines).map((levies) => {
    const taxMinor = levyGroup(levies, { rules, taxed });
    return { levies, taxMinor };
  });
  for (const { lineId, amountMinor, taxInclusive } of lines) {
    const line = taxed.get(lineId);
    if (!line) continue;
    line.taxMinor = sum(line.taxesMinor);
    line.netMinor = taxInclusive ? amountMinor - line.taxMinor : amountMinor;
    line.grossMinor = line.netMinor + line.taxMinor;
  }
  const all = [...taxed.values()];
  return {
    groups: groups.map(({ levies: [first, ...rest], taxMinor }) => ({
      ...first.rate, taxInclusive: first.line.taxInclusive, taxMinor,
      netMinor: sum([first, ...rest].map(({ line }) => taxed.get(line.lineId)?.netMinor ?? 0)),
    })),
    lines: taxed, netMinor: sum(all.map((line) => line.netMinor)), taxMinor: sum(all.map((line) => line.taxMinor)), grossMinor: sum(all.map((line) => line.grossMinor)),
  };
}

/** Writes each line's share and answers the group's tax. */
function levyGroup(levies: readonly [Levy, ...Levy[]], { rules, taxed }: { rules: StackedTaxRules; taxed: Map<string, TaxedLine> }): number {
  const rounding = rules.rounding ?? 'half_up';
  const [{ effective }] = levies;
  const amounts = levies.map(({ line }) => line.amountMinor);
  const shares =
    rules.per === 'line' || rules.per === 'unit'
      ? levies.map(({ line }) => sum(splitEvenly(line.amountMinor, rules.per === 'unit' ? (line.units ?? 1) : 1).map((amount) => taxesIn(amount, effective, rounding))))
      : shareTax(taxesIn(sum(amounts), effective, rounding), amounts, (amount) => taxesIn(amount, effective, rounding));
  levies.forEach(({ line, index }, at) => {
    const entry = taxed.get(line.lineId);
    if (entry) entry.taxesMinor[index] = shares[at] ?? 0;
  });
  return sum(shares);
}

/** In a fixed order, each with its lines by line id. */
function groupLevies(lines: readonly StackedLine[]): [Levy, ...Levy[]][] {
  const byKey = new Map<string, [Levy, ...Levy[]]>();
  for (const line of [...lines].sort((a, b) => compare(a.lineId, b.lineId))) {
    const rates = effectiveRates(line.taxes, line.taxInclusive);
    line.taxes.forEach((rate, index) => {
      const effective = rates[index];
      if (!effective) return;
      // Of a gross amount the share of one tax hangs on all that are in it; on top of a net amount it stands alone.
      const key = JSON.stringify([rate.jurisdiction, rate.taxClass, String(rate.ratePpm).padStart(9, '0'), line.taxInclusive, effective.numerator, effective.denominator]);
      const group = byKey.get(key);
      if (group) group.push({ line, index, rate, effective });
      else byKey.set(key, [{ line, index, rate, effective }]);
    });
  }
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
