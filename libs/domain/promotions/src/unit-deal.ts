import { allocate } from '@oneshelf/domain-kernel';
import { discountOn } from './discount-on';
import type { LineSelector } from './line-selector';
import { leftOfUnits, roomOf, selectsState, type LineState } from './line-state';
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
export function unitDeal({ reward, lines }: UnitDealInput, used: UsedUnits): UnitDeal | undefined {
  const free = lines.flatMap((state) => (state.units > (used.get(state) ?? 0) ? [{ state, units: state.units - (used.get(state) ?? 0) }] : []));
  return reward.kind === 'buy_get' ? buyGet(reward, free) : bundle(reward, free);
}

function buyGet({ buy, get, maxTimes }: BuyGetReward, free: readonly Taken[]): UnitDeal | undefined {
  const gets = pool(get.on, free, get.which);
  const buys = buy.quantity > 0 ? pool(buy.on, free, 'dearest') : [];
  const times = Math.min(maxTimes ?? Infinity, timesPossible({ buys, gets, buy: buy.quantity, get: get.quantity }));
  if (times === 0) return undefined;
  const got = take(gets, get.quantity * times, { used: new Map(), allowed: spareOf(buys, buy.quantity * times) });
  const used = asUnits(got);
  const bought = take(buys, buy.quantity * times, { used });
  const discountByLine = new Map<LineState, number>();
  for (const { state, units } of got) {
    discountByLine.set(state, (discountByLine.get(state) ?? 0) + Math.min(discountOn(get.discount, leftOfUnits(state, units), units), roomOf(state)));
  }
  return dealOf(asUnits(bought, used), discountByLine);
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

/** How many units that could also be bought may be got without leaving too few to buy. */
function spareOf(buys: Taken[], needed: number): (state: LineState, wanted: number) => number {
  const inBuys = new Set(buys.map(({ state }) => state));
  let spare = count(buys) - needed;
  return (state, wanted) => {
    if (!inBuys.has(state)) return wanted;
    const allowed = Math.min(wanted, spare);
    spare -= allowed;
    return allowed;
  };
}

function bundle({ parts, priceMinor, maxTimes }: BundleReward, free: readonly Taken[]): UnitDeal | undefined {
  const pools = parts.map((part) => pool(part.on, free, 'dearest'));
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
  const amounts = entries.map(([state, units]) => Math.min(leftOfUnits(state, units), roomOf(state)));
  const worth = entries.reduce((sum, [state, units]) => sum + leftOfUnits(state, units), 0);
  if (worth <= priceMinor) return undefined;
  const shares = allocate(worth - priceMinor, amounts);
  return dealOf(taken, new Map(entries.map(([state], index) => [state, shares[index] ?? 0])));
}

function dealOf(unitsByLine: Map<LineState, number>, discountByLine: Map<LineState, number>): UnitDeal | undefined {
  const discountMinor = [...discountByLine.values()].reduce((sum, amount) => sum + amount, 0);
  return discountMinor > 0 ? { unitsByLine, discountByLine, discountMinor } : undefined;
}

/** The free units that a selector means, in the order in which they are taken; ties by line id. */
function pool(on: LineSelector, free: readonly Taken[], which: 'cheapest' | 'dearest'): Taken[] {
  const sign = which === 'cheapest' ? 1 : -1;
  return free.filter(({ state }) => selectsState(on, state)).sort((a, b) => sign * compareUnits(a.state, b.state) || (a.state.line.lineId < b.state.line.lineId ? -1 : 1));
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
const compareUnits = (a: LineState, b: LineState): number => a.leftMinor * b.units - b.leftMinor * a.units;
