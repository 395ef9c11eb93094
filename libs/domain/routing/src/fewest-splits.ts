import type { Demand } from '@oneshelf/domain-inventory';
import { byDistance, coverAll, type Node } from './node';

/** As Salesforce's fewest-splits search: beyond it the answer may be good instead of best, but it comes at once. */
const greatestCombinations = 10_000;

/**
 * The smallest set of locations that has everything: pairs, then triples, tried exactly and ranked by total distance;
 * past that, or past 10,000 sets, greedily the location with most of what is left. Nodes come nearest first and together
 * have everything. Answers the set, nearest first, and how it was found.
 */
export function fewestSplits(nodes: readonly Node[], demand: readonly Demand[]): { chosen: Node[]; because: 'fewest_splits' | 'most_of_the_rest' } {
  let tries = greatestCombinations;
  for (const size of [2, 3]) {
    let best: { nodes: Node[]; distance: number } | undefined;
    for (const combination of combinations(nodes, size)) {
      if (tries === 0) break;
      tries -= 1;
      const distance = combination.reduce((total, node) => total + (node.distanceKm ?? 0), 0);
      // Combinations come in order of distance and code, so of equals the first stays.
      if ((!best || distance < best.distance) && coverAll(combination, demand)) best = { nodes: combination, distance };
    }
    if (best) return { chosen: best.nodes, because: 'fewest_splits' };
  }
  return { chosen: greedy(nodes, demand), because: 'most_of_the_rest' };
}

function* combinations(nodes: readonly Node[], size: number, from = 0): Generator<Node[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= nodes.length - size; index += 1) {
    const node = nodes[index];
    if (node) for (const rest of combinations(nodes, size - 1, index + 1)) yield [node, ...rest];
  }
}

function greedy(nodes: readonly Node[], demand: readonly Demand[]): Node[] {
  const open = demand.map(({ quantityMilli }) => quantityMilli);
  const rest = new Set(nodes);
  const chosen: Node[] = [];
  while (open.some((quantity) => quantity > 0)) {
    let best: { node: Node; gain: number } | undefined;
    for (const node of rest) {
      const gain = open.reduce((total, quantity, index) => total + Math.min(quantity, node.covers[index] ?? 0), 0);
      if (gain > (best?.gain ?? 0)) best = { node, gain };
    }
    if (!best) break;
    const { node } = best;
    chosen.push(node);
    rest.delete(node);
    open.forEach((quantity, index) => (open[index] = quantity - Math.min(quantity, node.covers[index] ?? 0)));
  }
  return chosen.sort(byDistance);
}
