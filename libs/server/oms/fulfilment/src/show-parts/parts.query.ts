import { Inject, Injectable } from '@nestjs/common';
import type { FulfilmentOrderPage, FulfilmentOrderQuery, FulfilmentOrderView, OrderPart } from '@oneshelf/contracts';
import { type Database, DATABASE } from '@oneshelf/platform';
import { SoldBundles, type SoldComponent } from '@oneshelf/server-inventory/bundles';
import { OrderFacets, type OrderPartsReader } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { type Part, PartRepository } from '../part.repository';

/** Parts for screens; the order's page gets them through its facets. */
@Injectable()
export class PartsQuery implements OrderPartsReader {
  constructor(
    private readonly parts: PartRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly bundles: SoldBundles,
    @Inject(DATABASE) private readonly database: Database,
    facets: OrderFacets,
  ) {
    facets.parts = this;
  }

  async partsOf(orderIds: string[]): Promise<Map<string, OrderPart[]>> {
    const [{ locations }, componentsOf] = await Promise.all([this.organisation.read(), this.bundles.of(orderIds)]);
    const byOrder = new Map<string, OrderPart[]>();
    for (const part of await this.parts.byOrders(this.database, orderIds)) byOrder.set(part.orderId, [...(byOrder.get(part.orderId) ?? []), view(part, locations.get(part.locationId)?.name ?? '', componentsOf)]);
    return byOrder;
  }

  async one(id: string): Promise<FulfilmentOrderView | null> {
    const part = await this.parts.byId(this.database, id);
    return part ? this.wide(part) : null;
  }

  /** First due first. */
  async page({ status, kind, locationId, cursor, limit }: FulfilmentOrderQuery): Promise<FulfilmentOrderPage> {
    let query = this.database.selectFrom('fulfilment_order').select(['id', 'due_at']);
    if (status) query = query.where('status', '=', status);
    if (kind) query = query.where('kind', '=', kind);
    if (locationId) query = query.where('location_id', '=', locationId);
    const [at = '', id = ''] = cursor?.split('_') ?? [];
    if (!Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id)) query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('due_at', 'id'), '>', tuple(new Date(at), id)));
    const rows = await query.orderBy('due_at').orderBy('id').limit(limit + 1).execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const parts = await Promise.all(shown.map((row) => this.one(row.id)));
    return { items: parts.filter((part) => part !== null), nextCursor: rows.length > limit && last ? `${last.due_at.toISOString()}_${last.id}` : null };
  }

  private async wide(part: Part): Promise<FulfilmentOrderView> {
    const [{ locations }, componentsOf] = await Promise.all([this.organisation.read(), this.bundles.of([part.orderId])]);
    return { ...view(part, locations.get(part.locationId)?.name ?? '', componentsOf), orderId: part.orderId, orderNumber: part.orderNumber, customerName: part.customerName };
  }
}

type ComponentsOf = (orderId: string, variantId: string) => SoldComponent[] | undefined;

const view = (part: Part, locationName: string, componentsOf: ComponentsOf): OrderPart => ({
  id: part.id, kind: part.kind, status: part.status, locationId: part.locationId, locationName, shelf: part.shelf, because: part.routing.because, ...(part.routing.trace ? { routing: part.routing.trace } : {}), ...(part.routing.notes ? { routingNotes: part.routing.notes } : {}), tracking: part.tracking,
  dueAt: part.dueAt.toISOString(), readyAt: part.readyAt?.toISOString() ?? null, completedAt: part.completedAt?.toISOString() ?? null,
  lines: part.lines.map(({ variantId, ...line }) => {
    const components = componentsOf(part.orderId, variantId);
    return components ? { ...line, components } : line;
  }),
});
