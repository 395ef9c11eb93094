import { invariant } from '@oneshelf/domain-kernel';
import { indexPrices, lookUpPrice, resolvePrice, viewPrices, type PriceBook, type PriceView, type ScopedBook } from '@oneshelf/domain-pricing';
import { compared, type Round } from '../kit/rounds';
import { rounded, type BenchContext, type BenchResult } from '../kit/run-bench';
import { BOOKS, Chance, feedPrices, manyBooks, manyContexts, PRICES, VARIANTS, variantIds } from './many-prices';

const ROUND_MS = 700;
/** Timed together, since one price takes less than the clock can tell. */
const BATCH = 1000;
const QUESTIONS = 1 << 17;

/** One price among 500 books, 100,000 variants and 5,000,000 prices; beneath it a map of one price for each variant. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const books = manyBooks();
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const index = indexPrices(books, feedPrices);
  const [buildMs, buildCpuMs] = [rounded(performance.now() - startedAt), cpuMsSince(cpuBefore)];
  const columnsMb = [index.records, index.starts].reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  const indexMb = rounded(columnsMb + Math.max(0, process.memoryUsage().heapUsed - heapBefore) / 1e6);
  invariant(index.records.length === PRICES + VARIANTS * index.words, 'all prices are in the index');
  context.say(`index of ${BOOKS} books, ${VARIANTS} variants, ${PRICES} prices: ${buildMs} ms (${buildCpuMs} ms of processor), at most ${indexMb} MB (columns ${rounded(columnsMb)} MB)`);
  const contexts = manyContexts();
  const views = contexts.map((each) => viewPrices(index, each));
  const checked = checkAgainstBooks(books, views);
  context.say(`${checked} prices are the ones that the books themselves give`);
  const figures = await measure(views, VARIANTS);
  const popular = await measure(views, VARIANTS / 50);
  context.say(`any variant: ${figures.ours} prices/s, ${figures.perCpuSecond} for a second of processor; the most popular fiftieth: ${popular.ours}, ${popular.perCpuSecond}`);
  return {
    unit: 'prices/s', ...figures, p50Ms: rounded(figures.p50Ms / BATCH), p99Ms: rounded(figures.p99Ms / BATCH), floorP50Ms: rounded(figures.floorP50Ms / BATCH), floorP99Ms: rounded(figures.floorP99Ms / BATCH), sqlPerOp: 0, rssMb: Math.round(process.memoryUsage().rss / 1e6), peakRssMb: Math.round(process.resourceUsage().maxRSS / 1000),
    buildMs, buildCpuMs, indexMb, popular: { ours: popular.ours, perCpuSecond: popular.perCpuSecond }, books: BOOKS, variants: VARIANTS, prices: PRICES, checked,
  };
}

/** Of the first so many variants: what is asked for all the time is near the processor, what is not has to be fetched. */
async function measure(views: readonly PriceView[], variants: number) {
  const chance = new Chance(11);
  // In columns, so that asking costs little beside answering.
  const asked = { view: new Uint16Array(QUESTIONS), variant: new Uint32Array(QUESTIONS), quantityMilli: new Uint32Array(QUESTIONS) };
  for (let question = 0; question < QUESTIONS; question += 1) {
    asked.view[question] = chance.below(views.length);
    asked.variant[question] = chance.below(variants);
    asked.quantityMilli[question] = 1000 * (1 + chance.below(12));
  }
  const variantAt = (question: number): string => variantIds[asked.variant[question] ?? 0] ?? '';
  const bare = new Map(variantIds.map((variantId, number) => [variantId, number]));
  let next = 0;
  let paid = 0;
  const ours = (): void => {
    const question = (next += 1) & (QUESTIONS - 1);
    const view = views[asked.view[question] ?? 0];
    if (view) paid += lookUpPrice(view, variantAt(question), asked.quantityMilli[question] ?? 0)?.unitMinor ?? 0;
  };
  const floor = (): void => {
    paid += bare.get(variantAt((next += 1) & (QUESTIONS - 1))) ?? 0;
  };
  const figures = await compared({ ours: () => Promise.resolve(round(ours)), floor: () => Promise.resolve(round(floor)) });
  const cpuBefore = process.cpuUsage();
  for (let count = 0; count < 1e6; count += 1) ours();
  const perCpuSecond = rounded(1e9 / cpuMsSince(cpuBefore));
  invariant(paid > 0, 'the sum is looked at, so that no compiler leaves the work out');
  return { ...figures, perCpuSecond };
}

/** What this process itself used: on a busy machine it says more than the clock. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return rounded((user + system) / 1000);
}

function round(work: () => void): Round {
  const latenciesMs: number[] = [];
  const from = performance.now();
  let now = from;
  while (now - from < ROUND_MS) {
    for (let count = 0; count < BATCH; count += 1) work();
    const after = performance.now();
    latenciesMs.push(after - now);
    now = after;
  }
  return { perSecond: (latenciesMs.length * BATCH * 1000) / (now - from), latenciesMs };
}

/** A thousandth of the variants, in every context, by way of the book that quotes are made from. */
function checkAgainstBooks(books: readonly ScopedBook[], views: readonly PriceView[]): number {
  const sample = new Set(variantIds.filter((_, number) => number % 1000 === 0));
  const withPrices = books.map((each) => ({ ...each, prices: {} as ScopedBook['prices'] }));
  feedPrices((position, variantId, price) => {
    const book = withPrices[position];
    if (book && sample.has(variantId)) book.prices[variantId] = price;
  });
  const book: PriceBook = { version: '1', marketCode: 'GB', currency: 'GBP', taxInclusive: true, books: withPrices, promotions: [], taxRates: [], variants: {} };
  let checked = 0;
  manyContexts().forEach((context, number) => {
    for (const variantId of sample) {
      const [slow, view] = [resolvePrice(context, { variantId, quantityMilli: 3000 }, book), views[number]];
      const fast = view && lookUpPrice(view, variantId, 3000);
      invariant(slow && fast && fast.bookId === slow.bookId && fast.unitMinor === slow.unitMinor && fast.fullMinor === slow.full?.unitMinor, `${variantId} has another price in the index than in the books`);
      checked += 1;
    }
  });
  return checked;
}
