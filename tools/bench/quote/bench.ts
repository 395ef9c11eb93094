import { invariant } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, quoteBasket, unitPriceAt } from '@oneshelf/domain-pricing';
import { LoadPriceBook, PricingModule } from '@oneshelf/server-pricing';
import { openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { compared, type Round } from '../kit/rounds';
import type { BenchContext, BenchResult } from '../kit/run-bench';
import { listOf } from '../kit/stored-orders';
import { withLivePromotions } from './live-promotions';

const ROUND_MS = 700;
const BASKET_LINES = 20;
const LONG_LINES = 300;
const LIVE_PROMOTIONS = 200;

/** A basket of the seeded British book, priced by the domain; beneath it a loop that multiplies and adds the same lines. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const app = await productOf(context, { lab, imports: [PricingModule], poolSize: 4 });
  const book = await app.get(LoadPriceBook, { strict: false }).run('GB');
  const usual = await measure(book, BASKET_LINES);
  context.say(`${BASKET_LINES} lines: ${usual.ours} quotes/s, p50 ${usual.p50Ms} ms, p99 ${usual.p99Ms} ms; bare loop ${usual.floor}/s`);
  const long = await measure(book, LONG_LINES);
  context.say(`${LONG_LINES} lines: ${long.ours} quotes/s, p50 ${long.p50Ms} ms, p99 ${long.p99Ms} ms`);
  const promoted = withLivePromotions(book, LIVE_PROMOTIONS);
  const [live, longLive] = [await measure(promoted, BASKET_LINES), await measure(promoted, LONG_LINES)];
  context.say(`${LIVE_PROMOTIONS} live promotions: ${BASKET_LINES} lines p50 ${live.p50Ms} ms, p99 ${live.p99Ms} ms; ${LONG_LINES} lines p50 ${longLive.p50Ms} ms, p99 ${longLive.p99Ms} ms`);
  return {
    unit: 'quotes/s', ...usual, sqlPerOp: 0, rssMb: Math.round(process.memoryUsage().rss / 1e6),
    lines: BASKET_LINES, long: { lines: LONG_LINES, ...long }, live: { promotions: LIVE_PROMOTIONS, usual: live, long: longLive },
  };
}

async function measure(book: PriceBook, lines: number) {
  const basket = basketOf(book, lines);
  const prices = listOf(book);
  let paid = 0;
  const ours = (): void => {
    const quote = quoteBasket(basket, book);
    invariant(quote.ok, 'the seeded book prices every seeded variant');
    paid += quote.value.totalMinor;
  };
  const floor = (): void => {
    for (const { variantId, quantityMilli } of basket.lines) paid += Math.round(((unitPriceAt(prices[variantId] ?? [], 1000) ?? 0) * quantityMilli) / 1000);
  };
  const figures = await compared({ ours: () => Promise.resolve(round(ours)), floor: () => Promise.resolve(round(floor)) });
  invariant(paid > 0, 'the sum is looked at, so that no compiler leaves the work out');
  return figures;
}

function basketOf(book: PriceBook, lines: number): BasketInput {
  const all = Object.keys(listOf(book)).sort();
  const promoted = all.filter((id) => book.promotions.some(({ reward }) => reward.kind === 'lines' && book.variants[id]?.collectionIds.some((collection) => reward.on.collectionIds?.includes(collection))));
  // Every fourth line is in the promotion, the rest are spread over the book.
  const pick = (index: number): string => (index % 4 === 0 ? promoted[index % promoted.length] : all[Math.trunc((index * all.length) / lines)]) ?? '';
  return {
    marketCode: 'GB', channelCode: 'store-gb', locationId: null, currency: 'GBP', pricedAt: new Date().toISOString(), taxCountry: 'GB',
    lines: Array.from({ length: lines }, (_, index) => ({ lineId: String(index + 1), variantId: pick(index), quantityMilli: 1000 * (1 + (index % 3)) })),
  };
}

function round(work: () => void): Round {
  const latenciesMs: number[] = [];
  const from = performance.now();
  let now = from;
  while (now - from < ROUND_MS) {
    work();
    const after = performance.now();
    latenciesMs.push(after - now);
    now = after;
  }
  return { perSecond: (latenciesMs.length * 1000) / (now - from), latenciesMs };
}
