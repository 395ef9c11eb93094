import { allocate, instantMs, invariant, scaleRounded } from '@oneshelf/domain-kernel';

export interface PercentOff {
  promotionId: string;
  name: string;
  collectionId: string;
  /** 1000 is 10 %. */
  percentBasisPoints: number;
  /** Empty: every channel. */
  channelCodes: string[];
  /** ISO instants; from inclusive, to exclusive. */
  startsAt: string;
  endsAt: string;
}

export interface DiscountableLine {
  lineId: string;
  collectionIds: readonly string[];
  /** At list price. */
  amountMinor: number;
}

/** What became of one promotion on one line. `amountMinor`: what it gives, or would have given to this line alone. */
export interface PromotionTrace {
  promotionId: string;
  name: string;
  applied: boolean;
  amountMinor: number;
  because: PromotionReason;
}

export type PromotionReason = 'best_deal' | 'better_deal_applies' | 'other_channel' | 'not_started' | 'ended';

export interface Deals {
  /** Discount of each line, by line id; a line without one is absent. */
  discountMinorByLine: Map<string, number>;
  /** Of each line that a promotion names: the applied one first, then by promotion id. */
  traceByLine: Map<string, PromotionTrace[]>;
  /** Sums per promotion, by promotion id. */
  discounts: { promotionId: string; name: string; amountMinor: number }[];
}

export interface DealContext {
  channelCode: string;
  at: string;
}

interface Bid {
  line: DiscountableLine;
  promotion: PercentOff;
  because: PromotionReason;
}

/**
 * The best deal of each line, then each promotion's discount on the sum of the lines that it won (half up), shared out
 * to them by largest remainder. Percentages are of the list price (PRM-4). Nothing goes below zero.
 */
export function bestDeals(lines: readonly DiscountableLine[], promotions: readonly PercentOff[], context: DealContext): Deals {
  const { byCollection } = prepare(promotions);
  const bidsByLine = new Map<DiscountableLine, Bid[]>();
  const won = new Map<PercentOff, DiscountableLine[]>();
  for (const line of lines) {
    const bids = bidsOf(line, byCollection, context);
    if (bids.length > 0) bidsByLine.set(line, bids);
    const [best] = bids;
    if (best?.because === 'best_deal') won.set(best.promotion, [...(won.get(best.promotion) ?? []), line]);
  }
  const { discountMinorByLine, discounts } = shareOut(won);
  const traceByLine = new Map([...bidsByLine].map(([line, bids]) => [line.lineId, bids.map((bid) => traceOf(bid, discountMinorByLine))]));
  return { discountMinorByLine, traceByLine, discounts };
}

/** All promotions that name the line, the winner first. A line in two collections of one promotion list bids once per promotion. */
function bidsOf(line: DiscountableLine, byCollection: Map<string, PercentOff[]>, context: DealContext): Bid[] {
  const at = instantMs(context.at);
  const bids = [...new Set(line.collectionIds)].flatMap((id) => byCollection.get(id) ?? []).map((promotion): Bid => ({ line, promotion, because: eligibility(promotion, context.channelCode, at) }));
  bids.sort((a, b) => compare(a.promotion.promotionId, b.promotion.promotionId));
  let best: Bid | undefined;
  for (const bid of bids) {
    // Compared before rounding, so on a line of pennies 20 % still beats 10 %. Ties: the first promotion id.
    if (bid.because === 'better_deal_applies' && (!best || bid.promotion.percentBasisPoints > best.promotion.percentBasisPoints)) best = bid;
  }
  if (!best) return bids;
  best.because = 'best_deal';
  return [best, ...bids.filter((bid) => bid !== best)];
}

function eligibility(promotion: PercentOff, channelCode: string, at: number): PromotionReason {
  if (promotion.channelCodes.length > 0 && !promotion.channelCodes.includes(channelCode)) return 'other_channel';
  const { startsMs, endsMs } = windowOf(promotion);
  if (startsMs > at) return 'not_started';
  return endsMs <= at ? 'ended' : 'better_deal_applies';
}

function shareOut(won: Map<PercentOff, DiscountableLine[]>): Pick<Deals, 'discountMinorByLine' | 'discounts'> {
  const discountMinorByLine = new Map<string, number>();
  const discounts = [...won].map(([promotion, members]) => {
    members.sort((a, b) => compare(a.lineId, b.lineId));
    const weights = members.map((line) => line.amountMinor);
    const shares = allocate(percentOf(promotion, weights.reduce((total, weight) => total + weight, 0)), weights);
    members.forEach((line, index) => discountMinorByLine.set(line.lineId, shares[index] ?? 0));
    return { promotionId: promotion.promotionId, name: promotion.name, amountMinor: shares.reduce((total, share) => total + share, 0) };
  });
  return { discountMinorByLine, discounts: discounts.sort((a, b) => compare(a.promotionId, b.promotionId)) };
}

function traceOf({ line, promotion, because }: Bid, discountMinorByLine: Map<string, number>): PromotionTrace {
  const applied = because === 'best_deal';
  const amountMinor = applied ? (discountMinorByLine.get(line.lineId) ?? 0) : percentOf(promotion, line.amountMinor);
  return { promotionId: promotion.promotionId, name: promotion.name, applied, amountMinor, because };
}

const percentOf = (promotion: PercentOff, amountMinor: number): number =>
  scaleRounded(amountMinor, { numerator: Math.min(promotion.percentBasisPoints, 10_000), denominator: 10_000 }, 'half_up');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A published list never changes, so its index and its parsed dates are kept as long as the list itself.
const prepared = new WeakMap<readonly PercentOff[], { byCollection: Map<string, PercentOff[]> }>();
const windows = new WeakMap<PercentOff, { startsMs: number; endsMs: number }>();

function prepare(promotions: readonly PercentOff[]): { byCollection: Map<string, PercentOff[]> } {
  const known = prepared.get(promotions);
  if (known) return known;
  const byCollection = new Map<string, PercentOff[]>();
  for (const promotion of promotions) {
    invariant(Number.isSafeInteger(promotion.percentBasisPoints) && promotion.percentBasisPoints >= 0, `promotion ${promotion.promotionId} has no percentage`);
    byCollection.set(promotion.collectionId, [...(byCollection.get(promotion.collectionId) ?? []), promotion]);
  }
  prepared.set(promotions, { byCollection });
  return { byCollection };
}

function windowOf(promotion: PercentOff): { startsMs: number; endsMs: number } {
  const known = windows.get(promotion);
  if (known) return known;
  const window = { startsMs: instantMs(promotion.startsAt), endsMs: instantMs(promotion.endsAt) };
  windows.set(promotion, window);
  return window;
}
