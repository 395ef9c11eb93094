import type { Kysely } from 'kysely';
import type { DB } from '../../generated/database';
import { insertRows } from '../insert-rows';
import { seedId } from '../seed-id';
import { demoProducts } from './catalogue';
import { daysFrom, type DemoTimes } from './demo-times';
import { demoStores, demoWarehouse } from './places';
import { demoSupplierProducts, demoSuppliers, EURO_RATE_MILLIONTHS, packOf, supplierId, unitCostMinor } from './suppliers';

interface DemoOrder {
  supplier: string;
  place: string;
  currency: 'GBP' | 'EUR';
  status: 'draft' | 'sent';
  /** Days from now until it should be here; below zero: it is late. */
  dueIn: number;
  note: string;
  /** Packs by SKU. */
  packs: Record<string, number>;
}

/** One to receive today at Soho, one that is late at the warehouse, one that is not sent. */
const orders: DemoOrder[] = [
  { supplier: 'PENNINE', place: 'SOHO', currency: 'GBP', status: 'sent', dueIn: 0, note: 'Deliver to the back door, before ten.', packs: { 'SWE-10001': 2, 'SWE-10003': 2, 'SWE-10004': 1, 'HAT-66003': 1 } },
  { supplier: 'ALPENFADEN', place: 'LEEDS-WH', currency: 'EUR', status: 'sent', dueIn: -3, note: '', packs: Object.fromEntries(firstOf('Outerwear', 5).map((sku) => [sku, 6])) },
  { supplier: 'HARBOUR', place: 'LEEDS', currency: 'GBP', status: 'draft', dueIn: 9, note: 'For the reopening.', packs: Object.fromEntries(firstOf('Footwear', 4).map((sku) => [sku, 5])) },
];

function firstOf(department: string, count: number): string[] {
  return demoProducts.filter((product) => product.department === department).flatMap((product) => product.variants.slice(0, 2)).slice(0, count).map((variant) => variant.sku);
}

export async function writePurchasing(tx: Kysely<DB>, times: DemoTimes): Promise<void> {
  await insertRows(tx, 'supplier', demoSuppliers);
  await insertRows(tx, 'supplier_product', demoSupplierProducts);
  await insertRows(tx, 'purchase_order_number', [{ market_code: 'GB', last: orders.length }]);
  for (const [index, order] of orders.entries()) await writeOrder(tx, times, { order, number: index + 1 });
}

async function writeOrder(tx: Kysely<DB>, { now }: DemoTimes, { order, number }: { order: DemoOrder; number: number }): Promise<void> {
  const id = seedId(`purchase-order:${number}`);
  const locationId = [...demoStores, demoWarehouse].find((place) => place.code === order.place)?.id ?? '';
  const expectedOn = daysFrom(now, order.dueIn).toISOString().slice(0, 10);
  const made = daysFrom(now, -12 + number);
  const isSent = order.status === 'sent';
  await insertRows(tx, 'purchase_order', [{
    id, number: `PO-GB-${String(number).padStart(6, '0')}`, market_code: 'GB', supplier_id: supplierId(order.supplier), location_id: locationId, currency: order.currency,
    rate_millionths: order.currency === 'EUR' ? EURO_RATE_MILLIONTHS : 1_000_000, status: order.status, expected_on: expectedOn, note: order.note, created_by: 'Marcus Bell', created_at: made, sent_at: isSent ? made : null, version: isSent ? 2 : 1,
  }]);
  const lines = Object.entries(order.packs).map(([sku, packs], position) => {
    const variant = demoProducts.flatMap((product) => product.variants).find((each) => each.sku === sku);
    if (!variant) throw new Error(`There is no demo variant ${sku}.`);
    const pack = packOf(order.supplier);
    return { id: seedId(`purchase-order:${number}:${sku}`), order_id: id, position, variant_id: variant.id, supplier_code: `${order.supplier.slice(0, 2)}${sku.replace('-', '')}`, ordered_milli: packs * pack, pack_milli: pack, unit_cost_minor: unitCostMinor(variant, order.currency) };
  });
  await insertRows(tx, 'purchase_order_line', lines);
  const happened = [{ kind: 'created', details: { lines: lines.length } }, ...(isSent ? [{ kind: 'sent', details: { expectedOn, lines: lines.length } }] : [])];
  await insertRows(tx, 'purchase_order_event', happened.map((event, index) => ({ order_id: id, number: index + 1, kind: event.kind, actor: 'Marcus Bell', details: event.details as never, occurred_at: made })));
  if (!isSent) return;
  await insertRows(tx, 'expected_receipt', lines.map((line) => ({ source_kind: 'purchase_order', source_id: id, variant_id: line.variant_id, location_id: locationId, quantity_milli: line.ordered_milli, expected_on: expectedOn, changed_at: made })));
}
