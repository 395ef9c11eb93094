import { keptMilli, openMilli, type LineQuantities } from './line-quantities';
import type { FulfilmentStatus, OrderStatus } from './transitions';

export type DisplayStatus =
  | 'awaiting_payment' | 'placed' | 'in_fulfilment' | 'ready_for_pickup'
  | 'partly_fulfilled' | 'fulfilled' | 'partly_returned' | 'returned' | 'cancelled';

export interface OrderFacts {
  status: OrderStatus;
  lines: readonly LineQuantities[];
  /** How much of the total is authorised or captured, refunds not deducted. A marketplace's order is `full`. */
  paymentCoverage: 'none' | 'partial' | 'full';
  fulfilmentOrders: readonly { status: FulfilmentStatus }[];
}

/** The one word that people see for an order. Derived, never stored; no rule reads it. */
export function displayStatus({ status, lines, paymentCoverage, fulfilmentOrders }: OrderFacts): DisplayStatus {
  const total = (count: (line: LineQuantities) => number): number => lines.reduce((sum, line) => sum + count(line), 0);
  const [ordered, cancelled, fulfilled, returned] = [total((line) => line.quantityMilli), total((line) => line.cancelledMilli), total((line) => line.fulfilledMilli), total((line) => line.returnedMilli)];
  if (returned > 0) return total(keptMilli) === 0 && total(openMilli) === 0 ? 'returned' : 'partly_returned';
  if (fulfilled > 0) return total(openMilli) === 0 ? 'fulfilled' : 'partly_fulfilled';
  if (status === 'cancelled' || (ordered > 0 && cancelled === ordered)) return 'cancelled';
  if (status === 'pending_payment' || paymentCoverage !== 'full') return 'awaiting_payment';
  const active = fulfilmentOrders.filter((order) => order.status !== 'cancelled');
  if (active.length > 0 && active.every((order) => order.status === 'ready')) return 'ready_for_pickup';
  return active.some((order) => order.status !== 'to_pick') ? 'in_fulfilment' : 'placed';
}
