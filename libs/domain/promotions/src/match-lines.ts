import { namesAll, selects, type LineSelector } from './line-selector';
import { byPriority } from './lane-contests';
import type { LineState } from './line-state';
import type { Promotion } from './promotion';
import type { PromotableLine } from './promotion-basket';

/** The lines that each promotion means, in any of its selectors, promotions by priority; one that means none is absent. */
export type MatchedLines = ReadonlyMap<Promotion, readonly LineState[]>;

interface PromotionIndex {
  byCollection: Map<string, Entry[]>;
  byProduct: Map<string, Entry[]>;
  byVariant: Map<string, Entry[]>;
  /** Those that may mean any line. */
  everything: Entry[];
}

interface Entry {
  promotion: Promotion;
  /** Its place by priority among all of the list, so that a basket puts its few in order by numbers. */
  rank: number;
  selectors: LineSelector[];
}

// A published list never changes, so its index is kept as long as the list itself.
const indexes = new WeakMap<readonly Promotion[], PromotionIndex>();

/** Looks up each line's collections, product and variant, so that a basket costs what its lines cost, not all promotions. */
export function matchLines(promotions: readonly Promotion[], states: readonly LineState[]): MatchedLines {
  const { byCollection, byProduct, byVariant, everything } = indexOf(promotions);
  const matched = new Map<Entry, LineState[]>();
  for (const state of states) {
    const { line } = state;
    for (const id of line.collectionIds) match(byCollection.get(id), state, matched);
    if (line.productId !== undefined) match(byProduct.get(line.productId), state, matched);
    match(byVariant.get(line.variantId), state, matched);
    match(everything, state, matched);
  }
  return new Map([...matched.keys()].sort((a, b) => a.rank - b.rank).map((entry) => [entry.promotion, matched.get(entry) ?? []]));
}

/** False where no promotion of the list can mean this article, whatever it costs. */
export function mayMean(promotions: readonly Promotion[], { variantId, productId, collectionIds }: Pick<PromotableLine, 'variantId' | 'productId' | 'collectionIds'>): boolean {
  const { byCollection, byProduct, byVariant, everything } = indexOf(promotions);
  return everything.length > 0 || byVariant.has(variantId) || (productId !== undefined && byProduct.has(productId)) || collectionIds.some((id) => byCollection.has(id));
}

function match(entries: readonly Entry[] | undefined, state: LineState, matched: Map<Entry, LineState[]>): void {
  if (!entries) return;
  for (const entry of entries) {
    const lines = matched.get(entry);
    // Two collections of one line may name the same promotion: the line is its last one then.
    if (lines?.at(-1) === state || !entry.selectors.some((on) => selects(on, state.line))) continue;
    if (lines) lines.push(state);
    else matched.set(entry, [state]);
  }
}

/** Everything that a promotion's reward looks at. */
function selectorsOf({ reward }: Promotion): LineSelector[] {
  switch (reward.kind) {
    case 'buy_get': return reward.buy.quantity > 0 ? [reward.buy.on, reward.get.on] : [reward.get.on];
    case 'bundle': return reward.parts.map(({ on }) => on);
    case 'shipping': return [];
    default: return [reward.on];
  }
}

function indexOf(promotions: readonly Promotion[]): PromotionIndex {
  const known = indexes.get(promotions);
  if (known) return known;
  const index: PromotionIndex = { byCollection: new Map(), byProduct: new Map(), byVariant: new Map(), everything: [] };
  for (const [rank, promotion] of [...promotions].sort(byPriority).entries()) {
    const selectors = selectorsOf(promotion);
    const entry = { promotion, rank, selectors };
    if (selectors.some(namesAll)) index.everything.push(entry);
    else {
      enter(index.byCollection, selectors.flatMap(({ collectionIds }) => collectionIds ?? []), entry);
      enter(index.byProduct, selectors.flatMap(({ productIds }) => productIds ?? []), entry);
      enter(index.byVariant, selectors.flatMap(({ variantIds }) => variantIds ?? []), entry);
    }
  }
  indexes.set(promotions, index);
  return index;
}

function enter(index: Map<string, Entry[]>, ids: readonly string[], entry: Entry): void {
  for (const id of new Set(ids)) index.set(id, [...(index.get(id) ?? []), entry]);
}
