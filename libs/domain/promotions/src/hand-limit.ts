import { invariant, scaleRounded } from '@oneshelf/domain-kernel';
import type { ManualTrace } from './manual-discount';

/** How far a person may go by hand, in basis points of what would be paid otherwise. */
export interface HandLimit {
  discountBasisPoints: number;
  /** How far below the books' price a price by hand may be; null: sets no prices. */
  priceBasisPoints: number | null;
}

export interface RoleHandLimit extends HandLimit {
  role: string;
}

export type HandTarget = { kind: 'price'; lineId: string } | { kind: 'discount'; discountId: string; lineIds?: readonly string[] | undefined };

/** One thing done by hand, in the order in which it was done, and the limit of whoever stands for it. */
export interface HandAct {
  target: HandTarget;
  limit: HandLimit;
}

/** A line as the hand finds it. */
export interface HandLine {
  lineId: string;
  /** At the books' price; null where no book has one. */
  usualMinor: number | null;
  /** At the price that counts, before promotions. */
  listMinor: number;
  /** After promotions, before discounts by hand. */
  leftMinor: number;
  manual: readonly ManualTrace[];
}

export interface HandBreach {
  target: HandTarget;
  because: 'sets_no_prices' | 'price_too_low' | 'discount_too_high';
  takenMinor: number;
  allowedMinor: number;
}

/** Of several roles the most that one of them may (PRM-40). A role that is not named may nothing. */
export function handLimitOf(roles: readonly string[], limits: readonly RoleHandLimit[]): HandLimit {
  return limits.filter(({ role }) => roles.includes(role)).reduce<HandLimit>(greaterHandLimit, { discountBasisPoints: 0, priceBasisPoints: null });
}

/** What two people may who stand for it together: the most of either (PRM-44). */
export const greaterHandLimit = (one: HandLimit, other: HandLimit): HandLimit => ({
  discountBasisPoints: Math.max(one.discountBasisPoints, other.discountBasisPoints),
  priceBasisPoints: one.priceBasisPoints === null ? other.priceBasisPoints : Math.max(one.priceBasisPoints, other.priceBasisPoints ?? 0),
});

/** What was done by hand beyond the limit of whoever stands for it (PRM-41 to PRM-43), in the order in which it was done. */
export function handBreaches(lines: readonly HandLine[], acts: readonly HandAct[]): HandBreach[] {
  const counted = new Set<string>();
  return acts.flatMap(({ target, limit }): HandBreach[] => {
    if (target.kind === 'price') {
      const line = lines.find(({ lineId }) => lineId === target.lineId);
      return line ? priceBreach(line, { target, limit }) : [];
    }
    counted.add(target.discountId);
    const meant = target.lineIds ? lines.filter(({ lineId }) => target.lineIds?.includes(lineId)) : lines;
    const takenMinor = sumOf(meant.flatMap(({ manual }) => manual.filter(({ discountId }) => counted.has(discountId))), ({ amountMinor }) => amountMinor);
    const allowedMinor = mostOf(meant.map(({ leftMinor }) => leftMinor), limit.discountBasisPoints);
    return takenMinor > allowedMinor ? [{ target, because: 'discount_too_high', takenMinor, allowedMinor }] : [];
  });
}

function priceBreach({ usualMinor, listMinor }: HandLine, { target, limit }: HandAct): HandBreach[] {
  const takenMinor = Math.max(0, (usualMinor ?? listMinor) - listMinor);
  if (limit.priceBasisPoints === null) return [{ target, because: 'sets_no_prices', takenMinor, allowedMinor: 0 }];
  const allowedMinor = mostOf([usualMinor ?? 0], limit.priceBasisPoints);
  return takenMinor > allowedMinor ? [{ target, because: 'price_too_low', takenMinor, allowedMinor }] : [];
}

/** Rounded as the discount is: once on the sum, or on each line where that is more, so that ten percent is never beyond ten percent (PRM-43). */
function mostOf(amounts: readonly number[], basisPoints: number): number {
  invariant(Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints <= 10_000, `${basisPoints} is no share in basis points`);
  const share = (amountMinor: number): number => scaleRounded(amountMinor, { numerator: basisPoints, denominator: 10_000 }, 'half_up');
  return Math.max(share(sumOf(amounts, (amount) => amount)), sumOf(amounts, share));
}

const sumOf = <Item>(items: readonly Item[], amountOf: (item: Item) => number): number => items.reduce((sum, item) => sum + amountOf(item), 0);
