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

/** Each event has had each of its handlers, whichever worker ran it and whatever died meanwhile; no handler has one twice (its key). */
const handled: Check = {
  title: 'each event was handled by each of its handlers',
  look: async ({ product }) => {
    const rows = await product.query<{ name: string; handler: string; events: number; handled: number }>(`
      WITH heard AS (SELECT DISTINCT e.name, h.handler_id FROM handled_event h JOIN outbox_event e ON e.id = h.event_id)
      SELECT heard.name, heard.handler_id AS handler, count(e.id)::int AS events, count(h.event_id)::int AS handled
      FROM heard JOIN outbox_event e ON e.name = heard.name LEFT JOIN handled_event h ON h.event_id = e.id AND h.handler_id = heard.handler_id GROUP BY 1, 2`);
    return { lookedAt: rows.reduce((sum, row) => sum + row.events, 0), breaches: rows.filter((row) => row.events !== row.handled).map((row) => `${row.handler} has handled ${row.handled} of ${row.events} ${row.name}`) };
  },
};

export const workChecks: Check[] = [outbox, handled, stuckWork];
