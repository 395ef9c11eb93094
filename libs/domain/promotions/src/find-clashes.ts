import { applyPromotions, defaultLaneModes } from './apply-promotions';
import { byPriority } from './lane-contests';
import { selects, type LineSelector } from './line-selector';
import { type Good, probeBasket, probedLine } from './probe-basket';
import type { LaneModes, Promotion, Reward } from './promotion';
import type { PromotionBasket } from './promotion-basket';
import { coversMeeting, type Meeting, meetingOf } from './promotions-meet';

/** A basket in which both are open, and what each takes off it alone and beside the other. Amounts in minor units. */
export interface ClashProbe {
  variantId: string;
  units: number;
  /** Of the good's line at list price. */
  amountMinor: number;
  firstMinor: number;
  secondMinor: number;
  /** Off the good's line, by both. */
  togetherMinor: number;
}

/** Two promotions that are open to the same shopper for the same goods (PRM-45 to PRM-48). */
export interface Clash {
  firstId: string;
  secondId: string;
  /** `shadowed`: the loser never applies where it meets the winner, and it never runs without it. `competes`: one of both applies. `combines`: both come off. */
  kind: 'shadowed' | 'competes' | 'combines';
  /** Who applied in the probe; null where both did. */
  winnerId: string | null;
  from: string;
  to: string;
  /** How many goods both mean. */
  goods: number;
  probe: ClashProbe;
  isDeep: boolean;
  isBelowCost: boolean;
}

export interface ClashQuestion {
  promotions: readonly Promotion[];
  /** Only pairs with this one; absent: all pairs. */
  about?: string | undefined;
  goods: readonly Good[];
  /** ISO instant from which on it matters. */
  at: string;
  modes?: LaneModes | undefined;
  /** Both together take off at least so much of a line: 5000 is half. */
  deepBasisPoints?: number;
  /** Baskets that are asked about at most. */
  mostTrials?: number;
}

const halfOff = 5000;
/** Goods that are asked about: many for one promotion, few for each pair of a whole market. */
const samples = { about: 16, all: 6 };
/** Baskets that are asked about in all, so that hundreds of promotions take the time of dozens: about half a second. */
const mostTrials = 3000;

/**
 * The pairs of promotions that meet on goods, found by asking the engine about a basket around each of some goods. Heaviest
 * first. `isWhole` false: there were more pairs than could be asked about; those of the highest priority were.
 */
export function findClashes(question: ClashQuestion): { clashes: Clash[]; isWhole: boolean } {
  const ordered = [...question.promotions].sort(byPriority);
  const meant = new Map(ordered.map((promotion) => [promotion, goodsOf(promotion, question.goods)]));
  const clashes: Clash[] = [];
  let trials = 0;
  for (const [index, first] of ordered.entries()) {
    for (const second of ordered.slice(index + 1)) {
      if (question.about !== undefined && first.promotionId !== question.about && second.promotionId !== question.about) continue;
      const tried = trialsOf([first, second], { question, meant });
      if (!tried) continue;
      if (trials >= (question.mostTrials ?? mostTrials)) return { clashes: heaviestFirst(clashes), isWhole: false };
      trials += tried.trials.length;
      const clash = clashOf(tried, { pair: [first, second], question, meant });
      if (clash) clashes.push(clash);
    }
  }
  return { clashes: heaviestFirst(clashes), isWhole: true };
}

const heaviestFirst = (clashes: Clash[]): Clash[] => clashes.sort((a, b) => weightOf(b) - weightOf(a) || (a.firstId + a.secondId < b.firstId + b.secondId ? -1 : 1));

type Pair = readonly [Promotion, Promotion];
type Meant = ReadonlyMap<Promotion, ReadonlySet<Good>>;

interface Tried {
  meeting: Meeting;
  goods: number;
  trials: Trial[];
}

/** What the engine says of baskets around some of the goods that both mean; undefined where they do not meet. */
function trialsOf([first, second]: Pair, { question, meant }: { question: ClashQuestion; meant: Meant }): Tried | undefined {
  // What comes off the shipping is no rival of what comes off the goods; parts of one offer are meant to go together.
  if ((first.lane === 'shipping') !== (second.lane === 'shipping') || (first.partOf !== undefined && first.partOf === second.partOf)) return undefined;
  const meeting = meetingOf(first, second, question.at);
  const [ofFirst, ofSecond] = [meant.get(first) ?? new Set<Good>(), meant.get(second) ?? new Set<Good>()];
  const shared = meeting ? [...ofFirst].filter((good) => ofSecond.has(good)) : [];
  if (!meeting || shared.length === 0) return undefined;
  const asked = samplesOf(shared, question.about === undefined ? samples.all : samples.about);
  return { meeting, goods: shared.length, trials: asked.flatMap((good) => trialOf(good, { pair: [first, second], meeting, question }) ?? []) };
}

