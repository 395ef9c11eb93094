import pg from 'pg';
import type { OutsideRecord } from '../kit/outside-record';
import type { Product } from '../kit/product';
import { checks, findBreaches, gather } from './all-checks';
import type { Evidence, Finding } from './check';

interface Breach {
  /** Begins the name of the check that must find it. */
  check: string;
  /** SQL, or what to change outside or in the record. */
  plant: string | ((evidence: Evidence) => Promise<unknown> | unknown);
}

const firstOf = (record: Map<string, object>): string => [...record.keys()][0] ?? '';

/** Of an article of this run: a short run looks at no other. */
async function sellUnseen({ product, record, simulators }: Evidence): Promise<void> {
  const own = new Set((await product.query<{ sku: string }>(`SELECT external_sku AS sku FROM listing WHERE variant_id = ANY($1::uuid[])`, [record.variantIds])).map(({ sku }) => sku));
  await simulators.sell((await simulators.listings()).find(({ sku, fulfilledBy, quantity }) => own.has(sku) && fulfilledBy === 'MERCHANT' && (quantity ?? 0) > 0)?.sku ?? '', 1);
}

/** One breach of each kind, as a bug would make it. */
const breaches: Breach[] = [
  { check: 'every till sale', plant: ({ record }) => record.tillSales.set(crypto.randomUUID(), { variantId: '', locationId: '', pieces: 1, totalMinor: 1, outcome: 'applied' }) },
  { check: 'every till sale', plant: `INSERT INTO payment (id, order_id, kind, provider, status, currency, amount_minor, captured_minor, authorised_minor) SELECT gen_random_uuid(), order_id, kind, provider, status, currency, amount_minor, captured_minor, authorised_minor FROM payment WHERE kind = 'cash' LIMIT 1` },
  { check: 'every web order', plant: ({ record }) => record.webOrders.set(crypto.randomUUID(), { variantId: '', pieces: 1, status: 'placed', code: '', orderId: null, cancelled: false }) },
  { check: 'every web order', plant: ({ record }) => record.webOrders.delete(firstOf(new Map([...record.webOrders].filter(([, wish]) => wish.status === 'placed')))) },
  { check: 'every return', plant: ({ record }) => record.returned.push({ returnId: crypto.randomUUID(), orderId: crypto.randomUUID() }) },
  { check: 'levels are the sum', plant: 'UPDATE stock_level SET sellable_milli = sellable_milli + 1000 WHERE ctid = (SELECT ctid FROM stock_level WHERE sellable_milli > 0 LIMIT 1)' },
  { check: 'levels are the sum', plant: 'DELETE FROM stock_movement WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM stock_movement LIMIT 1)' },
  { check: 'no unit is sold', plant: 'UPDATE stock_level SET sellable_milli = -2000, override_milli = 2000 WHERE ctid = (SELECT ctid FROM stock_level WHERE sellable_milli > 0 LIMIT 1)' },
  { check: 'what is committed', plant: 'DELETE FROM reservation WHERE ctid = (SELECT ctid FROM reservation LIMIT 1)' },
  { check: 'what is committed', plant: 'INSERT INTO reservation (id, order_id, order_line_id, variant_id, location_id, quantity_milli) SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), variant_id, location_id, 1000 FROM stock_level LIMIT 1' },
  { check: 'no unit is made', plant: ({ record }) => record.atBegin.set(record.variantIds[0] ?? '', 1) },
  { check: 'every act', plant: ({ record }) => record.corrections.set(crypto.randomUUID(), { variantId: '', pieces: 1, outcome: 'done' }) },
  { check: 'each event was', plant: `DELETE FROM handled_event WHERE ctid = (SELECT h.ctid FROM handled_event h JOIN (SELECT handler_id FROM handled_event GROUP BY 1 HAVING count(*) > 1) many USING (handler_id) LIMIT 1)` },
  { check: 'every journal', plant: 'UPDATE journal_line SET amount_minor = amount_minor + 1 WHERE ctid = (SELECT ctid FROM journal_line LIMIT 1)' },
  { check: 'cards:', plant: `UPDATE payment SET status = 'captured', captured_minor = authorised_minor WHERE id = (SELECT id FROM payment WHERE kind = 'card_online' AND status = 'authorised' LIMIT 1)` },
  { check: 'cards:', plant: ({ product }) => fetch(`${product.stripe}/v1/payment_intents`, { method: 'POST', headers: { authorization: 'Bearer sk_test_oneshelf', 'content-type': 'application/x-www-form-urlencoded' }, body: 'amount=500&currency=gbp' }) },
  { check: 'every listing', plant: sellUnseen },
  { check: 'every Amazon order', plant: `DELETE FROM marketplace_order WHERE ctid = (SELECT ctid FROM marketplace_order LIMIT 1)` },
  { check: 'every unit of an order', plant: `UPDATE fulfilment_order SET status = 'cancelled' WHERE id = (SELECT f.id FROM fulfilment_order f JOIN sales_order o ON o.id = f.order_id WHERE f.status <> 'cancelled' AND o.status = 'placed' LIMIT 1)` },
  { check: 'what left', plant: ({ product, record }) => product.query<{ order_id: string }>(`SELECT p.order_id FROM payment p JOIN fulfilment_order f ON f.order_id = p.order_id AND f.status <> 'cancelled' WHERE p.kind = 'card_online' AND p.status = 'authorised' LIMIT 1`).then((rows) => rows.forEach((row) => record.handedOver.push(row.order_id))) },
  { check: 'the outbox', plant: `INSERT INTO outbox_event (id, name, key, payload, trace_id) VALUES (gen_random_uuid(), 'faults.planted.v1', '', '{}', '')` },
  { check: 'Stuck work', plant: `UPDATE marketplace_order SET failure = 'planted' WHERE ctid = (SELECT ctid FROM marketplace_order LIMIT 1)` },
  { check: 'Stuck work', plant: `UPDATE bullmq.job SET state = 'failed', failed_reason = 'planted', finished_at_ms = 0 WHERE ctid = (SELECT ctid FROM bullmq.job WHERE name <> 'marketplace.take-amazon-order' AND state = 'completed' LIMIT 1)` },
  // Last: looking writes down every level that was spoiled above, and of those no channel is told anything.
  { check: 'the watch', plant: 'INSERT INTO register_grant (register_id, variant_id, location_id, epoch, ceiling_milli, outstanding_milli, expires_at, state) SELECT gen_random_uuid(), variant_id, location_id, 1, 1000, 1000, now(), \'ended\' FROM stock_level LIMIT 1' },
];

