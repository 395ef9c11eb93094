import { Injectable } from '@nestjs/common';
import type { Tx } from '@oneshelf/platform';
import { OrderQuery } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import type { Part } from '../part.repository';

/** Which lots may leave with a part: those that keep long enough for the order's channel, on the calendar of the place. */
@Injectable()
export class LotsThatMayLeave {
  constructor(
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async of(tx: Tx, part: Part): Promise<{ day: string; channelCode?: string }> {
    const [order, { timeZone }] = await Promise.all([this.orders.byId(part.orderId, tx), this.organisation.location(part.locationId)]);
    return { day: new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()), ...(order ? { channelCode: order.channelCode } : {}) };
  }
}
