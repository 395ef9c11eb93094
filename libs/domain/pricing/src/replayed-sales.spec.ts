import type { PriceBook } from './price-book';
import type { Quote } from './quote';
import { quoteBasket } from './quote-basket';
import { addBasket, biggestMovers, nothingReplayed } from './replayed-sales';
import { addLine, marginOfSales, noSales } from './sales-sums';
import { aBasket, aLine, aPriceBook, aScopedBook } from './testing';

const costs: Record<string, number> = { boot: 5000 };
const costOf = (variantId: string) => costs[variantId] ?? null;
const live = aPriceBook();
const raised = aPriceBook({ books: [aScopedBook('base', { boot: 12_000, sock: 599 })] });

function quoted(book: PriceBook, ...lines: ReturnType<typeof aLine>[]): Quote {
  const quote = quoteBasket(aBasket(lines), book);
  if (!quote.ok) throw new Error(quote.refusal.kind);
  return quote.value;
}

function replay(...baskets: [week: string, ...ReturnType<typeof aLine>[]][]) {
  const sales = nothingReplayed();
  for (const [week, ...lines] of baskets) addBasket(sales, { week, before: quoted(live, ...lines), after: quoted(raised, ...lines), costOf, isChanged: (id) => id === 'boot' });
  return sales;
}

it('PRC-80 counts the same units at both prices: revenue as paid, net and margin without tax, a margin only where there is a cost', () => {
  const { all, changed, basketsChanged } = replay(['w1', aLine('boot', 2000), aLine('sock')], ['w1', aLine('sock')]);
  // 2 boots at 100.00 are 166.67 net, at 120.00 200.00 net, at a cost of 100.00; socks (5.99, 4.99 net) have no cost.
  expect(all.before).toEqual({ baskets: 2, unitsMilli: 4000, revenueMinor: 21_198, netMinor: 17_665, costedNetMinor: 16_667, marginMinor: 6667 });
  expect(all.after).toEqual({ baskets: 2, unitsMilli: 4000, revenueMinor: 25_198, netMinor: 20_998, costedNetMinor: 20_000, marginMinor: 10_000 });
  expect([marginOfSales(all.before), marginOfSales(all.after), marginOfSales(noSales())]).toEqual([4000, 5000, null]);
  expect([changed.before.baskets, changed.before.unitsMilli, changed.before.revenueMinor, basketsChanged]).toEqual([1, 2000, 20_000, 1]);
});

it('PRC-80 has a sum a week, and the products that move most', () => {
  const sales = replay(['w1', aLine('boot')], ['w2', aLine('boot')], ['w2', aLine('sock')]);
  expect([...sales.weeks].map(([week, { before, after }]) => [week, before.baskets, after.revenueMinor])).toEqual([['w1', 1, 12_000], ['w2', 2, 12_599]]);
  expect(biggestMovers(sales, 10).map(({ variantId, sums }) => [variantId, sums.before.netMinor, sums.after.netMinor, sums.after.baskets])).toEqual([['boot', 16_666, 20_000, 2]]);
  expect(biggestMovers(sales, 0)).toEqual([]);
});

it('PRC-80 counts goods by weight to the minor unit', () => {
  const sums = noSales();
  const [line] = quoted(live, aLine('boot', 1333)).lines;
  if (line) addLine(sums, line, () => 300);
  // 1.333 × 3.00 = 3.999, so 4.00.
  expect(sums.costedNetMinor - sums.marginMinor).toBe(400);
});
