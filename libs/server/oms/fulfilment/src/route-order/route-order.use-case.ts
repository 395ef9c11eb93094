import { Injectable } from '@nestjs/common';
import type { RoutingNote } from '@oneshelf/contracts';
import { explainRoute, type RouteLine, type RoutePart } from '@oneshelf/domain-routing';
import type { Tx } from '@oneshelf/platform';
import { FindSources, type Order, RecordProgressUseCase } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PartRepository } from '../part.repository';
import { RoutingDesk } from './routing-desk';
import type { Held } from './settle-reservations';

const HOUR_MS = 3_600_000;
const DUE_MS = { pickup: 2 * HOUR_MS, ship: 24 * HOUR_MS };

/**
 * Divides what is there of a placed order into parts, one per location, and says why; what it waits for comes later, as a
 * part of its own. Doing it again changes nothing.
 */
@Injectable()
export class RouteOrderUseCase {
  constructor(
    private readonly progress: RecordProgressUseCase,
    private readonly parts: PartRepository,
    private readonly sources: FindSources,
    private readonly organisation: OrganisationDirectory,
    private readonly desk: RoutingDesk,
  ) {}

  async run(tx: Tx, orderId: string): Promise<void> {
    const order = await this.progress.lock(tx, orderId);
    if (!order || order.status !== 'placed' || order.fulfilmentKind === 'carry_out') return;
    const { held, lines: toServe } = await this.desk.unrouted.run(tx, order, await this.parts.byOrders(tx, [orderId]));
    if (toServe.length === 0) return;
    const plan = await this.plan(tx, order, { held, toServe });
    const kind = order.fulfilmentKind === 'pickup' ? 'pickup' : 'ship';
    const lines = new Map(order.lines.map((line) => [line.id, line]));
    await this.parts.insert(tx, plan.parts.map((part) => ({
      orderId, orderNumber: order.number, locationId: part.locationId, kind, customerName: order.customerName, routing: { because: plan.because, trace: plan.trace, notes: plan.notes },
      dueAt: new Date(order.placedAt.getTime() + DUE_MS[kind]),
      lines: part.lines.map((line) => ({ orderLineId: line.lineId, variantId: line.variantId, sku: lines.get(line.lineId)?.sku ?? '', title: lines.get(line.lineId)?.title ?? '', quantityMilli: line.quantityMilli })),
    })));
    const { locations } = await this.organisation.read();
    const told = plan.parts.map((part) => ({ locationId: part.locationId, locationName: locations.get(part.locationId)?.name ?? '', quantityMilli: part.lines.reduce((sum, line) => sum + line.quantityMilli, 0) }));
    await this.progress.say(tx, orderId, { kind: 'routed', actor: 'routing', data: { parts: told, because: plan.because } });
  }

  /** What checkout reserved counts as there; the plan of now wins where its units can be had, else the reservation stands. */
  private async plan(tx: Tx, order: Order, { held, toServe }: { held: Held[]; toServe: RouteLine[] }): Promise<{ parts: RoutePart[]; because: string[]; trace: unknown[]; notes: RoutingNote[] }> {
    const plan = await this.sources.run({
      channelCode: order.channelCode, kind: order.fulfilmentKind === 'pickup' ? 'pickup' : 'delivery', pickupLocationId: order.pickupLocationId,
      destination: order.shippingAddress as { country: string } | null, held, lines: toServe,
    });
    const because = plan.ok ? explainRoute(plan.value, 'en') : [];
    const trace = plan.ok ? plan.value.trace : [];
    if (plan.ok && (await this.desk.settle.run(tx, held, plan.value.parts))) return { parts: plan.value.parts, because, trace, notes: [] };
    const { held: now } = await this.desk.unrouted.run(tx, order, await this.parts.byOrders(tx, [order.id]));
    const parts = [...new Set(now.map((one) => one.locationId))].map((locationId) => ({
      locationId, distanceKm: null, lines: now.filter((one) => one.locationId === locationId).map((one) => ({ lineId: one.orderLineId, variantId: one.variantId, quantityMilli: one.quantityMilli })),
    }));
    return { parts, because, trace, notes: [{ code: 'served_where_reserved', details: { planned: trace.filter((one) => one.verdict === 'chosen').map((one) => one.code) } }] };
  }
}

