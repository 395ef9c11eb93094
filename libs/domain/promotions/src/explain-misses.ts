import { defaultLaneModes, settle } from './apply-promotions';
import { closedMiss } from './closed-miss';
import { byPriority } from './lane-contests';
import { lineDiscount } from './line-discount';
import { roomOf, selectsState, stateOf, type LineState } from './line-state';
import type { LaneModes, Promotion } from './promotion';
import { rewardSelectors } from './named-attributes';
import type { PromotionBasket } from './promotion-basket';
import type { MissReason, PromotionMiss, Winner } from './promotion-miss';
import type { Round } from './round';
import { standingOf } from './standing';
import type { Verdict } from './trace-promotions';

/** Of each promotion that took nothing off: the first reason why, with its figures (PRM-21). By priority, then id. */
export function explainMisses(basket: PromotionBasket, promotions: readonly Promotion[], modes: LaneModes = defaultLaneModes): PromotionMiss[] {
  const { round } = settle(basket, promotions, modes);
  const missed = [...promotions].filter((promotion) => (round.verdicts.get(promotion)?.tookMinor ?? 0) === 0).sort(byPriority);
  return missed.map((promotion) => ({ promotionId: promotion.promotionId, name: promotion.name, ...reasonOf(promotion, round, { modes, usage: basket.usage }) }));
}

function reasonOf(promotion: Promotion, round: Round, { modes, usage }: { modes: LaneModes; usage: PromotionBasket['usage'] }): MissReason {
  const verdict = round.verdicts.get(promotion);
  const standing = verdict?.standing ?? standingOf(promotion, { ...round, leftMinor: ({ amountMinor }) => amountMinor });
  if (!standing.open) return closedMiss(promotion, standing, usage);
  if (!verdict) return promotion.lane === 'shipping' ? { kind: 'nothing_shipped' } : unmatched(promotion, round.states);
  return shortage(promotion, round) ?? beatenBy(promotion, verdict, { round, modes }) ?? nothingLeft(promotion, round);
}

/** What the basket has too little of, if the promotion's own reward says so. */
function shortage({ reward }: Promotion, { states, charges }: Round): MissReason | undefined {
  switch (reward.kind) {
    case 'buy_get': {
      const [buys, gets] = [reward.buy.quantity > 0 ? named(states, reward.buy.on) : [], named(states, reward.get.on)];
      return tooFew(gets, reward.get.quantity) ?? (reward.buy.quantity > 0 ? tooFew(buys, reward.buy.quantity) : undefined)
        ?? tooFew([...new Set([...buys, ...gets])], reward.buy.quantity + reward.get.quantity);
    }
    case 'bundle': {
      const parts = reward.parts.map(({ on, quantity }) => ({ lines: named(states, on), quantity }));
      return parts.map(({ lines, quantity }) => tooFew(lines, quantity)).find((miss) => miss !== undefined)
        ?? tooFew([...new Set(parts.flatMap(({ lines }) => lines))], parts.reduce((sum, { quantity }) => sum + quantity, 0));
    }
    case 'tiers': {
      const have = named(states, reward.on).reduce((sum, { line }) => sum + (reward.by === 'quantity' ? line.quantityMilli : line.amountMinor), 0);
      const need = Math.min(...reward.steps.map(({ from }) => from));
      return have < need ? { kind: 'step_not_reached', by: reward.by, have, need } : undefined;
    }
    case 'shipping':
      return reward.methodIds?.length && !charges.some(({ line }) => reward.methodIds?.includes(line.variantId)) ? { kind: 'other_shipping_method', methodIds: reward.methodIds } : undefined;
    default:
      return named(states, reward.on).length === 0 ? unmatched({ reward }, states) : undefined;
  }
}

