import type { Check } from './check';

/** Each unit of an order that stands is in exactly one part that a location serves. */
const parts: Check = {
  title: 'every unit of an order is routed once',
  look: async ({ product }) => {
    const rows = await product.query<{ number: string; wanted: string; routed: string }>(`
      SELECT o.number, l.quantity_milli - l.cancelled_milli AS wanted,
        (SELECT coalesce(sum(p.quantity_milli - p.short_milli), 0) FROM fulfilment_order_line p JOIN fulfilment_order f ON f.id = p.fulfilment_order_id WHERE p.order_line_id = l.id AND f.status <> 'cancelled') AS routed
      FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE o.fulfilment_kind <> 'carry_out' AND o.status = 'placed'`);
    return { lookedAt: rows.length, breaches: rows.filter((row) => row.wanted !== row.routed).map((row) => `order ${row.number}: ${row.wanted} wanted, ${row.routed} in parts`) };
  },
};

/** What was handed over is fulfilled and charged (what came back before the charge is not charged); what was sent is known to the marketplace that sold it. */
const left: Check = {
  title: 'what left is charged and confirmed',
  look: async ({ product, record, simulators }) => {
    const charged = await product.query<{ number: string; status: string; payment: string }>(`
      SELECT o.number, f.status, p.status AS payment FROM sales_order o JOIN fulfilment_order f ON f.order_id = o.id JOIN payment p ON p.order_id = o.id AND p.kind = 'card_online'
      WHERE o.id = ANY($1::uuid[]) AND (f.status NOT IN ('handed_over', 'cancelled') OR p.status <> CASE WHEN EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND l.fulfilled_milli > l.returned_milli) THEN 'captured' ELSE p.status END)`, [record.handedOver]);
    const breaches = charged.map((row) => `order ${row.number} was handed over; its part is ${row.status}, its payment ${row.payment}`);
    const sent = await product.query<{ external_id: string }>(`
      SELECT m.external_id FROM fulfilment_order f JOIN marketplace_order m ON m.order_id = f.order_id WHERE f.status = 'shipped'
        AND NOT EXISTS (SELECT FROM order_line l WHERE l.order_id = f.order_id AND l.quantity_milli > l.cancelled_milli + l.fulfilled_milli)`);
    const there = new Map((await simulators.orders()).map((order) => [order.orderId, order.fulfillment?.fulfillmentStatus]));
    breaches.push(...sent.filter((row) => there.get(row.external_id) !== 'SHIPPED').map((row) => `Amazon order ${row.external_id} was sent; Amazon says ${there.get(row.external_id)}`));
    return { lookedAt: record.handedOver.length + sent.length, breaches };
  },
};

export const fulfilmentChecks: Check[] = [parts, left];
