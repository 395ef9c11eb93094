import type { LookAtStockAnswer } from '@oneshelf/contracts';
import type { Check } from './check';

const BUCKETS = ['sellable', 'committed', 'allotted', 'safety', 'quality_control', 'damaged', 'refurbish', 'quarantine'];

/** Every level of every SKU at every place is the sum of its movements. */
const levels: Check = {
  title: 'levels are the sum of their movements',
  look: async ({ product }) => {
    const unpivoted = BUCKETS.map((bucket) => `('${bucket}', ${bucket}_milli${bucket === 'sellable' ? ' + held_milli' : ''})`).join(', ');
    const rows = await product.query<{ total: number; wrong: string[] | null }>(`
      WITH fold AS (
        SELECT variant_id, location_id, bucket, sum(milli) AS milli FROM (
          SELECT variant_id, location_id, to_bucket AS bucket, quantity_milli AS milli FROM stock_movement
          UNION ALL SELECT variant_id, location_id, from_bucket, -quantity_milli FROM stock_movement) m
        WHERE bucket = ANY($1) GROUP BY 1, 2, 3),
      standing AS (SELECT variant_id, location_id, b.bucket, b.milli FROM stock_level, LATERAL (VALUES ${unpivoted}) AS b (bucket, milli)),
      compared AS (SELECT variant_id, location_id, bucket, coalesce(s.milli, 0) AS level, coalesce(f.milli, 0) AS movements FROM standing s FULL JOIN fold f USING (variant_id, location_id, bucket))
      SELECT count(*)::int AS total, array_agg(format('%s at %s: %s is %s, its movements make %s', variant_id, location_id, bucket, level, movements)) FILTER (WHERE level <> movements) AS wrong FROM compared`, [BUCKETS]);
    return { lookedAt: rows[0]?.total ?? 0, breaches: rows[0]?.wrong ?? [] };
  },
};

/** Below zero stands only what a counter sold beyond the shelf, and every such sale is a discrepancy that a person sees. */
const overselling: Check = {
  title: 'no unit is sold that was not there',
  look: async ({ product }) => {
    const rows = await product.query<{ variant_id: string; location_id: string; sellable: string; override: string; named: number }>(`
      SELECT l.variant_id, l.location_id, l.sellable_milli AS sellable, l.override_milli AS override,
        (SELECT count(*)::int FROM sale_discrepancy d JOIN till_sale t ON t.id = d.sale_id JOIN order_line o ON o.order_id = d.sale_id WHERE d.kind = 'stock_override' AND t.location_id = l.location_id AND o.variant_id = l.variant_id) AS named
      FROM stock_level l`);
    const breaches = rows.flatMap((row) => {
      const [sellable, override] = [Number(row.sellable), Number(row.override)];
      if (override !== Math.max(0, -sellable)) return [`${row.variant_id} at ${row.location_id}: sellable ${sellable}, override ${override}`];
      return sellable < 0 && row.named === 0 ? [`${row.variant_id} at ${row.location_id}: ${sellable} and no sale says so`] : [];
    });
    return { lookedAt: rows.length, breaches, note: `${rows.filter((row) => Number(row.sellable) < 0).length} levels below zero by counter sales, each named` };
  },
};

/** What is committed is reserved, for open units of orders that stand, or for a hold of an Amazon order that is not paid yet. */
const reservations: Check = {
  title: 'what is committed is reserved for an order',
  look: async ({ product }) => {
    const levelsOff = await product.query<{ text: string }>(`
      SELECT format('%s at %s: committed %s, reserved %s', variant_id, location_id, coalesce(committed_milli, 0), coalesce(reserved, 0)) AS text
      FROM stock_level FULL JOIN (SELECT variant_id, location_id, sum(quantity_milli) AS reserved FROM reservation GROUP BY 1, 2) r USING (variant_id, location_id)
      WHERE coalesce(committed_milli, 0) <> coalesce(reserved, 0)`);
    const lines = await product.query<{ id: string; number: string; status: string; open: string; reserved: string }>(`
      SELECT l.id, o.number, o.status, CASE WHEN o.status = 'cancelled' THEN 0 ELSE l.quantity_milli - l.cancelled_milli - l.fulfilled_milli END AS open,
        (SELECT coalesce(sum(quantity_milli), 0) FROM reservation r WHERE r.order_line_id = l.id) AS reserved
      FROM order_line l JOIN sales_order o ON o.id = l.order_id`);
    const breaches = [...levelsOff.map(({ text }) => text), ...lines.filter((line) => line.open !== line.reserved).map((line) => `order ${line.number} (${line.status}): ${line.open} open, ${line.reserved} reserved`)];
    const strays = await product.query<{ order_id: string }>(`
      SELECT DISTINCT order_id FROM reservation r WHERE NOT EXISTS (SELECT FROM sales_order o WHERE o.id = r.order_id)
        AND NOT EXISTS (SELECT FROM marketplace_order m WHERE m.order_id = r.order_id AND m.status IN ('PENDING', 'PENDING_AVAILABILITY'))`);
    breaches.push(...strays.map((stray) => `units are kept for ${stray.order_id}, which is no order`));
    return { lookedAt: lines.length, breaches };
  },
};

/** What the movements of a transfer left on the road is what its lines say, and nothing once it is closed. */
const roads: Check = {
  title: 'what is on the road is what was sent and has not arrived',
  look: async ({ product }) => {
    const rows = await product.query<{ number: string; status: string; road: string; lines: string }>(`
      SELECT t.number, t.status,
        (SELECT coalesce(sum(CASE WHEN to_bucket = 'transit' THEN quantity_milli ELSE -quantity_milli END), 0) FROM stock_movement m WHERE m.cause_kind = 'transfer' AND m.cause_id = t.id::text AND 'transit' IN (from_bucket, to_bucket)) AS road,
        (SELECT coalesce(sum(shipped_milli - received_milli - damaged_milli - missing_milli), 0) FROM transfer_line l WHERE l.transfer_id = t.id) AS lines
      FROM transfer t`);
    const breaches = rows.filter((row) => row.road !== row.lines || (row.status !== 'shipped' && row.road !== '0')).map((row) => `transfer ${row.number} (${row.status}): ${row.road} on the road, its lines say ${row.lines}`);
    return { lookedAt: rows.length, breaches };
  },
};

/** The product's own watch looks at everything, rights of tills and holds of checkouts too, and has nothing to say. */
const watched: Check = {
  title: 'the watch over stock finds nothing',
  look: async ({ office }) => {
    let [lookedAt, after] = [0, null as LookAtStockAnswer['next']];
    do {
      const { status, body } = await office.send<LookAtStockAnswer>('stock/breaches/look', { after });
      if (status !== 200) return { lookedAt, breaches: [`it could not look: ${status} ${JSON.stringify(body)}`] };
      [lookedAt, after] = [lookedAt + body.levels, body.next];
    } while (after !== null);
    const { items } = await office.breaches();
    return { lookedAt, breaches: items.map((breach) => `${breach.sku} at ${breach.locationId}: ${breach.rule} ${breach.bucket} shows ${breach.shownMilli}, explained are ${breach.explainedMilli}`) };
  },
};

export const stockChecks: Check[] = [levels, overselling, reservations, roads, watched];
