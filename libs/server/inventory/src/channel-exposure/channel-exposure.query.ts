import { Injectable } from '@nestjs/common';
import { type ChannelBuffer, type ChannelExposure, exposeToChannel } from '@oneshelf/domain-marketplace';
import { type ChannelPoolSettings, OrganisationDirectory } from '@oneshelf/server-organisation';
import { AvailabilityQuery } from '../availability/availability.query';
import { PACE_DAYS, SalesPaceQuery } from './sales-pace.query';

/** What a channel's own listing says of itself. */
export interface ListingLimits {
  capUnits: number | null;
  /** What the channel shows now; null: nobody knows. */
  shownUnits: number | null;
}

const PIECE = 1000;

/**
 * What a channel may see of each variant at this moment: the one function behind the numbers of every marketplace and
 * of every shop page. What is committed, held, granted to tills or not for sale is not free, so it is never shown.
 */
@Injectable()
export class ChannelExposureQuery {
  constructor(
    private readonly availability: AvailabilityQuery,
    private readonly organisation: OrganisationDirectory,
    private readonly pace: SalesPaceQuery,
  ) {}

  /** Every asked variant has an entry. */
  async run(channelCode: string, variantIds: readonly string[], limits?: ReadonlyMap<string, ListingLimits>): Promise<Map<string, ChannelExposure>> {
    return this.withPool(await this.organisation.pool(channelCode), variantIds, limits);
  }

  /** The same with settings that are only thought of: what a channel would see. */
  async withPool(pool: ChannelPoolSettings, variantIds: readonly string[], limits?: ReadonlyMap<string, ListingLimits>): Promise<Map<string, ChannelExposure>> {
    const feeds = await this.organisation.openFeeds(pool);
    const locationIds = feeds.map((feed) => feed.locationId);
    const [rows, sold] = await Promise.all([
      this.availability.run({ variantIds: [...variantIds], locationIds, lotsFor: pool.channelCode }),
      pool.bufferKind === 'tuned' ? this.pace.run(variantIds, locationIds) : new Map<string, number>(),
    ]);
    const free = new Map(rows.map((row) => [`${row.variantId}:${row.locationId}`, row.sellableMilli]));
    return new Map(variantIds.map((variantId) => {
      const places = feeds.map((feed) => ({ ...feed, freeMilli: free.get(`${variantId}:${feed.locationId}`) ?? 0 }));
      const limit = limits?.get(variantId);
      return [variantId, exposeToChannel({ places, buffer: bufferOf(pool, sold.get(variantId) ?? 0), reopenAtUnits: pool.reopenAtUnits, stepMilli: stepOf(places), ...(limit ?? {}) })];
    }));
  }
}

/** What lies there in parts of a piece is sold by measure: then a part is shown too. */
const stepOf = (places: { freeMilli: number }[]): number => (places.every(({ freeMilli }) => freeMilli % PIECE === 0) ? PIECE : 1);

function bufferOf(pool: ChannelPoolSettings, soldMilli: number): ChannelBuffer {
  if (pool.bufferKind === 'percent') return { kind: 'percent', basisPoints: pool.bufferBasisPoints };
  if (pool.bufferKind === 'units') return { kind: 'units', units: pool.bufferUnits };
  return { kind: 'tuned', leastUnits: pool.bufferUnits, pace: { soldMilli, days: PACE_DAYS, latencySeconds: pool.latencySeconds, targetBasisPoints: pool.targetBasisPoints } };
}
