import { Injectable } from '@nestjs/common';
import { ChannelExposureQuery } from '@oneshelf/server-inventory/exposure';
import { PlanOrder } from '../place-order/plan-order';

/** What one shopper may buy: what the channel may offer, and what is kept for them. */
@Injectable()
export class AvailableToShopper {
  constructor(
    private readonly exposure: ChannelExposureQuery,
    private readonly plans: PlanOrder,
  ) {}

  /** Of each variant, 0 or more. A hold of somebody else counts for nothing. */
  async run(channelCode: string, variantIds: string[], named: { holdId: string; token: string } | undefined): Promise<Map<string, number>> {
    const [seen, hold] = await Promise.all([this.exposure.run(channelCode, variantIds), this.plans.ownHold(channelCode, named)]);
    const available = new Map([...seen].map(([variantId, { exposedMilli }]) => [variantId, exposedMilli]));
    for (const { variantId, quantityMilli } of (hold.ok && hold.value?.lines) || []) available.set(variantId, (available.get(variantId) ?? 0) + quantityMilli);
    return available;
  }
}
