import type { Check } from './check';

interface ListingRow { sku: string; available: string; buffer: number; failure: string | null }

/** Every offer at Amazon shows what our shelves say, less the buffer. */
const listings: Check = {
  title: 'every listing shows the right number',
  look: async ({ product, simulators, record }) => {
    const rows = await product.query<ListingRow>(`
      SELECT l.external_sku AS sku, c.buffer_basis_points AS buffer, l.failure,
        greatest(0, coalesce((SELECT sum(s.sellable_milli) FROM stock_level s JOIN channel_location w ON w.location_id = s.location_id AND w.channel_code = l.channel_code WHERE s.variant_id = l.variant_id), 0)) AS available
      FROM listing l JOIN channel c ON c.code = l.channel_code WHERE c.fulfilled_by = 'merchant' AND (NOT $1 OR l.variant_id = ANY($2::uuid[]))`, [record.othersAreUnlisted, record.variantIds]);
    const shown = new Map((await simulators.listings()).map((listing) => [listing.sku, listing.quantity]));
    const breaches = rows.flatMap(({ sku, available, buffer, failure }) => {
      const right = Math.floor((Number(available) * (10_000 - buffer)) / 10_000_000);
      return shown.get(sku) === right ? [] : [`${sku} shows ${shown.get(sku)} at Amazon; ${available} thousandths are available, so it should show ${right}${failure ? ` (${failure})` : ''}`];
    });
    return { lookedAt: rows.length, breaches };
  },
};

interface TakenRow { external_id: string; status: string; failure: string | null; orders: number; order_status: string | null }

/** Every order at Amazon became one order here, or says why not where a person sees it. */
const amazonOrders: Check = {
  title: 'every Amazon order is taken once',
  look: async ({ product, simulators, record }) => {
    const rows = await product.query<TakenRow>(`
      SELECT m.external_id, m.status, m.failure, (SELECT count(*)::int FROM sales_order o WHERE o.channel_code = m.channel_code AND o.external_id = m.external_id) AS orders,
        (SELECT min(o.status) FROM sales_order o WHERE o.channel_code = m.channel_code AND o.external_id = m.external_id) AS order_status FROM marketplace_order m`);
    const taken = new Map(rows.map((row) => [row.external_id, row]));
    const breaches: string[] = [];
    let unserved = 0;
    for (const { orderId, fulfillment } of await simulators.orders()) {
      const [row, there] = [taken.get(orderId), fulfillment?.fulfillmentStatus ?? 'PENDING'];
      if (!record.amazonOrders.has(orderId)) continue;
      if (row === undefined) breaches.push(`Amazon order ${orderId} (${there}) was never taken`);
      else if (row.orders > 1) breaches.push(`Amazon order ${orderId} became ${row.orders} orders`);
      else if (row.failure !== null) unserved += 1;
      else if (there === 'CANCELLED' ? row.orders === 1 && row.order_status !== 'cancelled' : there !== 'PENDING' && (row.orders !== 1 || row.order_status === 'cancelled')) breaches.push(`Amazon order ${orderId} is ${there}; here it is ${row.orders === 0 ? 'no order' : row.order_status} (${row.status})`);
    }
    return { lookedAt: record.amazonOrders.size, breaches, note: `${unserved} could not be served and say so` };
  },
};

export const marketplaceChecks: Check[] = [listings, amazonOrders];
