import { Injectable } from '@nestjs/common';
import type { PurchaseOrderDetail, PurchaseOrderListPage, PurchaseOrderListQuery } from '@oneshelf/contracts';
import { hasRole, Problem, type Role, type StaffActor } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { utcDay } from '../utc-day';
import { OrderHeadsQuery } from './order-heads.query';
import { ShowOrderQuery } from './show-order.query';

const READERS: Role[] = ['operations', 'store_manager', 'merchandiser', 'finance'];

/** Orders as a person may see them: those of the locations where a role of theirs holds. */
@Injectable()
export class SeenOrders {
  constructor(
    private readonly heads: OrderHeadsQuery,
    private readonly orders: ShowOrderQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async list(actor: StaffActor, query: PurchaseOrderListQuery): Promise<PurchaseOrderListPage> {
    const locations = await this.organisation.locations();
    const own = locations.filter(({ id }) => hasRole(actor, READERS, id)).map(({ id }) => id);
    return this.heads.list(query, { locationIds: own.length === locations.length ? null : own, today: utcDay(new Date()) });
  }

  /** @throws Problem when there is none, or it is not theirs to see */
  async one(actor: StaffActor, id: string): Promise<PurchaseOrderDetail> {
    const order = await this.orders.run(id, utcDay(new Date()));
    if (!order) throw new Problem(404, 'unknown_order', 'There is no order with this id.');
    if (!hasRole(actor, READERS, order.locationId)) throw new Problem(403, 'not_allowed_here', 'This order is for another location than yours.');
    return order;
  }
}
