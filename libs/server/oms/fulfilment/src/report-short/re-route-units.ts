import { Injectable } from '@nestjs/common';
import { explainRoute } from '@oneshelf/domain-routing';
import { type Actor, type Tx } from '@oneshelf/platform';
import { MoveReservationUseCase } from '@oneshelf/server-inventory';
import { FindSources, type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Part, PartRepository } from '../part.repository';
import type { ShortUnits } from './short-units';

const DUE_MS = 24 * 3_600_000;

/** Another location sends what the first could not find. */
@Injectable()
export class ReRouteUnits {
  constructor(
    private readonly sources: FindSources,
    private readonly moving: MoveReservationUseCase,
    private readonly parts: PartRepository,
    private readonly progress: RecordProgressUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The name of the first location that takes over, or null when none has all of it; then nothing was changed. */
  async run(tx: Tx, move: { order: Order; part: Part; short: ShortUnits; actor: Actor }): Promise<string | null> {
    const { order, part, short } = move;
    const { line } = short;
    const plan = await this.sources.run({
      channelCode: order.channelCode, kind: 'delivery', pickupLocationId: null, destination: order.shippingAddress as { country: string } | null, without: [part.locationId],
      lines: [{ lineId: line.orderLineId, variantId: line.variantId, quantityMilli: short.quantityMilli }],
    });
    if (!plan.ok) return null;
    // More than one location would make one short line many parcels; the first that has all of it takes over.
    const [target] = plan.value.parts;
    if (!target || plan.value.parts.length > 1) return null;
    const moved = await this.moving.run(tx, { orderLineId: line.orderLineId, fromLocationId: part.locationId, toLocationId: target.locationId, quantityMilli: short.quantityMilli, fromReason: 'quality_control', actor: move.actor });
    if (!moved.ok) return null;
    const because = explainRoute(plan.value, 'en');
    await this.parts.insert(tx, [{
      orderId: order.id, orderNumber: order.number, locationId: target.locationId, kind: 'ship', customerName: order.customerName, routing: { because, trace: plan.value.trace },
      dueAt: new Date(Date.now() + DUE_MS), lines: [{ orderLineId: line.orderLineId, variantId: line.variantId, sku: line.sku, title: line.title, quantityMilli: short.quantityMilli }],
    }]);
    const { name } = await this.organisation.location(target.locationId);
    await this.progress.say(tx, order.id, { kind: 're_routed', actor: 'routing', data: { fromLocationId: part.locationId, toLocationId: target.locationId, locationName: name, sku: line.sku, title: line.title, quantityMilli: short.quantityMilli, because } });
    return name;
  }
}
