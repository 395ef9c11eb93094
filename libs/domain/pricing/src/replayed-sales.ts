import type { Quote } from './quote';
import { addLine, type CostOf, noSales, type SalesSums } from './sales-sums';

/** The same sales at two lists of prices. */
export interface TwoSums {
  before: SalesSums;
  after: SalesSums;
}

/** What past baskets come to at the prices of now and at those of a draft: the same units, so nothing says who would have bought more or less (PRC-80). */
export interface ReplayedSales {
  all: TwoSums;
  /** Of the products whose price the draft changes. */
  changed: TwoSums;
  basketsChanged: number;
  /** By the week's name, in the order in which they came. */
  weeks: Map<string, TwoSums>;
  /** By variant id, of the lines that came to something else. */
  products: Map<string, TwoSums>;
}

const two = (): TwoSums => ({ before: noSales(), after: noSales() });

export const nothingReplayed = (): ReplayedSales => ({ all: two(), changed: two(), basketsChanged: 0, weeks: new Map(), products: new Map() });

/** Adds a basket, quoted twice: both quotes have its lines in one order. */
export function addBasket(sales: ReplayedSales, { week, before, after, costOf, isChanged }: { week: string; before: Quote; after: Quote; costOf: CostOf; isChanged: (variantId: string) => boolean }): void {
  const ofWeek = at(sales.weeks, week);
  for (const sums of [sales.all, ofWeek]) {
    sums.before.baskets += 1;
    sums.after.baskets += 1;
  }
  let [moved, touched] = [false, false];
  before.lines.forEach((line, index) => {
    const then = after.lines[index] ?? line;
    const differs = line.totalMinor !== then.totalMinor;
    const isTouched = isChanged(line.variantId);
    moved ||= differs;
    touched ||= isTouched;
    const groups = [sales.all, ofWeek, ...(isTouched ? [sales.changed] : []), ...(differs ? [at(sales.products, line.variantId)] : [])];
    for (const sums of groups) {
      addLine(sums.before, line, costOf);
      addLine(sums.after, then, costOf);
    }
    if (differs) countBasket(at(sales.products, line.variantId));
  });
  if (moved) sales.basketsChanged += 1;
  if (touched) countBasket(sales.changed);
}

/** The products whose net moves most either way; of equals the lower id. */
export function biggestMovers(sales: ReplayedSales, take: number): { variantId: string; sums: TwoSums }[] {
  return [...sales.products].map(([variantId, sums]) => ({ variantId, sums, move: Math.abs(sums.after.netMinor - sums.before.netMinor) }))
    .sort((a, b) => b.move - a.move || (a.variantId < b.variantId ? -1 : 1)).slice(0, take).map(({ variantId, sums }) => ({ variantId, sums }));
}

function countBasket(sums: TwoSums): void {
  sums.before.baskets += 1;
  sums.after.baskets += 1;
}

function at(sums: Map<string, TwoSums>, key: string): TwoSums {
  const known = sums.get(key);
  if (known) return known;
  const made = two();
  sums.set(key, made);
  return made;
}
