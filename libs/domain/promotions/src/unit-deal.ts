import { allocate } from '@oneshelf/domain-kernel';
import { discountOn } from './discount-on';
import type { LineSelector } from './line-selector';
import { reachedStep } from './line-discount';
import { freeLeft, freeUnits, leftOfFreeUnits, roomOf, selectsState, type LineState } from './line-state';
import type { BundleReward, BuyGetReward } from './promotion';

/** Units that a deal uses up, and what it takes off each line. */
export interface UnitDeal {
  unitsByLine: Map<LineState, number>;
  discountByLine: Map<LineState, number>;
  discountMinor: number;
}

/** Units of each line that deals have used up; a line that is not named has all of its units. */
export type UsedUnits = ReadonlyMap<LineState, number>;

interface UnitDealInput {
  reward: BuyGetReward | BundleReward;
  /** The lines that the reward means, in any of its parts. */
  lines: readonly LineState[];
}

interface Taken {
  state: LineState;
  units: number;
}

/** The best that a deal can do with the free units; nothing where it does not come about or saves nothing (PRM-10). */
export function unitDeal(input: UnitDealInput, used: UsedUnits): UnitDeal | undefined {
  const { reward, lines } = input;
  // Most deals of a basket lack units: said before anything is sorted.
  if (lines.reduce((units, state) => units + freeUnits(state) - (used.get(state) ?? 0), 0) < unitsNeeded(reward)) return undefined;
  const pools = poolsOf(input).map((states) => freeOf(states, used));
  return reward.kind === 'buy_get' ? buyGet(reward, { lines, pools }) : bundle(reward, pools);
}

/** For one time. */
const unitsNeeded = (reward: BuyGetReward | BundleReward): number =>
  reward.kind === 'buy_get' ? reward.buy.quantity + reward.get.quantity : reward.parts.reduce((sum, { quantity }) => sum + quantity, 0);

// What a line costs does not change within a contest, and each contest brings inputs of its own: sorted once.
const sortedPools = new WeakMap<UnitDealInput, LineState[][]>();

/** The lines of each side of a deal in the order in which they are taken: what is got and what is bought, or the parts. */
function poolsOf(input: UnitDealInput): LineState[][] {
  const known = sortedPools.get(input);
  if (known) return known;
  const { reward, lines } = input;
  const pools = reward.kind === 'bundle'
    ? reward.parts.map(({ on }) => pool(on, lines, 'dearest'))
    : [pool(reward.get.on, lines, reward.get.which === 'cheapest' ? 'cheapest' : 'dearest'), reward.buy.quantity > 0 ? pool(reward.buy.on, lines, 'dearest') : []];
  sortedPools.set(input, pools);
  return pools;
}

function freeOf(states: readonly LineState[], used: UsedUnits): Taken[] {
  const free: Taken[] = [];
  for (const state of states) {
    const units = freeUnits(state) - (used.get(state) ?? 0);
    if (units > 0) free.push({ state, units });
  }
  return free;
}

function buyGet({ buy, get, maxTimes }: BuyGetReward, { lines, pools }: { lines: readonly LineState[]; pools: Taken[][] }): UnitDeal | undefined {
  const [gets = [], buys = []] = pools;
  const times = Math.min(maxTimes ?? Infinity, timesPossible({ buys, gets, buy: buy.quantity, get: get.quantity }));
  if (times === 0) return undefined;
  const { got, used } = get.which === 'equal_or_less' ? buyFirst(buys, gets, { buy: buy.quantity * times, get: get.quantity * times }) : getFirst(buys, gets, { buy: buy.quantity * times, get: get.quantity * times });
  const discount = (get.bySpend && reachedStep({ on: get.on, by: 'spend', steps: get.bySpend }, lines)) ?? get.discount;
  const discountByLine = new Map<LineState, number>();
  for (const { state, units } of got) {
    discountByLine.set(state, (discountByLine.get(state) ?? 0) + Math.min(discountOn(discount, leftOfFreeUnits(state, units), units), roomOf(state)));
  }
  return dealOf(used, discountByLine);
}

interface Sides {
  got: Taken[];
  /** The units of both sides. */
  used: Map<LineState, number>;
}

/** What is got is chosen first; of what else there is, the dearest are bought. */
function getFirst(buys: Taken[], gets: Taken[], needed: { buy: number; get: number }): Sides {
  const got = take(gets, needed.get, { used: new Map(), allowed: spareOf(buys, needed.buy) });
  const used = asUnits(got);
  return { got, used: asUnits(take(buys, needed.buy, { used }), used) };
}

/** The dearest are bought; of what else there is, the dearest are got. */
function buyFirst(buys: Taken[], gets: Taken[], needed: { buy: number; get: number }): Sides {
  const used = asUnits(take(buys, needed.buy, { used: new Map(), allowed: spareOf(gets, needed.get) }));
  const got = take(gets, needed.get, { used });
  return { got, used: asUnits(got, used) };
}

