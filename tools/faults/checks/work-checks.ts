import type { Check } from './check';

const outbox: Check = {
  title: 'the outbox is empty',
  look: async ({ product }) => {
    const [row] = await product.query<{ waiting: number; all: number }>('SELECT count(*) FILTER (WHERE relayed_at IS NULL)::int AS waiting, count(*)::int AS all FROM outbox_event');
    return { lookedAt: row?.all ?? 0, breaches: row && row.waiting > 0 ? [`${row.waiting} events wait`] : [] };
  },
};

/** Stuck work names each Amazon order that could not be served, once at least, and nothing else. */
const stuckWork: Check = {
  title: 'Stuck work is empty or tells the truth',
  look: async ({ product, office }) => {
    const { jobs } = await office.stuckWork();
    const failed = await product.query<{ external_id: string; failure: string }>('SELECT external_id, failure FROM marketplace_order WHERE failure IS NOT NULL');
    const named = new Set(jobs.map((job) => (job.handler === 'marketplace.take-amazon-order' ? String((job.payload as { externalId?: string }).externalId) : '')));
    const breaches = [
      ...failed.filter((order) => !named.has(order.external_id)).map((order) => `Amazon order ${order.external_id} failed (${order.failure}) and Stuck work does not say so`),
      ...jobs.filter((job) => job.handler !== 'marketplace.take-amazon-order' || !failed.some((order) => order.external_id === (job.payload as { externalId?: string }).externalId)).map((job) => `Stuck work has ${job.handler}: ${job.failure}`),
    ];
    return { lookedAt: jobs.length + failed.length, breaches, note: `${jobs.length} jobs for ${failed.length} orders that cannot be served` };
  },
};

export const workChecks: Check[] = [outbox, stuckWork];
