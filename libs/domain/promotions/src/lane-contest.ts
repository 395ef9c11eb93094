import { basketDiscount, shareOut } from './basket-discount';
import { itemContest } from './item-contest';
import type { LineState } from './line-state';
import type { Lane, Promotion } from './promotion';
import { verdictOf, type Round } from './round';
import { shippingDiscount } from './shipping-discount';

/** What a promotion takes off a line or a shipping charge. */
export interface Taken {
  promotion: Promotion;
  state: LineState;
  amountMinor: number;
  /** Units that it uses up. */
  units?: number;
}

/** What the best of some open promotions takes off, by lane; nothing is changed. */
export const laneContest: Record<Lane, (open: readonly Promotion[], round: Round) => Taken[]> = {
  item: (open, round) => itemContest(open, round.matched),
  basket: (open, round) => best(open, round, (promotion) => {
    const found = basketDiscount(promotion, round.matched.get(promotion) ?? []);
    return { worth: found?.discountMinor ?? 0, shares: () => (found ? shareOut(found) : []) };
  }),
  shipping: (open, round) => best(open, round, (promotion) => {
    const shares = promotion.reward.kind === 'shipping' ? shippingDiscount(promotion.reward, round.charges) : [];
    return { worth: shares.reduce((sum, [, amountMinor]) => sum + amountMinor, 0), shares: () => shares };
  }),
};

interface Offer {
  worth: number;
  shares: () => [LineState, number][];
}

/** Of promotions on a sum, the one that takes off most; the first of equal ones. */
function best(open: readonly Promotion[], round: Round, offerOf: (promotion: Promotion) => Offer): Taken[] {
  let winner: { promotion: Promotion; offer: Offer } | undefined;
  for (const promotion of open) {
    const offer = offerOf(promotion);
    verdictOf(promotion, round).wouldTakeMinor = offer.worth;
    if (offer.worth > (winner?.offer.worth ?? 0)) winner = { promotion, offer };
  }
  const { promotion, offer } = winner ?? {};
  return promotion && offer ? offer.shares().map(([state, amountMinor]) => ({ promotion, state, amountMinor })) : [];
}
