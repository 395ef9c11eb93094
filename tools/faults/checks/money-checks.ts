import type { StripeIntent } from '../kit/simulators';
import type { Check } from './check';

/** Every journal entry sums to zero, and every sale, capture and refund has its one. */
const journal: Check = {
  title: 'every journal balances',
  look: async ({ product }) => {
    const [entries] = await product.query<{ total: number; wrong: string[] | null }>(`
      SELECT count(*)::int AS total, array_agg(format('%s %s sums to %s', cause_kind, cause_id, sum)) FILTER (WHERE sum <> 0) AS wrong
      FROM (SELECT e.cause_kind, e.cause_id, coalesce(sum(l.amount_minor), 0) AS sum FROM journal_entry e LEFT JOIN journal_line l ON l.entry_id = e.id GROUP BY e.id) each`);
    const missing = await product.query<{ text: string }>(`
      SELECT format('payment %s captured %s, the journal says %s', p.id, p.captured_minor, coalesce(j.amount, 0)) AS text
      FROM payment p LEFT JOIN LATERAL (SELECT sum(l.amount_minor) AS amount FROM journal_entry e JOIN journal_line l ON l.entry_id = e.id WHERE e.cause_kind = 'order_captured' AND e.cause_id = p.id::text AND l.account = 'CARD_CLEARING') j ON true
      WHERE p.kind = 'card_online' AND p.status = 'captured' AND coalesce(j.amount, 0) <> p.captured_minor`);
    return { lookedAt: entries?.total ?? 0, breaches: [...(entries?.wrong ?? []), ...missing.map(({ text }) => text)] };
  },
};

interface PaymentRow { id: string; reference: string | null; status: string; authorised: string; captured: string; refunded: string; failure: string | null }

const expected: Record<string, StripeIntent['status'][]> = {
  authorised: ['requires_capture'], captured: ['succeeded'], cancelled: ['canceled'], failed: ['canceled', 'requires_payment_method'],
};

/** What the card company holds, took and gave back is what our rows say; nothing is held that nobody will take or release. */
const cards: Check = {
  title: 'cards: holds, captures, refunds as at Stripe',
  look: async ({ product, simulators }) => {
    const rows = await product.query<PaymentRow>(`SELECT id, provider_reference AS reference, status, authorised_minor AS authorised, captured_minor AS captured, refunded_minor AS refunded, failure FROM payment WHERE kind = 'card_online'`);
    const [intents, refunds] = [await simulators.intents(), await simulators.refunds()];
    const breaches: string[] = [];
    const byPayment = new Map<string, StripeIntent[]>();
    for (const intent of intents) byPayment.set(intent.metadata['payment_id'] ?? '', [...(byPayment.get(intent.metadata['payment_id'] ?? '') ?? []), intent]);
    for (const row of rows) {
      const found = byPayment.get(row.id) ?? [];
      const [intent] = found;
      byPayment.delete(row.id);
      if (found.length > 1) breaches.push(`payment ${row.id} has ${found.length} intents at the card company`);
      if (intent === undefined) {
        if (row.status !== 'failed' && row.status !== 'cancelled') breaches.push(`payment ${row.id} is ${row.status}; the card company knows nothing of it`);
        continue;
      }
      if (!expected[row.status]?.includes(intent.status)) breaches.push(`payment ${row.id} is ${row.status}, at the card company ${intent.status}`);
      if (intent.amount_received !== Number(row.captured)) breaches.push(`payment ${row.id}: ${row.captured} captured, the card company took ${intent.amount_received}`);
      // A hold that is let go shows as a refund of the card company's own; ours name our row.
      const given = refunds.filter((refund) => refund.payment_intent === intent.id && refund.metadata['refund_id'] !== undefined && (refund.status === 'succeeded' || refund.status === 'pending')).reduce((sum, refund) => sum + refund.amount, 0);
      if (given !== Number(row.refunded)) breaches.push(`payment ${row.id}: ${row.refunded} refunded, the card company gave back ${given}`);
    }
    for (const [paymentId, strays] of byPayment) breaches.push(...strays.map((stray) => `intent ${stray.id} (${stray.status}) is for payment ${paymentId}, which we do not have`));
    const holds = await product.query<{ id: string; number: string; status: string }>(`
      SELECT p.id, o.number, o.status FROM payment p JOIN sales_order o ON o.id = p.order_id WHERE p.kind = 'card_online' AND p.status IN ('authorised', 'pending', 'requires_action', 'capturing')
        AND (o.status = 'cancelled' OR NOT EXISTS (SELECT FROM order_line l WHERE l.order_id = o.id AND l.quantity_milli > l.cancelled_milli + l.fulfilled_milli))`);
    breaches.push(...holds.map((hold) => `payment ${hold.id} is on hold for order ${hold.number} (${hold.status}), of which nothing is open`));
    return { lookedAt: rows.length, breaches, note: `${intents.length} intents, ${refunds.filter((refund) => refund.metadata['refund_id'] !== undefined).length} refunds there` };
  },
};

export const moneyChecks: Check[] = [journal, cards];