function clashOf({ meeting, goods, trials }: Tried, { pair, question, meant }: { pair: Pair; question: ClashQuestion; meant: Meant }): Clash | undefined {
  const both = trials.filter(({ winnerId }) => winnerId === null).sort((a, b) => shareOf(b.probe) - shareOf(a.probe));
  const deepest = both[0];
  const shown = both.find(({ isBelowCost }) => isBelowCost) ?? deepest ?? trials[0];
  if (!shown) return undefined;
  const { kind, winnerId } = deepest ? { kind: 'combines' as const, winnerId: null } : contestOf(trials, { pair, meant });
  const [first, second] = pair;
  return {
    firstId: first.promotionId, secondId: second.promotionId, kind, winnerId, from: meeting.from, to: meeting.to, goods, probe: shown.probe,
    isDeep: deepest !== undefined && shareOf(deepest.probe) * 10_000 >= (question.deepBasisPoints ?? halfOff), isBelowCost: shown.isBelowCost,
  };
}

/** One of both applies in every trial: whether the other ever can. */
function contestOf(trials: readonly Trial[], { pair: [first, second], meant }: { pair: Pair; meant: Meant }): Pick<Clash, 'kind' | 'winnerId'> {
  const winners = new Set(trials.map(({ winnerId }) => winnerId));
  const winner = [first, second].find(({ promotionId }) => winners.size === 1 && winners.has(promotionId));
  if (!winner) return { kind: 'competes', winnerId: trials[0]?.winnerId ?? null };
  const loser = winner === first ? second : first;
  const everyGood = [...(meant.get(loser) ?? [])].every((good) => meant.get(winner)?.has(good));
  return { kind: everyGood && coversMeeting(winner, loser) ? 'shadowed' : 'competes', winnerId: winner.promotionId };
}

interface Trial {
  probe: ClashProbe;
  winnerId: string | null;
  isBelowCost: boolean;
}

function trialOf(good: Good, { pair, meeting, question }: { pair: Pair; meeting: Meeting; question: ClashQuestion }): Trial | undefined {
  const basket = probeBasket(good, { promotions: pair, goods: question.goods, meeting });
  const line = basket && probedLine(basket);
  if (!basket || !line) return undefined;
  const modes = question.modes ?? defaultLaneModes;
  const [first, second] = pair;
  const [firstMinor, secondMinor] = [takenBy(first, applied(basket, [first], modes)), takenBy(second, applied(basket, [second], modes))];
  // One of them takes nothing off this basket even alone: it shows nothing about the two.
  if (firstMinor === 0 || secondMinor === 0) return undefined;
  const together = applied(basket, pair, modes);
  const winners = pair.filter((promotion) => takenBy(promotion, together) > 0);
  const togetherMinor = together.discountMinorByLine.get(line.lineId) ?? 0;
  const units = line.quantityMilli / 1000;
  const isBelowCost = winners.length > 1 && good.costMinor !== undefined && line.amountMinor - togetherMinor < good.costMinor * units;
  return { probe: { variantId: good.variantId, units, amountMinor: line.amountMinor, firstMinor, secondMinor, togetherMinor }, winnerId: winners.length === 1 ? (winners[0]?.promotionId ?? null) : null, isBelowCost };
}

const applied = (basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes) => applyPromotions(basket, promotions, modes);

const takenBy = ({ promotionId }: Promotion, { discounts }: ReturnType<typeof applied>): number => discounts.find((discount) => discount.promotionId === promotionId)?.amountMinor ?? 0;

/** The goods that a promotion's reward takes something off. */
function goodsOf({ reward }: Promotion, goods: readonly Good[]): Set<Good> {
  const selectors = selectorsOf(reward);
  return new Set(goods.filter((good) => selectors.some((on) => selects(on, good))));
}

function selectorsOf(reward: Reward): LineSelector[] {
  switch (reward.kind) {
    case 'buy_get': return [reward.get.on];
    case 'bundle': return reward.parts.map(({ on }) => on);
    case 'shipping': return [{}];
    default: return [reward.on];
  }
}

/** Some of them: those with the least above their cost, then evenly by price from the cheapest to the dearest. */
function samplesOf(goods: readonly Good[], most: number): Good[] {
  if (goods.length <= most) return [...goods];
  const thin = [...goods].sort((a, b) => roomOf(a) - roomOf(b)).slice(0, Math.ceil(most / 4));
  const byPrice = [...goods].sort((a, b) => a.unitMinor - b.unitMinor);
  const count = most - thin.length;
  return [...new Set([...thin, ...Array.from({ length: count }, (_, index) => byPrice[Math.round((index * (byPrice.length - 1)) / (count - 1))]).filter((good) => good !== undefined)])];
}

const roomOf = ({ costMinor, unitMinor }: Good): number => (costMinor === undefined || unitMinor === 0 ? 1 : (unitMinor - costMinor) / unitMinor);

const shareOf = ({ togetherMinor, amountMinor }: ClashProbe): number => (amountMinor === 0 ? 0 : togetherMinor / amountMinor);

const weightOf = (clash: Clash): number => (clash.isBelowCost ? 4 : 0) + (clash.isDeep ? 2 : 0) + (clash.kind === 'shadowed' ? 1 : 0);
