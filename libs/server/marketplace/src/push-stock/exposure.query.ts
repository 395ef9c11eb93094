import { Injectable } from '@nestjs/common';
import type { ChannelExposure } from '@oneshelf/domain-marketplace';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { ChannelExposureQuery } from '@oneshelf/server-inventory/exposure';
import { StockBreachRepository } from '@oneshelf/server-inventory/watch';
import { type ChannelPoolSettings, OrganisationDirectory } from '@oneshelf/server-organisation';
import { ListingLimitsQuery } from './listing-limits.query';

/** What a marketplace may show of each variant, from the levels of this moment and what its listing says. An order of Amazon that we know of is reserved already, so none is open. */
@Injectable()
export class ExposureQuery {
  constructor(
    private readonly exposure: ChannelExposureQuery,
    private readonly limits: ListingLimitsQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly breaches: StockBreachRepository,
    private readonly recipes: BundleRecipes,
  ) {}

  /** Those whose number changes with these: themselves, and every bundle that one of them is in. */
  async touched(variantIds: readonly string[]): Promise<string[]> {
    return [...new Set([...variantIds, ...(await this.recipes.containing(variantIds))])];
  }

  async run(channelCode: string, variantIds: string[]): Promise<Map<string, ChannelExposure>> {
    return this.withPool(await this.organisation.freshPool(channelCode), variantIds);
  }

  /** The marketplaces that sell from our shelf and are told numbers. */
  async merchantChannels(): Promise<string[]> {
    return (await this.organisation.channels()).filter((channel) => channel.kind === 'marketplace' && channel.fulfilledBy === 'merchant').map((channel) => channel.code);
  }

  /** With settings that are only thought of. */
  async withPool(pool: ChannelPoolSettings, variantIds: string[]): Promise<Map<string, ChannelExposure>> {
    return this.exposure.withPool(pool, variantIds, await this.limits.run(pool.channelCode, variantIds));
  }

  /** Of these variants, those with a level that nothing explains: no marketplace is told a number of them. */
  unexplained(variantIds: string[]): Promise<Set<string>> {
    return this.breaches.brokenAmong(variantIds);
  }
}
