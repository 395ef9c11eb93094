import { invariant } from '@oneshelf/domain-kernel';
import { type BasketInput, type PriceBook, quoteBasket } from '@oneshelf/domain-pricing';
import type { Lab } from './lab';

export const ORDERS = 100_000;
const KINDS = 500;
const LINES = 3;

/** The prices of the market's own list: by far the longest of its books. */
export const listOf = ({ books }: PriceBook): PriceBook['books'][number]['prices'] =>
  books.map(({ prices }) => prices).sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {};

/** Writes the orders, of so many kinds in turn, placed evenly over the days before now. */
export async function storeOrders({ pool }: Lab, book: PriceBook, days: number): Promise<void> {
  const kinds = Array.from({ length: KINDS }, (_, kind) => orderOf(book, kind));
  await pool.query(
    `INSERT INTO sales_order (id, number, channel_code, market_code, currency, fulfilment_kind, basket, quote, book_version, discount_minor, tax_minor, total_minor, business_date, placed_at)
    SELECT gen_random_uuid(), 'BENCH-' || n, 'web-gb', 'GB', 'GBP', 'delivery', k.basket, k.quote, k.quote ->> 'bookVersion', 0, 0, (k.quote ->> 'totalMinor')::int8, current_date, now() - n * ($4::int * interval '1 day' / $2)
    FROM generate_series(1, $2::int) n JOIN (SELECT row_number() OVER () - 1 AS number, basket, quote FROM jsonb_to_recordset($1::jsonb) AS r(basket jsonb, quote jsonb)) k ON k.number = n % $3`,
    [JSON.stringify(kinds), ORDERS, KINDS, days],
  );
  await pool.query('ANALYZE sales_order');
}

function orderOf(book: PriceBook, kind: number) {
  const all = Object.keys(listOf(book)).sort();
  const lines = Array.from({ length: LINES }, (_, index) => ({ lineId: String(index + 1), variantId: all[(kind * LINES + index) % all.length] ?? '', quantityMilli: 1000 * (1 + ((kind + index) % 4)) }));
  const basket: BasketInput = { marketCode: 'GB', channelCode: 'web-gb', locationId: null, currency: 'GBP', pricedAt: new Date().toISOString(), taxCountry: 'GB', lines };
  const quote = quoteBasket(basket, book);
  invariant(quote.ok, 'the seeded book prices every seeded variant');
  return { basket, quote: quote.value };
}
