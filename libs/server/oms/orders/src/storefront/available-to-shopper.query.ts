import { Injectable } from '@nestjs/common';
import { AvailabilityQuery } from '@oneshelf/server-inventory';
import { PlanOrder } from '../place-order/plan-order';

/** What one shopper may buy: what is free, and what is kept for them. */
@Injectable()
export class AvailableToShopper {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly plans: PlanOrder,
  ) {}

  /** Of each variant, 0 or more. A hold of somebody else counts for nothing. */
  async run(channelCode: string, variantIds: string[], named: { holdId: string; token: string } | undefined): Promise<Map<string, number>> {
    const [available, hold] = await Promise.all([this.availability.availableToChannel(variantIds, channelCode), this.plans.ownHold(channelCode, named)]);
    for (const { variantId, quantityMilli } of (hold.ok && hold.value?.lines) || []) available.set(variantId, (available.get(variantId) ?? 0) + quantityMilli);
    return available;
  }
}
