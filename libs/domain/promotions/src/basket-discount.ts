import { allocate, invariant } from '@oneshelf/domain-kernel';
import { discountOn } from './discount-on';
import { reachedStep } from './line-discount';
import { roomOf, selectsState, type LineState } from './line-state';
import type { Discount, Promotion } from './promotion';

/** A basket promotion's discount on the sum of its lines (PRM-3), and the lines, by id. */
export interface BasketDiscount {
  discountMinor: number;
  members: LineState[];
}

/** What a basket or tiers reward takes off what is left of the lines that it means; nothing for other rewards. */
export function basketDiscount({ reward }: Promotion, states: readonly LineState[]): BasketDiscount | undefined {
  if (reward.kind !== 'basket' && reward.kind !== 'tiers') return undefined;
  const members = states.filter((state) => selectsState(reward.on, state));
  const discount = reward.kind === 'basket' ? reward.discount : reachedStep(reward, members);
  return discount && basketDiscountOn(discount, members, reward.kind === 'basket' ? reward.capMinor : undefined);
}

/** A discount on what is left of some lines together, at most the cap and what they have room for. */
export function basketDiscountOn(discount: Discount, members: LineState[], capMinor?: number): BasketDiscount | undefined {
  const [left, room] = [members.reduce((sum, { leftMinor }) => sum + leftMinor, 0), members.reduce((sum, state) => sum + roomOf(state), 0)];
  const discountMinor = Math.min(discountOn(discount, left, 1), room, capMinor ?? room);
  return discountMinor > 0 ? { discountMinor, members } : undefined;
}

/** The discount of each line that gets some of it. */
export function shareOut({ discountMinor, members }: BasketDiscount): [LineState, number][] {
  const shares = shareWithin(discountMinor, members.map(({ leftMinor }) => leftMinor), members.map(roomOf));
  return members.map((state, index): [LineState, number] => [state, shares[index] ?? 0]).filter(([, share]) => share > 0);
}

/**
 * Shares an amount by weight, no share above its room; what a line has no room for goes to the others by weight, until
 * all is shared or no line has room. 30.00 over 100.00 and 50.00, the second with room for 5.00: 25.00, 5.00.
 */
function shareWithin(amountMinor: number, weights: readonly number[], rooms: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  let left = Math.min(amountMinor, rooms.reduce((sum, room) => sum + room, 0));
  while (left > 0) {
    const roomy = weights.map((weight, index) => ((rooms[index] ?? 0) > (shares[index] ?? 0) ? weight : 0));
    const offered = allocate(left, roomy);
    let given = 0;
    offered.forEach((share, index) => {
      const some = Math.min(share, (rooms[index] ?? 0) - (shares[index] ?? 0));
      shares[index] = (shares[index] ?? 0) + some;
      given += some;
    });
    invariant(given > 0, 'shareWithin: what is left found no line with room');
    left -= given;
  }
  return shares;
}
