import { type LotPlace, lotPlaces } from './lots';
import { bucketsOfState, type SerialState } from './serial';
import { buckets, type StockBucket, type StockLevel } from './stock-level';

/** A level, and all that must explain it, read at one moment. */
export interface WatchedLevel {
  level: StockLevel;
  /** What the level says that checkouts hold. */
  heldMilli: number;
  /** What its movements add up to. */
  folded: Readonly<Record<StockBucket, number>>;
  /** What the holds themselves add up to. */
  holdsMilli: number;
  /** What is reserved for orders. */
  reservedMilli: number;
  /** What registers have the right to sell: their grants added up. */
  grantedMilli: number;
  /** How many serials are believed to lie here, by state; absent: none. */
  serials?: Partial<Record<SerialState, number>>;
  /** Lots whose number is not what the movements that name them add up to; absent: none. */
  lots?: readonly LotOff[];
}

export interface LotOff {
  place: LotPlace;
  shownMilli: number;
  explainedMilli: number;
}

export type BreachRule = 'level_is_fold' | 'held_is_holds' | 'committed_is_reserved' | 'allotted_is_granted' | 'never_below' | 'serials_within_level' | 'lots_are_fold';

/** A number that is shown, and what it should be by that which explains it. */
export interface StockBreach {
  rule: BreachRule;
  bucket: StockBucket | 'held' | 'override' | LotPlace;
  shownMilli: number;
  explainedMilli: number;
}

/** All that is wrong with a level (INV-60). Empty: every number of it is explained. */
export function breachesOf(watched: WatchedLevel): StockBreach[] {
  const { level, heldMilli, folded, holdsMilli, reservedMilli, grantedMilli } = watched;
  const shown = { ...level, sellable: level.sellable + heldMilli };
  return [
    ...buckets.map((bucket) => breach('level_is_fold', bucket, [shown[bucket], folded[bucket]])),
    breach('held_is_holds', 'held', [heldMilli, holdsMilli]),
    breach('committed_is_reserved', 'committed', [level.committed, reservedMilli]),
    breach('allotted_is_granted', 'allotted', [level.allotted, grantedMilli]),
    ...buckets.slice(1).map((bucket) => breach('never_below', bucket, [level[bucket], Math.max(0, level[bucket])])),
    breach('never_below', 'override', [level.override, Math.max(0, -level.sellable)]),
    ...serialStates.map((state) => serialsBreach(state, watched)),
    ...lotPlaces.flatMap((place) => lotsBreach(place, watched)),
  ].filter((found) => found.shownMilli !== found.explainedMilli);
}

/** The level as its movements and holds make it. What is reserved or granted is not asked: an order or a register decides that. */
export function explainedLevel({ folded, holdsMilli }: Pick<WatchedLevel, 'folded' | 'holdsMilli'>): StockLevel & { held: number } {
  const sellable = folded.sellable - holdsMilli;
  return { ...folded, sellable, held: holdsMilli, override: Math.max(0, -sellable) };
}

const breach = (rule: BreachRule, bucket: StockBreach['bucket'], [shownMilli, explainedMilli]: [number, number]): StockBreach => ({ rule, bucket, shownMilli, explainedMilli });

const serialStates = ['shelf', 'quality_control', 'damaged', 'refurbish', 'quarantine'] as const;

/** A place cannot hold more named pieces than pieces (INV-97). */
function serialsBreach(state: (typeof serialStates)[number], { level, heldMilli, serials = {} }: WatchedLevel): StockBreach {
  const named = (serials[state] ?? 0) * 1000;
  const there = bucketsOfState(state).reduce((sum, bucket) => sum + level[bucket], state === 'shelf' ? heldMilli : 0);
  return breach('serials_within_level', state, [named, Math.min(named, Math.max(0, there))]);
}

/** Of the lots of one place that are off, the one that is furthest off: two that are off by as much the other way do not hide each other (INV-125). */
function lotsBreach(place: LotPlace, { lots = [] }: WatchedLevel): StockBreach[] {
  const [worst] = lots.filter((lot) => lot.place === place).sort((a, b) => Math.abs(b.shownMilli - b.explainedMilli) - Math.abs(a.shownMilli - a.explainedMilli));
  return worst ? [breach('lots_are_fold', place, [worst.shownMilli, worst.explainedMilli])] : [];
}
