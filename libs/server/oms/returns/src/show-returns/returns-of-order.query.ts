import { Injectable } from '@nestjs/common';
import type { OrderReturnView } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { OrderFacets, type OrderReturnsReader } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** Returns on the page of their order. */
@Injectable()
export class ReturnsOfOrder implements OrderReturnsReader {
  constructor(
    private readonly reads: PrismaReads,
    private readonly organisation: OrganisationDirectory,
    facets: OrderFacets,
  ) {
    facets.returns = this;
  }

  async returnsOf(orderId: string): Promise<OrderReturnView[]> {
    const [rows, { locations }] = await Promise.all([this.reads.return_order.findMany({ where: { order_id: orderId }, include: { lines: true }, orderBy: { received_at: 'asc' } }), this.organisation.read()]);
    return rows.map((row) => ({
      id: row.id, number: row.number, locationId: row.location_id, locationName: locations.get(row.location_id)?.name ?? '', status: row.status as OrderReturnView['status'],
      refundMinor: Number(row.refund_minor), receivedAt: row.received_at.toISOString(),
      lines: row.lines.map((line) => ({ orderLineId: line.order_line_id, sku: line.sku, quantityMilli: Number(line.quantity_milli), reason: line.reason, disposition: line.disposition, refundMinor: Number(line.refund_minor) })),
    }));
  }
}
