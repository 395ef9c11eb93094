import { Inject, Injectable } from '@nestjs/common';
import type { Pickup, PickupList } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { type Part, PartRepository } from '../part.repository';
import { PickLabels } from './pick-labels.query';

/** What a store has to pick and to hand over. */
@Injectable()
export class PickupsQuery {
  constructor(
    private readonly parts: PartRepository,
    private readonly orders: OrderQuery,
    private readonly labels: PickLabels,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async list(locationId: string): Promise<PickupList> {
    return { items: await this.withOrders(await this.parts.open(this.database, { locationId, kind: 'pickup', statuses: ['to_pick', 'picking', 'ready'] })) };
  }

  async one(id: string): Promise<Pickup | null> {
    const part = await this.parts.byId(this.database, id);
    return part ? ((await this.withOrders([part]))[0] ?? null) : null;
  }

  private async withOrders(parts: Part[]): Promise<Pickup[]> {
    const variantIds = parts.flatMap((part) => part.lines.map((line) => line.variantId));
    const orders = await this.orders.byIds(parts.map((part) => part.orderId));
    const [barcodes, bySerial, labelled] = await Promise.all([this.orders.barcodesOf(variantIds), this.orders.toldApartBySerial(variantIds), this.labels.of(parts, orders)]);
    return parts.flatMap((part) => {
      const order = orders.get(part.orderId);
      if (!order) return [];
      const lines = (labelled.get(part.id)?.lines ?? []).map((line) => ({
        ...line, barcodes: barcodes.get(line.variantId) ?? [], unit: order.lines.find(({ id }) => id === line.orderLineId)?.unit, bySerial: bySerial.has(line.variantId),
      }));
      return [{ ...view(part, order), lines }];
    });
  }
}

const view = (part: Part, order: Order): Omit<Pickup, 'lines'> => ({
  id: part.id, orderId: part.orderId, orderNumber: part.orderNumber, customerName: part.customerName, status: part.status as Pickup['status'], shelf: part.shelf, pickedBy: part.pickedBy,
  currency: order.currency, totalMinor: part.lines.reduce((sum, line) => sum + paidFor(order, line), 0), placedAt: order.placedAt.toISOString(), dueAt: part.dueAt.toISOString(),
  readyAt: part.readyAt?.toISOString() ?? null,
});

/** At the shares frozen when it was sold. */
function paidFor(order: Order, line: Part['lines'][number]): number {
  let left = line.quantityMilli - line.shortMilli;
  return (order.lines.find((one) => one.id === line.orderLineId)?.units ?? []).reduce((sum, unit) => {
    if (left < unit.quantityMilli) return sum;
    left -= unit.quantityMilli;
    return sum + unit.totalMinor;
  }, 0);
}
