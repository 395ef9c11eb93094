import { Injectable } from '@nestjs/common';
import type { LookedUpCode, LookUpCode } from '@oneshelf/contracts';
import type { DeviceActor } from '@oneshelf/platform';
import { CustomerDirectory, FindCustomers } from '@oneshelf/server-customers';
import { OrderQuery } from '@oneshelf/server-orders';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { FindPromotionCode } from '@oneshelf/server-pricing';

/** What a code is that a till does not know by itself: one of a promotion, with how often it was used; or a member's card. */
@Injectable()
export class LookUpCodeQuery {
  constructor(
    private readonly codes: FindPromotionCode,
    private readonly customers: FindCustomers,
    private readonly directory: CustomerDirectory,
    private readonly orders: OrderQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(device: DeviceActor, { code, customerId }: LookUpCode): Promise<LookedUpCode> {
    const { marketCode } = await this.organisation.location(device.locationId);
    const buyer = customerId === undefined ? null : await this.directory.byId(customerId);
    const found = await this.codes.run({ code, marketCode, customer: buyer?.email ?? buyer?.id ?? null });
    if (found) {
      const { used, ...coupon } = found;
      return { kind: 'coupon', customer: null, coupon: { ...coupon, used: used && { at: used.at.toISOString(), ...(await this.whereUsed(used.orderId)) } } };
    }
    const customer = await this.customers.byMemberCode(code);
    return { kind: customer ? 'customer' : 'unknown', coupon: null, customer };
  }

  private async whereUsed(orderId: string): Promise<{ orderNumber: string | null; place: string | null }> {
    const order = await this.orders.byId(orderId);
    if (!order) return { orderNumber: null, place: null };
    const location = order.soldAtLocationId === null ? undefined : await this.organisation.findLocation(order.soldAtLocationId);
    return { orderNumber: order.number, place: location?.name ?? (await this.organisation.channel(order.channelCode)).name };
  }
}
