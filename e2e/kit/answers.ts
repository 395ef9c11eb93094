import type { AuditList, ImportRunList, MailList, OrderListPage, ProductList, PromotionList, ReturnListPage, StockListAnswer, StuckWorkAnswer, TillList, Today } from '@oneshelf/contracts';

/** Answers of the server that the demo chain does not give: an address of the office, the API path behind it, its answer, and what the screen then says. */
export interface RareState { name: string; address: string; api: string; answer: unknown; shows: string }

const at = '2026-11-21T10:00:00.000Z';
const stuck: StuckWorkAnswer = {
  jobs: [{ id: 'j1', queue: 'marketplace', handler: 'marketplace.push-stock', eventName: 'inventory.stock-changed.v1', payload: { variantId: '019a0000-0000-7000-8000-000000000001', quantityMilli: 4000 }, attempts: 8, failure: 'Amazon answered 403: this seller may not list in this category.', failedAt: at }],
  eventsWaiting: 3, oldestWaitingSeconds: 95,
};
const quiet: Today = { at, concerns: [] };

export const rareStates: RareState[] = [
  { name: 'stuck work with an entry', address: '/stuck-work', api: '/api/stuck-work', answer: stuck, shows: 'marketplace.push-stock' },
  { name: 'nothing stuck', address: '/stuck-work', api: '/api/stuck-work', answer: { ...stuck, jobs: [], eventsWaiting: 0 } satisfies StuckWorkAnswer, shows: 'Nothing is stuck' },
  { name: 'a quiet day', address: '/', api: '/api/today', answer: quiet, shows: 'Nothing waits for you' },
  { name: 'no orders', address: '/orders', api: '/api/orders*', answer: { items: [], nextCursor: null } satisfies OrderListPage, shows: 'No orders yet' },
  { name: 'no returns', address: '/returns', api: '/api/returns*', answer: { items: [], nextCursor: null } satisfies ReturnListPage, shows: 'No returns yet' },
  { name: 'no products', address: '/products', api: '/api/products*', answer: { products: [], nextCursor: null, total: 0, totalAll: 0, departments: [] } satisfies ProductList, shows: 'No products yet' },
  { name: 'no stock', address: '/stock', api: '/api/stock*', answer: { items: [], nextCursor: null } satisfies StockListAnswer, shows: 'No stock yet' },
  { name: 'no promotions', address: '/promotions', api: '/api/promotions', answer: { items: [], collections: [] } satisfies PromotionList, shows: 'No promotions yet' },
  { name: 'no imports', address: '/imports', api: '/api/imports', answer: { imports: [] } satisfies ImportRunList, shows: 'No imports yet' },
  { name: 'no tills', address: '/tills', api: '/api/tills', answer: { items: [] } satisfies TillList, shows: 'No tills yet' },
  { name: 'no messages', address: '/messages', api: '/api/messages*', answer: { items: [], next: null } satisfies MailList, shows: 'No messages yet' },
  { name: 'no history', address: '/history', api: '/api/audit*', answer: { items: [], next: null, subjects: [] } satisfies AuditList, shows: 'No changes yet' },
];
