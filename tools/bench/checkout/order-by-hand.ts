import { newId } from '@oneshelf/platform';
import type pg from 'pg';
import { demo } from '@oneshelf/prisma/demo';
import type { Basket } from './baskets';

const order = `
  WITH numbered AS (INSERT INTO order_number AS n (market_code, day, last) VALUES ('GB', current_date, 1) ON CONFLICT (market_code, day) DO UPDATE SET last = n.last + 1 RETURNING 'HAND-' || last AS number)
  INSERT INTO sales_order (id, number, channel_code, market_code, currency, fulfilment_kind, customer_name, customer_email, shipping_address, external_id, basket, quote, book_version,
    discount_minor, tax_minor, total_minor, status, business_date, placed_at, status_token)
  SELECT $1, number, 'web-gb', 'GB', 'GBP', 'delivery', 'Bea Bench', 'bea@example.com', $2, $3, $4, $5, $6, $7, $8, $9, 'placed', current_date, now(), $3 FROM numbered`;
const lines = `
  INSERT INTO order_line (id, order_id, line, variant_id, sku, title, quantity_milli, list_unit_minor, discount_minor, tax_minor, total_minor, tax_rate_basis_points, units)
  SELECT id, $1, line, variant, 'SKU', 'Title', quantity, list, discount, tax, total, 2000, '[]'
  FROM unnest($2::uuid[], $3::int[], $4::uuid[], $5::int8[], $6::int8[], $7::int8[], $8::int8[], $9::int8[]) AS l (id, line, variant, quantity, list, discount, tax, total)`;
const reservation = `
  WITH wanted AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int8[], $4::uuid[], $5::uuid[]) AS w (line, variant, quantity, movement, reservation)),
  locked AS (SELECT l.variant_id FROM stock_level l JOIN wanted ON wanted.variant = l.variant_id WHERE l.location_id = $6 ORDER BY l.variant_id FOR UPDATE OF l),
  taken AS (
    UPDATE stock_level l SET sellable_milli = l.sellable_milli - w.quantity, committed_milli = l.committed_milli + w.quantity, version = l.version + 1
    FROM wanted w JOIN locked ON locked.variant_id = w.variant WHERE l.variant_id = w.variant AND l.location_id = $6 AND l.sellable_milli >= w.quantity RETURNING l.variant_id),
  moved AS (
    INSERT INTO stock_movement (id, operation_id, entry, variant_id, location_id, from_bucket, to_bucket, quantity_milli, cause_kind, cause_id, actor, occurred_at)
    SELECT movement, $7::uuid, row_number() OVER () - 1, variant, $6, 'sellable', 'committed', quantity, 'order', $7::uuid::text, 'bench', now() FROM wanted JOIN taken ON taken.variant_id = wanted.variant),
  kept AS (INSERT INTO reservation (id, order_id, order_line_id, variant_id, location_id, quantity_milli) SELECT reservation, $7::uuid, line, variant, $6, quantity FROM wanted JOIN taken ON taken.variant_id = wanted.variant)
  SELECT count(*)::int AS taken FROM taken`;
const event = `INSERT INTO order_event (id, order_id, kind, actor, data, occurred_at) VALUES ($1, $2, 'ordered', 'Bea Bench', '{}', now())`;
const payment = `INSERT INTO payment (id, order_id, kind, provider, status, currency, amount_minor, authorised_minor) VALUES ($1, $2, 'card_online', 'stripe', 'authorised', 'GBP', $3, $3)`;
const outbox = `INSERT INTO outbox_event (id, name, key, payload, trace_id) VALUES ($1, 'bench.order-placed.v1', $2, $3, 'bench') RETURNING pg_notify('oneshelf_outbox', '')`;

/** The same rows as a checkout writes, by a person who knows price and stock already: six named statements in one transaction. */
export async function orderByHand(pool: pg.Pool, { request, quote }: Basket): Promise<void> {
  const client = await pool.connect();
  try {
    const [id, lineIds] = [newId(), quote.lines.map(newId)];
    const each = <Value>(pick: (line: Basket['quote']['lines'][number]) => Value): Value[] => quote.lines.map(pick);
    const variants = each((line) => line.variantId);
    await client.query('BEGIN');
    const taken = await client.query<{ taken: number }>({ name: 'reservation', text: reservation, values: [lineIds, variants, each((line) => line.quantityMilli), lineIds.map(newId), lineIds.map(newId), demo.warehouse.id, id] });
    if (taken.rows[0]?.taken !== quote.lines.length) throw new Error('sold out');
    const address = request.fulfilment.kind === 'delivery' ? request.fulfilment.address : null;
    await client.query({ name: 'order', text: order, values: [id, JSON.stringify(address), newId(), JSON.stringify(request), JSON.stringify(quote), quote.bookVersion, quote.discountMinor, quote.taxMinor, quote.totalMinor] });
    await client.query({
      name: 'lines', text: lines,
      values: [id, lineIds, lineIds.map((_, index) => index + 1), variants, each((line) => line.quantityMilli), each((line) => line.listUnitMinor), each((line) => line.discountMinor), each((line) => line.taxMinor), each((line) => line.totalMinor)],
    });
    await client.query({ name: 'event', text: event, values: [newId(), id] });
    await client.query({ name: 'payment', text: payment, values: [id, id, quote.totalMinor] });
    await client.query({ name: 'outbox', text: outbox, values: [newId(), id, JSON.stringify({ orderId: id })] });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
