import { Inject, Injectable } from '@nestjs/common';
import type { Pickup, PickupList } from '@oneshelf/contracts';
import { inWalkOrder } from '@oneshelf/domain-inventory';
import { type Database, DATABASE } from '@oneshelf/platform';
import { SoldBundles, type SoldComponent } from '@oneshelf/server-inventory/bundles';
import { BinPlaces } from '@oneshelf/server-inventory/work';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { type Part, PartRepository } from '../part.repository';

/** What a store has to pick and to hand over. */
@Injectable()
export class PickupsQuery {
  constructor(
    private readonly parts: PartRepository,
    private readonly orders: OrderQuery,
    private readonly bins: BinPlaces,
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
    const variantIds = parts.flatMap((part) => part.lines.map((line) => line.variantId));
    const orderIds = parts.map((part) => part.orderId);
    const [orders, barcodes, bySerial, bins, componentsOf] = await Promise.all([
      this.orders.byIds(orderIds), this.orders.barcodesOf(variantIds), this.orders.toldApartBySerial(variantIds), this.homesOf(parts), this.bundles.of(orderIds),
    ]);
    return parts.flatMap((part) => {
      const order = orders.get(part.orderId);
      const homes = bins.get(part.locationId);
      if (!order) return [];
      const lines = inWalkOrder(part.lines, ({ variantId }) => homes?.get(variantId)).map((line) => ({
        ...line, barcodes: barcodes.get(line.variantId) ?? [], bin: homes?.get(line.variantId)?.code, unit: order.lines.find(({ id }) => id === line.orderLineId)?.unit,
        bySerial: bySerial.has(line.variantId), ...withComponents(componentsOf(part.orderId, line.variantId)),
      }));
      return [{ ...view(part, order), lines }];
    });
  }

  /** By location: where each product of its parts stands. */
  private async homesOf(parts: Part[]) {
    const places = [...new Set(parts.map(({ locationId }) => locationId))];
    const homes = await Promise.all(places.map((locationId) => this.bins.homes(locationId, parts.flatMap((part) => (part.locationId === locationId ? part.lines.map(({ variantId }) => variantId) : [])))));
    return new Map(places.map((locationId, index) => [locationId, homes[index]]));
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