/** Goods that would be meant but for an attribute are said with it: a person sees what to change (PRM-52). */
function unmatched({ reward }: Pick<Promotion, 'reward'>, states: readonly LineState[]): MissReason {
  const short = rewardSelectors(reward).find((on) => on.attributes?.length && named(states, on).length === 0 && named(states, { ...on, attributes: [] }).length > 0);
  if (!short) return { kind: 'no_matching_line' };
  const wanted = short.attributes ?? [];
  const have = [...new Set(wanted.map(({ name }) => name))].flatMap((name) => valuesOf(named(states, { ...short, attributes: [] }), name).map((value) => ({ name, value })));
  return { kind: 'other_attribute', wanted, have };
}

function valuesOf(states: readonly LineState[], name: string): string[] {
  const values = states.flatMap(({ line: { attributes } }) => (attributes !== undefined && Object.hasOwn(attributes, name) ? (attributes[name] ?? []) : []));
  return [...new Set(values)].sort();
}

const named = (states: readonly LineState[], on: Parameters<typeof selectsState>[0]): LineState[] => states.filter((state) => selectsState(on, state));

function tooFew(lines: readonly LineState[], needUnits: number): MissReason | undefined {
  const haveUnits = lines.reduce((sum, { units }) => sum + units, 0);
  return haveUnits < needUnits ? { kind: 'too_few_units', haveUnits, needUnits } : undefined;
}

function beatenBy(promotion: Promotion, { because, wouldTakeMinor }: Verdict, { round, modes }: { round: Round; modes: LaneModes }): MissReason | undefined {
  if (because !== 'better_deal_applies' && because !== 'exclusive_applies') return undefined;
  const would = promotion.lane === 'item' ? aloneMinor(promotion, round) : wouldTakeMinor;
  if (because === 'exclusive_applies') {
    return { kind: 'excluded_by_exclusive', wouldTakeMinor: would, by: winners(round, (other) => Boolean(other.exclusive) && (other.exclusive === 'everywhere' || other.lane === promotion.lane)) };
  }
  const inGroup = modes[promotion.lane] === 'stacking' && promotion.group !== undefined;
  const by = winners(round, (other, verdict) => other.lane === promotion.lane && (!inGroup || other.group === promotion.group) && (promotion.lane === 'shipping' || touches(round, promotion, verdict)));
  // The lane had winners, but on other lines.
  if (by.length === 0) return undefined;
  return inGroup ? { kind: 'excluded_by_group', group: promotion.group ?? '', by, wouldTakeMinor: would } : { kind: 'beaten', by, wouldTakeMinor: would };
}

const touches = ({ matched }: Round, promotion: Promotion, { tookByLine }: Verdict): boolean => (matched.get(promotion) ?? []).some((state) => tookByLine.has(state));

function winners({ verdicts }: Round, concerned: (promotion: Promotion, verdict: Verdict) => boolean): Winner[] {
  const applied = [...verdicts].filter(([promotion, verdict]) => verdict.tookMinor > 0 && concerned(promotion, verdict)).sort(([a], [b]) => byPriority(a, b));
  return applied.map(([{ promotionId, name }, { tookMinor }]) => ({ promotionId, name, amountMinor: tookMinor }));
}

/** What a line promotion would take off its lines if nothing else did; 0 for a deal of several units. */
function aloneMinor({ reward }: Promotion, { states }: Round): number {
  if (reward.kind !== 'lines' && reward.kind !== 'tiers') return 0;
  const untouched = states.map(({ line }) => stateOf(line));
  const discount = lineDiscount(reward, untouched);
  return named(untouched, reward.on).reduce((sum, state) => sum + (discount?.(state, state.units) ?? 0), 0);
}

function nothingLeft(promotion: Promotion, { matched, charges }: Round): MissReason {
  const states = promotion.lane === 'shipping' ? charges : (matched.get(promotion) ?? []);
  if (states.every(({ leftMinor }) => leftMinor === 0)) return { kind: 'nothing_left' };
  return { kind: states.every((state) => roomOf(state) === 0) ? 'at_floor' : 'saves_nothing' };
}