/** Each time uses up `buy` and `get` units; a unit that is in both pools can be only one of them. */
function timesPossible({ buys, gets, buy, get }: { buys: Taken[]; gets: Taken[]; buy: number; get: number }): number {
  const inBuys = new Set(buys.map(({ state }) => state));
  const both = count(gets.filter(({ state }) => inBuys.has(state)));
  const [boughtFrom, gotFrom] = [count(buys), count(gets)];
  const limits = [Math.floor(gotFrom / get), Math.floor((boughtFrom + gotFrom - both) / (buy + get))];
  if (buy > 0) limits.push(Math.floor(boughtFrom / buy));
  return Math.min(...limits);
}

/** How many units may be taken of those that the other side can use too, without leaving it too few. */
function spareOf(others: Taken[], needed: number): (state: LineState, wanted: number) => number {
  const inOthers = new Set(others.map(({ state }) => state));
  let spare = count(others) - needed;
  return (state, wanted) => {
    if (!inOthers.has(state)) return wanted;
    const allowed = Math.min(wanted, spare);
    spare -= allowed;
    return allowed;
  };
}

function bundle({ parts, priceMinor, maxTimes }: BundleReward, pools: Taken[][]): UnitDeal | undefined {
  let best: UnitDeal | undefined;
  for (let times = 1; times <= Math.min(maxTimes ?? Infinity, 1000); times += 1) {
    const taken = new Map<LineState, number>();
    let complete = true;
    parts.forEach((part, index) => {
      const units = take(pools[index] ?? [], part.quantity * times, { used: taken });
      complete &&= count(units) === part.quantity * times;
      for (const { state, units: some } of units) taken.set(state, (taken.get(state) ?? 0) + some);
    });
    if (!complete) break;
    const deal = priced(taken, priceMinor * times);
    if (deal && (!best || deal.discountMinor > best.discountMinor)) best = deal;
  }
  return best;
}

/** The discount of a bundle belongs to all of its units, by what they cost: each is worth less, none is free. */
function priced(taken: Map<LineState, number>, priceMinor: number): UnitDeal | undefined {
  const entries = [...taken].sort(([a], [b]) => (a.line.lineId < b.line.lineId ? -1 : 1));
  const amounts = entries.map(([state, units]) => Math.min(leftOfFreeUnits(state, units), roomOf(state)));
  const worth = entries.reduce((sum, [state, units]) => sum + leftOfFreeUnits(state, units), 0);
  if (worth <= priceMinor) return undefined;
  const shares = allocate(worth - priceMinor, amounts);
  return dealOf(taken, new Map(entries.map(([state], index) => [state, shares[index] ?? 0])));
}

function dealOf(unitsByLine: Map<LineState, number>, discountByLine: Map<LineState, number>): UnitDeal | undefined {
  const discountMinor = [...discountByLine.values()].reduce((sum, amount) => sum + amount, 0);
  return discountMinor > 0 ? { unitsByLine, discountByLine, discountMinor } : undefined;
}

/** The lines with free units that a selector means, in the order in which they are taken; ties by line id. */
function pool(on: LineSelector, lines: readonly LineState[], which: 'cheapest' | 'dearest'): LineState[] {
  const sign = which === 'cheapest' ? 1 : -1;
  return lines.filter((state) => freeUnits(state) > 0 && selectsState(on, state)).sort((a, b) => sign * compareUnits(a, b) || (a.line.lineId < b.line.lineId ? -1 : 1));
}

/** Takes up to `wanted` units in the pool's order, leaving what is used already and what `allowed` keeps back. */
function take(from: Taken[], wanted: number, { used, allowed = (_, some) => some }: { used: UsedUnits; allowed?: (state: LineState, wanted: number) => number }): Taken[] {
  const taken: Taken[] = [];
  let left = wanted;
  for (const { state, units } of from) {
    const some = allowed(state, Math.min(units - (used.get(state) ?? 0), left));
    if (some > 0) taken.push({ state, units: some });
    left -= some;
    if (left === 0) break;
  }
  return taken;
}

function asUnits(taken: readonly Taken[], onto: ReadonlyMap<LineState, number> = new Map()): Map<LineState, number> {
  const units = new Map(onto);
  for (const entry of taken) units.set(entry.state, (units.get(entry.state) ?? 0) + entry.units);
  return units;
}

const count = (taken: readonly Taken[]): number => taken.reduce((sum, { units }) => sum + units, 0);

/** Compares what a unit of each costs now, without dividing. */
const compareUnits = (a: LineState, b: LineState): number => freeLeft(a) * freeUnits(b) - freeLeft(b) * freeUnits(a);
