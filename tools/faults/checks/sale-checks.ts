import type { Check } from './check';

interface TillSaleRow { id: string; sales: number; orders: number; payments: number; paid: string; sold: string; journal: number }

/** A sale that a customer paid at a counter stands once: the sale, its order, its payment, its units, its journal. */
const tillSales: Check = {
  title: 'every till sale stands once',
  look: async ({ product, record }) => {
    const ids = [...record.tillSales.keys()];
    const rows = await product.query<TillSaleRow>(`
      SELECT s.id, (SELECT count(*)::int FROM till_sale t WHERE t.id = s.id) AS sales, (SELECT count(*)::int FROM sales_order o WHERE o.id = s.id) AS orders,
        (SELECT count(*)::int FROM payment p WHERE p.order_id = s.id) AS payments, (SELECT coalesce(sum(captured_minor), 0) FROM payment p WHERE p.order_id = s.id) AS paid,
        (SELECT coalesce(sum(quantity_milli), 0) FROM stock_movement m WHERE m.cause_kind = 'sale' AND m.cause_id = s.id::text AND m.to_bucket = 'customer') AS sold,
        (SELECT count(*)::int FROM journal_entry j WHERE j.cause_kind = 'sale' AND j.cause_id = s.id::text) AS journal
      FROM unnest($1::uuid[]) AS s (id)`, [ids]);
    const breaches = rows.flatMap((row) => {
      const sale = record.tillSales.get(row.id);
      if (sale === undefined) return [];
      const found = { ...row, acknowledged: sale.outcome !== null };
      const right = row.sales === 1 && row.orders === 1 && row.payments === 1 && row.journal === 1 && Number(row.paid) === sale.totalMinor && Number(row.sold) === sale.pieces * 1000 && found.acknowledged;
      return right ? [] : [`till sale of ${sale.pieces} pieces for ${sale.totalMinor}: ${JSON.stringify(found)}`];
    });
    const [extra] = await product.query<{ count: number }>(`SELECT count(*)::int AS count FROM till_sale WHERE NOT id = ANY($1::uuid[])`, [ids]);
    if (extra && extra.count > 0) breaches.push(`${extra.count} till sales that no till made`);
    return { lookedAt: ids.length, breaches };
  },
};

interface WebOrderRow { key: string; id: string; status: string; payments: number }

/** A web order that was acknowledged stands once; one that was refused stands nowhere or as cancelled. */
const webOrders: Check = {
  title: 'every web order stands once',
  look: async ({ product, record }) => {
    const rows = await product.query<WebOrderRow>(`SELECT external_id AS key, id, status, (SELECT count(*)::int FROM payment p WHERE p.order_id = o.id) AS payments FROM sales_order o WHERE channel_code = 'web-gb'`);
    const byKey = new Map<string, WebOrderRow[]>();
    for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
    const breaches: string[] = [];
    for (const [key, wish] of record.webOrders) {
      const found = byKey.get(key) ?? [];
      const said = `web order ${key} (${wish.status} ${wish.code})`;
      if (wish.status === 'open') breaches.push(`${said} never had an answer`);
      else if (found.length > 1) breaches.push(`${said} stands ${found.length} times`);
      else if (wish.status === 'placed' && found.length === 0) breaches.push(`${said} is lost`);
      else if (wish.status === 'placed' && found[0]?.status !== (wish.cancelled ? 'cancelled' : 'placed')) breaches.push(`${said} is ${found[0]?.status}${wish.cancelled ? ' after it was cancelled' : ''}`);
      else if (wish.status === 'placed' && (found[0]?.payments !== 1 || found[0]?.id !== wish.orderId)) breaches.push(`${said} has ${found[0]?.payments} payments and the id ${found[0]?.id}`);
      else if (wish.status === 'refused' && found.length === 1 && found[0]?.status !== 'cancelled') breaches.push(`${said} stands as ${found[0]?.status}`);
    }
    for (const row of rows) if (!record.webOrders.has(row.key)) breaches.push(`web order ${row.key} that nobody made`);
    return { lookedAt: record.webOrders.size, breaches };
  },
};

/** A return that a till was told of stands once, with its units back on the shelf. */
const returns: Check = {
  title: 'every return stands once',
  look: async ({ product, record }) => {
    const rows = await product.query<{ id: string; found: number; units: string; moved: string; refund: string; refunds: string }>(`
      SELECT r.id, (SELECT count(*)::int FROM return_order o WHERE o.id = r.id) AS found, (SELECT coalesce(sum(quantity_milli), 0) FROM return_line l WHERE l.return_id = r.id) AS units,
        (SELECT coalesce(sum(quantity_milli), 0) FROM stock_movement m WHERE m.cause_kind = 'return' AND m.cause_id = r.id::text AND m.from_bucket = 'customer') AS moved,
        (SELECT refund_minor FROM return_order o WHERE o.id = r.id) AS refund, (SELECT coalesce(sum(amount_minor), 0) FROM refund f WHERE f.cause_id = r.id) AS refunds
      FROM unnest($1::uuid[]) AS r (id)`, [record.returned.map(({ returnId }) => returnId)]);
    const breaches = rows.filter((row) => row.found !== 1 || row.units !== row.moved).map((row) => `return ${JSON.stringify(row)}`);
    const [twice] = await product.query<{ count: number }>('SELECT count(*)::int AS count FROM order_line WHERE returned_milli > fulfilled_milli');
    if (twice && twice.count > 0) breaches.push(`${twice.count} lines took more back than left`);
    return { lookedAt: rows.length, breaches };
  },
};

export const saleChecks: Check[] = [tillSales, webOrders, returns];
