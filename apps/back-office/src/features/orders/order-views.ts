import type { FulfilmentOrderQuery, OrderListQuery } from '@oneshelf/contracts';

/** A saved view: whole orders by how they stand, or the parts of orders that a place still has to do. */
export type OrderView =
  | { id: 'all' | 'open' | 'waitingForPayment' | 'done' | 'cancelled'; shows: 'orders'; status?: OrderListQuery['status'] }
  | { id: 'toPick' | 'picking' | 'ready'; shows: 'parts'; status: NonNullable<FulfilmentOrderQuery['status']> };

const allOrders: OrderView = { id: 'all', shows: 'orders' };

/** In the order of the chips. */
export const orderViews: readonly OrderView[] = [
  allOrders,
  { id: 'open', shows: 'orders', status: 'open' },
  { id: 'toPick', shows: 'parts', status: 'to_pick' },
  { id: 'picking', shows: 'parts', status: 'picking' },
  { id: 'ready', shows: 'parts', status: 'ready' },
  { id: 'waitingForPayment', shows: 'orders', status: 'awaiting_payment' },
  { id: 'done', shows: 'orders', status: 'done' },
  { id: 'cancelled', shows: 'orders', status: 'cancelled' },
];

/** The view of a URL; an unknown one is All. */
export const orderViewOf = (id: string): OrderView => orderViews.find((view) => view.id === id) ?? allOrders;
