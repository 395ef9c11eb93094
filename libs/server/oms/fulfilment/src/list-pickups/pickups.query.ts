import { Inject, Injectable } from '@nestjs/common';
import type { Pickup, PickupList } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { type LotToTake, LotsToTakeQuery } from '@oneshelf/server-inventory/goods';
import { type Order, OrderQuery } from '@oneshelf/server-orders';
import { type Part, PartRepository } from '../part.repository';

/** What a store has to pick and to hand over. */
@Injectable()
export class PickupsQuery {
  constructor(
    private readonly parts: PartRepository,
    private readonly orders: OrderQuery,
    private readonly lots: LotsToTakeQuery,
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
    const [orders, barcodes] = await Promise.all([this.orders.byIds(parts.map((part) => part.orderId)), this.orders.barcodesOf(parts.flatMap((part) => part.lines.map((line) => line.variantId)))]);
    const toPick = parts.filter(({ status }) => status === 'to_pick' || status === 'picking').flatMap((part) => part.lines.map((line) => ({ id: line.id, variantId: line.variantId, locationId: part.locationId, channelCode: orders.get(part.orderId)?.channelCode ?? '', quantityMilli: line.quantityMilli - line.shortMilli })));
    const lots = await this.lots.run(toPick, new Date());
    return parts.flatMap((part) => {
      const order = orders.get(part.orderId);
      return order ? [view(part, order, { barcodes, lots })] : [];
    });
  }
}

const view = (part: Part, order: Order, { barcodes, lots }: { barcodes: Map<string, string[]>; lots: Map<string, LotToTake[]> }): Pickup => ({
  id: part.id, orderId: part.orderId, orderNumber: part.orderNumber, customerName: part.customerName, status: part.status as Pickup['status'], shelf: part.shelf, pickedBy: part.pickedBy,
  currency: order.currency, totalMinor: part.lines.reduce((sum, line) => sum + paidFor(order, line), 0), placedAt: order.placedAt.toISOString(), dueAt: part.dueAt.toISOString(),
  readyAt: part.readyAt?.toISOString() ?? null, lines: part.lines.map((line) => ({ ...line, barcodes: barcodes.get(line.variantId) ?? [], ...(lots.has(line.id) ? { lots: lots.get(line.id) } : {}) })),
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
