import { Injectable } from '@nestjs/common';
import type { ReturnListItem, ReturnListPage, ReturnListQuery } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { OrderQuery } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** Returns of all places, newest first, each with the number of its order. */
@Injectable()
export class ListReturns {
  constructor(
    private readonly reads: PrismaReads,
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run({ locationId, q, cursor, limit }: ReturnListQuery): Promise<ReturnListPage> {
    const order = q ? await this.orders.byNumber(q) : null;
    const after = afterCursor(cursor);
    const rows = await this.reads.return_order.findMany({
      where: {
        AND: [
          locationId ? { location_id: locationId } : {},
          q ? { OR: [...(UUID.test(q) ? [{ id: q }] : []), { number: { startsWith: q, mode: 'insensitive' } }, ...(order ? [{ order_id: order.id }] : [])] } : {},
          after ? { OR: [{ received_at: { lt: after.at } }, { received_at: after.at, id: { lt: after.id } }] } : {},
        ],
      },
      include: { lines: { select: { quantity_milli: true } } },
      orderBy: [{ received_at: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const [orders, { locations }] = await Promise.all([this.orders.byIds(shown.map((row) => row.order_id)), this.organisation.read()]);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id, number: row.number, orderId: row.order_id, orderNumber: orders.get(row.order_id)?.number ?? '', locationId: row.location_id, locationName: locations.get(row.location_id)?.name ?? '',
        status: row.status as ReturnListItem['status'], unitCount: row.lines.reduce((sum, line) => sum + Number(line.quantity_milli), 0) / 1000, currency: row.currency, refundMinor: Number(row.refund_minor),
        receivedAt: row.received_at.toISOString(),
      })),
      nextCursor: rows.length > limit && last ? `${last.received_at.toISOString()}_${last.id}` : null,
    };
  }
}

/** A movement of stock knows its return by its id. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A cursor that is none starts at the beginning. */
function afterCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  return Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at: new Date(at), id };
}
