import { Injectable } from '@nestjs/common';
import type { StorefrontQuoteRequest } from '@oneshelf/contracts';
import { sumDemand } from '@oneshelf/domain-inventory';
import type { ChannelExposure } from '@oneshelf/domain-marketplace';
import { ChannelExposureQuery } from '@oneshelf/server-inventory/exposure';
import { type OpenPromise, type PromisedOffer, PromiseStockUseCase } from '@oneshelf/server-inventory/promises';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PlanOrder } from '../place-order/plan-order';

export interface ShopperGoods {
  /** What the channel may offer, and what is kept for this shopper, by variant; 0 or more. */
  available: Map<string, number>;
  /** What they can be promised of the rest, by variant. */
  offers: Map<string, PromisedOffer>;
}

/** What one shopper may buy now, and what later. */
@Injectable()
export class AvailableToShopper {
  constructor(
    private readonly exposure: ChannelExposureQuery,
    private readonly plans: PlanOrder,
    private readonly promising: PromiseStockUseCase,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** A hold of somebody else counts for nothing. */
  async ofBasket(channelCode: string, { lines, hold: named, fulfilment }: Pick<StorefrontQuoteRequest, 'lines' | 'hold' | 'fulfilment'>): Promise<ShopperGoods> {
    const demand = sumDemand(lines);
    const [available, hold] = await Promise.all([this.offered(channelCode, demand.map(({ variantId }) => variantId)), this.plans.ownHold(channelCode, named)]);
    for (const { variantId, quantityMilli } of (hold.ok && hold.value?.lines) || []) available.set(variantId, (available.get(variantId) ?? 0) + quantityMilli);
    const missing = demand.map(({ variantId, quantityMilli }) => ({ variantId, quantityMilli: quantityMilli - (available.get(variantId) ?? 0) })).filter(({ quantityMilli }) => quantityMilli > 0);
    return { available, offers: fulfilment?.kind === 'pickup' ? new Map() : await this.offers(channelCode, missing) };
  }

  /** For a window: one piece of each that is sold out. */
  async ofWindow(channelCode: string, variantIds: string[]): Promise<ShopperGoods> {
    const available = await this.offered(channelCode, variantIds);
    const missing = variantIds.filter((variantId) => (available.get(variantId) ?? 0) <= 0).map((variantId) => ({ variantId, quantityMilli: 1000 }));
    return { available, offers: await this.offers(channelCode, missing) };
  }

  /** What the channel may offer of each variant, and where. */
  exposed(channelCode: string, variantIds: string[]): Promise<Map<string, ChannelExposure>> {
    return this.exposure.run(channelCode, variantIds);
  }

  private async offered(channelCode: string, variantIds: string[]): Promise<Map<string, number>> {
    return new Map([...(await this.exposed(channelCode, variantIds))].map(([variantId, { exposedMilli }]) => [variantId, exposedMilli]));
  }

  /** What an order still waits for. */
  promisesOf(orderId: string): Promise<OpenPromise[]> {
    return this.promising.ofOrder(orderId);
  }

  private async offers(channelCode: string, missing: { variantId: string; quantityMilli: number }[]): Promise<Map<string, PromisedOffer>> {
    const { orderMode } = await this.organisation.channel(channelCode);
    return this.promising.offers({ channelCode, missing, otherwise: orderMode === 'split' ? 'backorder' : 'stop' });
  }
}
