import { invariant } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, type Quote, quoteBasket } from '@oneshelf/domain-pricing';
import { InsightsModule, ReplayQuotesUseCase } from '@oneshelf/server-insights';
import { LoadPriceBook } from '@oneshelf/server-pricing';
import { type Lab, openLab } from '../kit/lab';
import { productOf } from '../kit/product';
import { type BenchContext, type BenchResult, rounded } from '../kit/run-bench';

const ORDERS = 100_000;
const KINDS = 500;
const LINES = 3;

/** 100,000 stored orders priced again; beneath it the same rows read and parsed, without pricing. */
export async function run(context: BenchContext): Promise<BenchResult> {
  const lab = await openLab(context);
  const app = await productOf(context, { lab, imports: [InsightsModule], poolSize: 4 });
  const book = await app.get(LoadPriceBook, { strict: false }).run('GB');
  await store(lab, Array.from({ length: KINDS }, (_, kind) => orderOf(book, kind)));
  const [floorSeconds, { seconds, done, differing }] = [await readAll(lab), await replayAll(app.get(ReplayQuotesUseCase, { strict: false }))];
  invariant(done >= ORDERS && differing === 0, `${done} orders were priced again and ${differing} differ`);
  context.say(`${done} orders in ${rounded(seconds)} s; only read ${rounded(floorSeconds)} s`);
  return {
    unit: 'orders/s', ours: Math.round(done / seconds), floor: Math.round(done / floorSeconds), ratio: rounded(floorSeconds / seconds), p50Ms: null, p99Ms: null, sqlPerOp: null, seconds: rounded(seconds), orders: done,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

function orderOf(book: PriceBook, kind: number): { basket: BasketInput; quote: Quote } {
  const all = Object.keys(book.books.find((each) => each.channelCode === null && each.locationId === null)?.prices ?? {}).sort();
  const lines = Array.from({ length: LINES }, (_, index) => ({ lineId: String(index + 1), variantId: all[(kind * LINES + index) % all.length] ?? '', quantityMilli: 1000 * (1 + ((kind + index) % 4)) }));
  const basket = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: new Date().toISOString(), taxCountry: 'GB', lines };
  const quote = quoteBasket(basket, book);
  invariant(quote.ok, 'the seeded book prices every seeded variant');
  return { basket, quote: quote.value };
}

async function store({ pool }: Lab, kinds: { basket: BasketInput; quote: Quote }[]): Promise<void> {
  await pool.query(
    `INSERT INTO sales_order (id, number, channel_code, market_code, currency, fulfilment_kind, basket, quote, book_version, discount_minor, tax_minor, total_minor, business_date, placed_at)
    SELECT gen_random_uuid(), 'BENCH-' || n, 'web-gb', 'GB', 'GBP', 'delivery', k.basket, k.quote, k.quote ->> 'bookVersion', 0, 0, (k.quote ->> 'totalMinor')::int8, current_date, now() - n * interval '1 minute'
    FROM generate_series(1, $2) n JOIN (SELECT row_number() OVER () - 1 AS number, basket, quote FROM jsonb_to_recordset($1::jsonb) AS r(basket jsonb, quote jsonb)) k ON k.number = n % $3`,
    [JSON.stringify(kinds), ORDERS, KINDS],
  );
  await pool.query('ANALYZE sales_order');
}

async function readAll({ pool }: Lab): Promise<number> {
  const startedAt = performance.now();
  let after: { placed_at: Date; id: string } | undefined;
  do {
    const { rows } = await pool.query<{ placed_at: Date; id: string }>(
      'SELECT id, placed_at, basket, quote FROM sales_order WHERE ($1::timestamptz IS NULL OR (placed_at, id) > ($1, $2::uuid)) ORDER BY placed_at, id LIMIT 500', [after?.placed_at ?? null, after?.id ?? null]);
    after = rows.at(-1);
  } while (after);
  return (performance.now() - startedAt) / 1000;
}

async function replayAll(replay: ReplayQuotesUseCase): Promise<{ seconds: number; done: number; differing: number }> {
  const startedAt = performance.now();
  let [done, differing] = [0, 0];
  for await (const page of replay.run({})) {
    done = page.done;
    differing += page.differing.length;
  }
  return { seconds: (performance.now() - startedAt) / 1000, done, differing };
}
