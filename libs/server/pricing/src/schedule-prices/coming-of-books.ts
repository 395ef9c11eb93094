import type { ComingPrices, PriceTier, ScopedBook } from '@oneshelf/domain-pricing';
import type { ComingPrice } from './coming-price.repository';

type Tiers = Map<number, number>;

/** By book id: its turns, each with the whole of what the book then says of the variants that it names. Rows in the order of the turns. */
export function comingOfBooks(rows: readonly ComingPrice[], pricesOf: (bookId: string) => ScopedBook['prices']): Map<string, ComingPrices[]> {
  return new Map([...grouped(rows, (row) => row.bookId)].map(([bookId, own]) => [bookId, turnsOf(own, pricesOf(bookId))]));
}

function turnsOf(rows: readonly ComingPrice[], prices: ScopedBook['prices']): ComingPrices[] {
  // What the book says after the turns so far, of the variants that any names.
  const tiers = new Map<string, Tiers>();
  return [...grouped(rows, ({ startsAt, startsLocal }) => `${startsAt.getTime()} ${startsLocal}`).values()].flatMap((turn): ComingPrices[] => {
    const [first] = turn;
    if (!first) return [];
    const { versionId, startsAt, startsLocal, timeZone } = first;
    for (const { variantId, fromMilli, amountMinor } of lastWords(turn)) {
      const of = tiers.get(variantId) ?? tiersOf(prices[variantId]);
      tiers.set(variantId, of);
      if (amountMinor === null) of.delete(fromMilli);
      else of.set(fromMilli, amountMinor);
    }
    const named = [...new Set(turn.map(({ variantId }) => variantId))].sort();
    return [{
      turnId: versionId, from: startsLocal ?? startsAt.toISOString(), ...(startsLocal !== null && timeZone !== null ? { timeZone } : {}),
      prices: Object.fromEntries(named.map((variantId) => [variantId, priceOf(tiers.get(variantId) ?? new Map())])),
    }];
  });
}

/** One row a price: of two versions the later, and what a formula makes where the price set by hand is taken out. */
function lastWords(turn: readonly ComingPrice[]): Iterable<ComingPrice> {
  const words = new Map<string, ComingPrice>();
  const keyOf = ({ variantId, fromMilli }: ComingPrice): string => `${variantId} ${fromMilli}`;
  for (const row of turn) if (!row.isDerived) words.set(keyOf(row), row);
  for (const row of turn) if (row.isDerived && (row.amountMinor !== null || !words.has(keyOf(row)))) words.set(keyOf(row), row);
  return words.values();
}

const tiersOf = (price: number | PriceTier[] | undefined): Tiers => new Map(typeof price === 'number' ? [[0, price]] : (price ?? []).map(({ fromMilli, unitMinor }) => [fromMilli, unitMinor]));

/** As a book has it: a number where there is one price for any quantity. */
function priceOf(tiers: Tiers): number | PriceTier[] | null {
  const [any] = tiers.size === 1 ? [tiers.get(0)] : [];
  if (any !== undefined) return any;
  return tiers.size === 0 ? null : [...tiers].sort(([a], [b]) => a - b).map(([fromMilli, unitMinor]) => ({ fromMilli, unitMinor }));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
