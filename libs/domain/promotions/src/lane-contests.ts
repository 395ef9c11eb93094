import type { LaneMode, Promotion } from './promotion';

/** By priority, the higher first, then by id: the one order in which promotions are looked at. */
export const byPriority = (a: Promotion, b: Promotion): number => b.priority - a.priority || (a.promotionId < b.promotionId ? -1 : 1);

/**
 * The promotions of a lane as contests that are held one after another; within each, the best deal wins (PRM-7).
 * `best_deal`: one contest of all. `stacking`: each promotion by itself, those of one group together, by priority.
 */
export function laneContests(promotions: readonly Promotion[], mode: LaneMode): Promotion[][] {
  if (promotions.length === 0) return [];
  const ordered = [...promotions].sort(byPriority);
  if (mode === 'best_deal') return [ordered];
  const byGroup = new Map<string, Promotion[]>();
  for (const promotion of ordered) {
    const key = promotion.group === undefined ? `promotion ${promotion.promotionId}` : `group ${promotion.group}`;
    const members = byGroup.get(key);
    if (members) members.push(promotion);
    else byGroup.set(key, [promotion]);
  }
  return [...byGroup.values()];
}

/**
 * Where promotions of a lane are exclusive: stacking, the open one with the highest priority runs alone; best deal, each
 * of them alone competes with all the others together. `worth` says what a set of promotions takes off.
 */
export function withoutOutshone(open: readonly Promotion[], mode: LaneMode, worth: (promotions: readonly Promotion[]) => number): readonly Promotion[] {
  const exclusive = open.filter((promotion) => promotion.exclusive === true).sort(byPriority);
  if (exclusive.length === 0) return open;
  const offers = offersOf(exclusive);
  const [first] = offers;
  if (mode === 'stacking' && first) return first;
  const others = open.filter((promotion) => promotion.exclusive !== true);
  let best: { promotions: readonly Promotion[]; worth: number } = { promotions: others, worth: worth(others) };
  for (const parts of offers) {
    const alone = worth(parts);
    if (alone > best.worth) best = { promotions: parts, worth: alone };
  }
  return best.promotions;
}

/** Promotions by the offer that they are parts of, in the order of the first part of each. */
export function offersOf(promotions: readonly Promotion[]): Promotion[][] {
  const byOffer = new Map<string, Promotion[]>();
  for (const promotion of promotions) {
    const key = promotion.partOf === undefined ? `promotion ${promotion.promotionId}` : `offer ${promotion.partOf}`;
    byOffer.set(key, [...(byOffer.get(key) ?? []), promotion]);
  }
  return [...byOffer.values()];
}
