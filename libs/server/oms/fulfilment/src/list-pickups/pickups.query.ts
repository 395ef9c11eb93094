import { Inject, Injectable } from '@nestjs/common';
import type { Pickup, PickupList } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { SoldBundles, type SoldComponent } from '@oneshelf/server-inventory/bundles';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { type Part, PartRepository } from '../part.repository';

/** What a store has to pick and to hand over. */
@Injectable()
export class PickupsQuery {
  constructor(
    private readonly parts: PartRepository,
    private readonly orders: OrderQuery,
    private readonly bundles: SoldBundles,
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
    const [orders, componentsOf, barcodes] = await Promise.all([
      this.orders.byIds(parts.map((part) => part.orderId)), this.bundles.of(parts.map((part) => part.orderId)),
      this.orders.barcodesOf(parts.flatMap((part) => part.lines.map((line) => line.variantId))),
    ]);
    return parts.flatMap((part) => {
      const order = orders.get(part.orderId);
      if (!order) return [];
      const lines = part.lines.map((line) => ({ ...line, barcodes: barcodes.get(line.variantId) ?? [], ...withComponents(componentsOf(part.orderId, line.variantId)) }));
      return [{ ...view(part, order), lines }];
    });
  }
}

const withComponents = (components: SoldComponent[] | undefined) => (components ? { components } : {});

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
