import type pg from 'pg';
import { demo } from '@oneshelf/prisma/demo';

export const ROWS = 50_000;
export const BOOKS = 12;

/** Makes the British market large: fifty thousand products more, and books until there are twelve, each with a price for every product. Made by the database itself: minutes by hand. */
export async function makeManyRows(pool: pg.Pool): Promise<void> {
  await pool.query(`
    INSERT INTO product (id, handle, title, option_names, status, tax_class)
    SELECT gen_random_uuid(), 'bench-' || n, 'Bench product ' || n, '{}', 'active', 'standard' FROM generate_series(1, $1) AS n`, [ROWS]);
  await pool.query(`
    INSERT INTO variant (id, product_id, sku, option_values, status, cost_minor, cost_currency)
    SELECT gen_random_uuid(), p.id, upper(p.handle), '{}', 'active', 500 + (abs(hashtext(p.handle)) % 4000), 'GBP' FROM product p WHERE p.handle LIKE 'bench-%'`);
  await pool.query(`DELETE FROM price WHERE book_id IN (SELECT id FROM price_book WHERE market_code = 'GB' AND code <> 'gb-list')`);
  await pool.query(`DELETE FROM price_book WHERE market_code = 'GB' AND code <> 'gb-list'`);
  await pool.query(`
    INSERT INTO price_book (id, code, name, market_code, currency, price_zone, priority)
    SELECT gen_random_uuid(), 'bench-' || n, 'Zone ' || n, 'GB', 'GBP', 'zone-' || n, n FROM generate_series(2, $1) AS n`, [BOOKS]);
  await pool.query(`
    INSERT INTO price (book_id, variant_id, from_milli, from_release, amount_minor)
    SELECT b.id, v.id, 0, 1, 2000 + (abs(hashtext(v.sku || b.code)) % 20000) FROM price_book b CROSS JOIN variant v
    WHERE b.market_code = 'GB' ON CONFLICT DO NOTHING`);
  await pool.query('VACUUM ANALYZE');
}

export const merchandiser = demo.staff.merchandiser;
