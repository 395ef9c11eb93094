import type { Product } from '../kit/product';
import type { OutsideRecord } from '../kit/outside-record';
import type { Check } from './check';

/** What lies anywhere in the house or is on the road between its places, by article, in thousandths. */
export async function handsOf(product: Product, variantIds: string[]): Promise<Map<string, number>> {
  const rows = await product.query<{ id: string; milli: string }>(`
    SELECT v.id, (SELECT coalesce(sum(sellable_milli + held_milli + committed_milli + allotted_milli + safety_milli + quality_control_milli + damaged_milli + refurbish_milli + quarantine_milli), 0) FROM stock_level l WHERE l.variant_id = v.id)
      + (SELECT coalesce(sum(shipped_milli - received_milli - damaged_milli - missing_milli), 0) FROM transfer_line t WHERE t.variant_id = v.id) AS milli
    FROM unnest($1::uuid[]) AS v (id)`, [variantIds]);
  return new Map(rows.map((row) => [row.id, Number(row.milli)]));
}

/** What all that the outside was told adds up to: what came, was found, was given back; what was sold, handed over, lost. */
function toldBy(record: OutsideRecord, found: ReadonlyMap<string, number>): Map<string, number> {
  const told = new Map(record.atBegin);
  const add = (variantId: string, pieces: number): unknown => told.set(variantId, (told.get(variantId) ?? 0) + pieces * 1000);
  const bought = new Map([...record.webOrders.values()].map((order) => [order.orderId, order]));
  for (const sale of record.tillSales.values()) add(sale.variantId, -sale.pieces);
  for (const orderId of record.handedOver) add(bought.get(orderId)?.variantId ?? '', -(bought.get(orderId)?.pieces ?? 0));
  for (const { orderId } of record.returned) {
    const order = record.tillSales.get(orderId) ?? bought.get(orderId);
    add(order?.variantId ?? '', order?.pieces ?? 0);
  }
  for (const one of record.corrections.values()) if (one.outcome === 'done') add(one.variantId, one.pieces);
  for (const transfer of record.transfers.values()) add(transfer.variantId, transfer.surplus - transfer.missing);
  for (const [variantId, milli] of found) add(variantId, milli / 1000);
  return told;
}

const conservation: Check = {
  title: 'no unit is made or lost',
  look: async ({ product, record }) => {
    if (record.atBegin.size === 0) return { lookedAt: 0, breaches: [] };
    const rows = await product.query<{ variant_id: string; milli: string }>(`
      SELECT l.variant_id, sum(l.counted_milli - l.expected_milli) AS milli FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id WHERE c.id = ANY($1::uuid[]) AND c.status = 'posted' GROUP BY 1`, [[...record.counts.values()].map(({ id }) => id).filter(Boolean)]);
    const told = toldBy(record, new Map(rows.map((row) => [row.variant_id, Number(row.milli)])));
    const there = await handsOf(product, record.variantIds);
    return { lookedAt: there.size, breaches: [...there].filter(([id, milli]) => told.get(id) !== milli).map(([id, milli]) => `${id}: ${milli / 1000} are there, by what everybody was told it should be ${(told.get(id) ?? 0) / 1000}`) };
  },
};

/** What somebody was told is done stands once, with its goods; what was refused stands nowhere. */
const acts: Check = {
  title: 'every act on stock stands once',
  look: async ({ product, record }) => {
    const breaches = [...(await corrections(product, record)), ...(await transfers(product, record)), ...(await counts(product, record))];
    return { lookedAt: record.corrections.size + record.transfers.size + record.counts.size, breaches };
  },
};

async function corrections(product: Product, record: OutsideRecord): Promise<string[]> {
  const rows = await product.query<{ key: string; times: number; milli: string }>(`
    SELECT k.key, count(m.id)::int AS times, coalesce(sum(CASE WHEN m.from_bucket = 'shrink' THEN m.quantity_milli ELSE -m.quantity_milli END), 0) AS milli
    FROM unnest($1::text[]) AS k (key) LEFT JOIN stock_movement m ON m.cause_kind = 'adjustment' AND m.variant_id = ANY($2::uuid[]) AND right(m.reason, 36) = k.key GROUP BY k.key`, [[...record.corrections.keys()], record.variantIds]);
  return rows.flatMap(({ key, times, milli }) => {
    const told = record.corrections.get(key);
    const right = told?.outcome === 'done' ? times === 1 && Number(milli) === told.pieces * 1000 : told?.outcome === 'refused' && times === 0;
    return right ? [] : [`correction ${key} of ${told?.pieces} (${told?.outcome}) stands ${times} times with ${Number(milli) / 1000}`];
  });
}

async function transfers(product: Product, record: OutsideRecord): Promise<string[]> {
  const rows = await product.query<{ note: string; status: string; shipped: string; received: string; damaged: string; missing: string; surplus: string }>(`
    SELECT t.note, t.status, l.shipped_milli AS shipped, l.received_milli AS received, l.damaged_milli AS damaged, l.missing_milli AS missing, l.surplus_milli AS surplus
    FROM transfer t JOIN transfer_line l ON l.transfer_id = t.id WHERE t.note = ANY($1::text[])`, [[...record.transfers.keys()]]);
  return [...record.transfers].flatMap(([key, told]) => {
    const [row, ...more] = rows.filter((one) => one.note === key);
    if (row === undefined || more.length > 0) return [`transfer ${key} stands ${row ? more.length + 1 : 0} times`];
    const isSent = told.status === 'shipped' || told.status === 'closed';
    const wanted = [isSent ? told.pieces : 0, told.received, told.damaged, told.missing, told.surplus].map((pieces) => String(pieces * 1000));
    const status = { approved: 'approved', refused: 'approved', shipped: 'shipped', closed: 'received' }[told.status];
    const right = row.status === status && wanted.join() === [row.shipped, row.received, row.damaged, row.missing, row.surplus].join();
    return right ? [] : [`transfer ${key}: told ${status} ${wanted.join('/')}, it is ${JSON.stringify(row)}`];
  });
}

async function counts(product: Product, record: OutsideRecord): Promise<string[]> {
  const rows = await product.query<{ title: string; status: string; counted: string | null; expected: string | null; moved: string }>(`
    SELECT c.title, c.status, l.counted_milli AS counted, l.expected_milli AS expected,
      (SELECT coalesce(sum(CASE WHEN m.from_bucket = 'shrink' THEN m.quantity_milli ELSE -m.quantity_milli END), 0) FROM stock_movement m WHERE m.cause_kind = 'count' AND m.cause_id = c.id::text) AS moved
    FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id WHERE c.title = ANY($1::text[])`, [[...record.counts.keys()]]);
  return [...record.counts].flatMap(([key, told]) => {
    const [row, ...more] = rows.filter((one) => one.title === key);
    if (row === undefined || more.length > 0) return [`count ${key} stands ${row ? more.length + 1 : 0} times`];
    const right = told.isPosted && row.status === 'posted' && Number(row.counted) === told.counted * 1000 && Number(row.counted) - Number(row.expected) === Number(row.moved);
    return right ? [] : [`count ${key} of ${told.counted}: ${JSON.stringify(row)}`];
  });
}

export const conservationChecks: Check[] = [conservation, acts];
