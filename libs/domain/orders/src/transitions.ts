import type { TransitionTable } from '@oneshelf/domain-kernel';

export type OrderStatus = 'pending_payment' | 'placed' | 'cancelled';
export type OrderAction = 'place' | 'cancel';

/** An order waits for its payment, then stands; it is cancelled from either. */
export const orderTransitions: TransitionTable<OrderStatus, OrderAction> = {
  pending_payment: { place: 'placed', cancel: 'cancelled' },
  placed: { cancel: 'cancelled' },
  cancelled: {},
};

export type FulfilmentKind = 'pickup' | 'ship';
export type FulfilmentStatus = 'to_pick' | 'picking' | 'ready' | 'handed_over' | 'shipped' | 'cancelled';
export type FulfilmentAction = 'start_picking' | 'stop_picking' | 'mark_ready' | 'hand_over' | 'ship' | 'cancel';

const pickup: TransitionTable<FulfilmentStatus, FulfilmentAction> = {
  to_pick: { start_picking: 'picking', cancel: 'cancelled' },
  picking: { stop_picking: 'to_pick', mark_ready: 'ready', cancel: 'cancelled' },
  ready: { hand_over: 'handed_over', cancel: 'cancelled' },
  handed_over: {},
  shipped: {},
  cancelled: {},
};

const ship: TransitionTable<FulfilmentStatus, FulfilmentAction> = {
  to_pick: { start_picking: 'picking', ship: 'shipped', cancel: 'cancelled' },
  picking: { stop_picking: 'to_pick', ship: 'shipped', cancel: 'cancelled' },
  ready: {},
  handed_over: {},
  shipped: {},
  cancelled: {},
};

/** By kind: a pickup is made ready and handed over, a shipment leaves from picking. `stop_picking` undoes `start_picking`. */
export const fulfilmentTransitions: Readonly<Record<FulfilmentKind, TransitionTable<FulfilmentStatus, FulfilmentAction>>> = { pickup, ship };
