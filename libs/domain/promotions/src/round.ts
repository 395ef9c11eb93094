import { instantMs } from '@oneshelf/domain-kernel';
import { matchLines, type MatchedLines } from './match-lines';
import { stateOf, type LineState } from './line-state';
import type { Promotion } from './promotion';
import type { PromotableLine, PromotionBasket, ShippingCharge } from './promotion-basket';
import type { Verdict } from './trace-promotions';

/** A basket while its promotions are worked out. */
export interface Round {
  basket: PromotionBasket;
  /** The basket's instant. */
  atMs: number;
  promotions: readonly Promotion[];
  /** By line id. */
  states: LineState[];
  /** The shipping charges, treated as lines of one unit; by charge id. */
  charges: LineState[];
  /** What is left to pay of a line of the basket. */
  leftMinor: (line: PromotableLine) => number;
  matched: MatchedLines;
  verdicts: Map<Promotion, Verdict>;
  /** Absent: all. What is left out stands aside for one that stands alone everywhere. */
  admitted?: ReadonlySet<Promotion> | undefined;
}

export function roundOf(basket: PromotionBasket, promotions: readonly Promotion[], admitted?: ReadonlySet<Promotion>): Round {
  const states = [...basket.lines].sort(byLineId).map(stateOf);
  const charges = (basket.shipping ?? []).map(asLine).sort(byLineId).map(stateOf);
  const stateOfLine = new Map(states.map((state) => [state.line, state]));
  const leftMinor = (line: PromotableLine): number => stateOfLine.get(line)?.leftMinor ?? 0;
  return { basket, atMs: instantMs(basket.at), leftMinor, promotions, states, charges, matched: matchLines(promotions, states), verdicts: new Map(), admitted };
}

export function verdictOf(promotion: Promotion, { verdicts }: Round): Verdict {
  const verdict = verdicts.get(promotion);
  if (!verdict) throw new Error(`promotion ${promotion.promotionId} has no verdict`);
  return verdict;
}

const asLine = ({ chargeId, methodId, amountMinor }: ShippingCharge): PromotableLine => ({
  lineId: chargeId, variantId: methodId, collectionIds: [], unitMinor: amountMinor, quantityMilli: 1000, amountMinor,
});

const byLineId = (a: PromotableLine, b: PromotableLine): number => (a.lineId < b.lineId ? -1 : 1);
