import { lineAmount } from '@oneshelf/domain-kernel';
import { orderQuantity, type PackRule } from './order-quantity';

/** As much as one line can order: a million pieces. More is a slip of the finger. */
export const MOST_MILLI = 1_000_000_000;

export type OrderProblem =
  | { kind: 'no_lines' }
  | { kind: 'quantity_out_of_range'; lineId: string }
  | { kind: 'not_whole_packs'; lineId: string; packMilli: number; nextMilli: number }
  | { kind: 'below_minimum'; lineId: string; minimumMilli: number; nextMilli: number }
  | { kind: 'order_below_minimum'; amountMinor: number; minimumMinor: number };

export interface CheckedLine extends PackRule {
  lineId: string;
  orderedMilli: number;
  unitCostMinor: number;
}

/** Why a supplier would not take an order, line by line, each with the next quantity that they would (PUR-3). */
export function orderProblems(lines: readonly CheckedLine[], { minimumOrderMinor }: { minimumOrderMinor: number }): OrderProblem[] {
  if (lines.length === 0) return [{ kind: 'no_lines' }];
  const problems = lines.flatMap(problemOf);
  const amountMinor = lines.reduce((sum, line) => sum + lineAmount(line.unitCostMinor, line.orderedMilli), 0);
  return amountMinor < minimumOrderMinor ? [...problems, { kind: 'order_below_minimum', amountMinor, minimumMinor: minimumOrderMinor }] : problems;
}

function problemOf(line: CheckedLine): OrderProblem[] {
  const { lineId, orderedMilli, packMilli, minimumMilli } = line;
  if (!Number.isSafeInteger(orderedMilli) || orderedMilli <= 0 || orderedMilli > MOST_MILLI) return [{ kind: 'quantity_out_of_range', lineId }];
  const { quantityMilli: nextMilli } = orderQuantity(orderedMilli, line);
  if (orderedMilli < minimumMilli) return [{ kind: 'below_minimum', lineId, minimumMilli, nextMilli }];
  return orderedMilli % packMilli === 0 ? [] : [{ kind: 'not_whole_packs', lineId, packMilli, nextMilli }];
}
