/**
 * What happens to the worth of the goods of one level. Quantities are thousandths above zero, values whole minor units.
 * `in`: goods came, worth exactly this (`fifoMinor`: by layers, where what they left with was another amount). `in_at_cost`: goods came back or were found, nobody says at what cost: at the
 * pool's own, or where it knows none at `otherwiseMinor` a piece. `out`: goods left. `revalue`: what came by one receipt turned out dearer or
 * cheaper by this.
 */
export type CostChange =
  | { kind: 'in'; quantityMilli: number; valueMinor: number; fifoMinor?: number; sourceId: string }
  | { kind: 'in_at_cost'; quantityMilli: number; otherwiseMinor: number; sourceId: string }
  | { kind: 'out'; quantityMilli: number }
  | { kind: 'revalue'; sourceId: string; receivedMilli: number; amountMinor: number };

/**
 * What a change did by one method. `valueMinor`: to the worth of what is there. `expensedMinor`: what it told of goods that
 * had left before, at a cost that was not known then. `inMinor`: what came in with it. Always in = value + expensed for
 * goods that come, and value + expensed = 0 less what leaves for those that go.
 */
export interface CostEffect {
  valueMinor: number;
  expensedMinor: number;
  inMinor: number;
  outMinor: number;
}