/** Shows that each check can fail: plants a breach, and answers those that their check did not see. The worker rests meanwhile, or it would mend some. */
export async function plantBreaches(product: Product, record: OutsideRecord): Promise<string[]> {
  const evidence = await gather(product, record);
  const wake = product.pauseWorker();
  const blind: string[] = [];
  try {
    for (const { check, plant } of breaches) {
      const before = await findingOf(evidence, check);
      if (typeof plant === 'string') await withoutTriggers(product, plant);
      else await plant(evidence);
      const after = await findingOf(evidence, check);
      const seen = after.breaches.length > before.breaches.length || after.breaches.some((breach) => !before.breaches.includes(breach));
      console.log(`planted for “${after.name}”: ${seen ? `seen – ${after.breaches.find((breach) => !before.breaches.includes(breach)) ?? ''}` : 'NOT SEEN'}`);
      if (!seen) blind.push(after.name);
    }
  } finally {
    wake();
  }
  return blind;
}

async function findingOf(evidence: Evidence, name: string): Promise<Finding> {
  const known = checks.find((one) => one.title.startsWith(name));
  if (known === undefined) throw new Error(`There is no check ${name}.`);
  return findBreaches(known, evidence);
}

/** As a hand in the database: what guards the rows inside is off. */
async function withoutTriggers(product: Product, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    const { rowCount } = await client.query(statement);
    if (rowCount !== 1) throw new Error(`The breach could not be planted, ${rowCount} rows: ${statement}`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
