import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { expectedDay, type OrderProblem, orderStatusAfter } from '@oneshelf/domain-purchasing';
import { type StaffActor, Transactions, type Tx } from '@oneshelf/platform';
import type { BundleHasNoStock } from '@oneshelf/server-inventory/goods';
import { OrderPlaces } from '../edit-order/order-places';
import { ExpectOrder } from '../expect-order';
import { type OrderChanged, orderChanged, openMilli, type PurchaseOrder } from '../purchase-order';
import { PurchaseOrderRepository } from '../purchase-order.repository';
import { SupplierRepository } from '../supplier.repository';
import { problemsOf } from './problems-of';

export type MoveOrderRefusal =
  | BundleHasNoStock
  | OrderChanged
  | { kind: 'unknown_order' | 'not_allowed_here'; message: string }
  | { kind: 'transition_refused'; message: string; status: string }
  | { kind: 'order_problems'; message: string; problems: OrderProblem[] };

type Act = 'send' | 'cancel' | 'close';

/** Sends an order to its supplier, cancels it, or closes what of it will not come. */
@Injectable()
export class MoveOrderUseCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: PurchaseOrderRepository,
    private readonly suppliers: SupplierRepository,
    private readonly places: OrderPlaces,
    private readonly expect: ExpectOrder,
  ) {}

  run(actor: StaffActor, { id, version, act, now }: { id: string; version: number; act: Act; now: Date }): Promise<Result<{ id: string }, MoveOrderRefusal>> {
    return this.transactions.run<{ id: string }, MoveOrderRefusal>(async (tx) => {
      const order = await this.orders.lock(tx, id);
      if (!order) return refuse({ kind: 'unknown_order', message: 'There is no order with this id.' });
      if (!this.places.mayBuyFor(actor, order.locationId)) return refuse({ kind: 'not_allowed_here', message: 'Your role does not hold at the location of this order. Nothing was changed.' });
      if (order.version !== version) return refuse(orderChanged(order.version));
      const after = orderStatusAfter(order.status, act);
      if (!after.ok) return refuse({ kind: 'transition_refused', status: order.status, message: `This order is ${order.status.replaceAll('_', ' ')}: that cannot be done with it. Nothing was changed.` });
      if (act === 'send') return this.send(tx, { actor, order, now });
      const closed = order.lines.map((line) => ({ ...line, closedMilli: line.closedMilli + openMilli(line) }));
      const ended: PurchaseOrder = { ...order, status: after.value, lines: act === 'close' ? closed : order.lines };
      return this.finish(tx, { actor, order: ended, kind: act === 'close' ? 'closed' : 'cancelled', now });
    });
  }

  private async send(tx: Tx, { actor, order, now }: { actor: StaffActor; order: PurchaseOrder; now: Date }): Promise<Result<{ id: string }, MoveOrderRefusal>> {
    const bundle = await this.places.bundlesOf(order, 'order');
    if (bundle) return refuse(bundle);
    const supplier = await this.suppliers.find(order.supplierId);
    const products = await this.suppliers.products(order.supplierId, order.lines.map((line) => line.variantId));
    const problems = problemsOf(order, products, supplier?.minimumOrderMinor ?? 0);
    if (problems.length > 0) return refuse({ kind: 'order_problems', problems, message: 'The supplier would not take this order as it stands. Nothing was sent. Mend the lines that are marked.' });
    const leadTimes = order.lines.map((line) => products.find(({ variantId }) => variantId === line.variantId)?.leadTimeDays ?? supplier?.leadTimeDays ?? 0);
    const expectedOn = order.expectedOn ?? expectedDay(await this.places.todayAt(order.locationId, now), Math.max(0, ...leadTimes));
    const sent: PurchaseOrder = { ...order, status: 'sent', expectedOn };
    await this.orders.update(tx, sent, { sentAt: now });
    await this.expect.run(tx, sent);
    await this.orders.record(tx, sent, { actor, kind: 'sent', details: { expectedOn, lines: sent.lines.length } });
    return ok({ id: order.id });
  }

  private async finish(tx: Tx, { actor, order, kind, now }: { actor: StaffActor; order: PurchaseOrder; kind: 'closed' | 'cancelled'; now: Date }): Promise<Result<{ id: string }, MoveOrderRefusal>> {
    await this.orders.update(tx, order, { endedAt: now });
    await this.orders.writeLines(tx, order.id, order.lines);
    await this.expect.run(tx, order);
    await this.orders.record(tx, order, { actor, kind, details: { status: order.status, closed: order.lines.filter((line) => line.closedMilli > 0).map((line) => ({ variantId: line.variantId, closedMilli: line.closedMilli })) } });
    return ok({ id: order.id });
  }
}
