import { Injectable } from '@nestjs/common';
import type { DayReport, IsvRow } from '@oneshelf/contracts';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { ExposureQuery, ListingFacts } from '@oneshelf/server-marketplace';
import { type Channel, OrganisationDirectory } from '@oneshelf/server-organisation';
import { PoolStockQuery } from './pool-stock.query';
import { isvOf, medianIsv } from './stock-views';

const WORST = 50;

type Measured = Omit<IsvRow, 'title'>;

/**
 * How far what is offered is from what is there, per listing of a marketplace that sells from our own stock. A pool that
 * the marketplace keeps itself (FBA) has no second view of ours, so there is nothing to compare.
 */
@Injectable()
export class IsvQuery {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly listings: ListingFacts,
    private readonly exposure: ExposureQuery,
    private readonly stock: PoolStockQuery,
    private readonly variants: VariantDirectory,
  ) {}

  async run(at: Date): Promise<DayReport['isv']> {
    const channels = (await this.organisation.channels()).filter((channel) => channel.kind === 'marketplace' && channel.fulfilledBy === 'merchant');
    const measured = (await Promise.all(channels.map((channel) => this.measure(channel)))).flat();
    const worst = measured.sort(byVariance).slice(0, WORST);
    const names = await this.variants.byIds(worst.map((row) => row.variantId));
    return {
      at: at.toISOString(),
      listingCount: measured.length,
      alarmCount: measured.filter((row) => row.isvBasisPoints === null).length,
      medianBasisPoints: medianIsv(measured.map((row) => row.isvBasisPoints)),
      worst: worst.map((row) => ({ ...row, title: titleOf(names.get(row.variantId)) })),
    };
  }

  private async measure(channel: Channel): Promise<Measured[]> {
    const [listings, locations] = await Promise.all([this.listings.ofChannels([channel.code]), this.organisation.locationsOfChannel(channel.code)]);
    const variantIds = listings.map((listing) => listing.variantId);
    const [pools, exposures] = await Promise.all([this.stock.run(variantIds, locations.map((location) => location.id)), this.exposure.run(channel.code, variantIds)]);
    return listings.map(({ variantId, sku, acknowledgedUnits }) => ({
      variantId, sku, channelCode: channel.code,
      ...isvOf({ onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, ...pools.get(variantId), acknowledgedUnits, exposedUnits: exposures.get(variantId)?.units ?? 0 }),
    }));
  }
}

const byVariance = (a: Measured, b: Measured): number => {
  const [left, right] = [a.isvBasisPoints ?? Infinity, b.isvBasisPoints ?? Infinity];
  return left === right ? a.sku.localeCompare(b.sku) : right - left;
};

const titleOf = (variant: { title: string; variantTitle: string } | undefined): string => (variant ? [variant.title, variant.variantTitle].filter(Boolean).join(', ') : '');
