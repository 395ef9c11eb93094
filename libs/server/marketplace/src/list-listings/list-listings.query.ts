import { Inject, Injectable } from '@nestjs/common';
import type { ListingsAnswer, ListingsQuery } from '@oneshelf/contracts';
import { type ChannelExposure, MOST_COVER_HOURS } from '@oneshelf/domain-marketplace';
import { type Database, DATABASE } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { ExposureQuery } from '../push-stock/exposure.query';

/** Listings with what they should show, what the marketplace took last, and why a push failed. */
@Injectable()
export class ListListingsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly exposure: ExposureQuery,
    private readonly organisation: OrganisationDirectory,
  ) {}

  async run(query: ListingsQuery): Promise<ListingsAnswer> {
    const found = await this.rows(query);
    const page = found.slice(0, query.limit);
    const exposures = await this.exposures(page);
    const { channels } = await this.organisation.read();
    const items = page.map((row) => {
      const exposure = exposures.get(`${row.channel_code}:${row.variant_id}`);
      return {
        id: row.id,
        channelCode: row.channel_code,
        variantId: row.variant_id,
        sku: row.external_sku,
        externalProductId: row.external_product_id,
        fulfilledBy: channels.get(row.channel_code)?.fulfilledBy ?? 'merchant',
        availableMilli: exposure?.sharedMilli ?? 0,
        bufferMilli: exposure?.bufferMilli ?? 0,
        exposedUnits: exposure?.units ?? 0,
        decidedBy: exposure?.decidedBy ?? 'pool',
        capUnits: row.cap_units,
        coverHours: row.cover_hours >= MOST_COVER_HOURS ? null : row.cover_hours,
        acknowledgedUnits: row.acknowledged_units,
        waiting: row.wanted_version > row.pushed_version,
        pushedAt: row.pushed_at?.toISOString() ?? null,
        failure: row.failure,
        marketplaceStock: row.read_at
          ? { fulfillable: row.fulfillable ?? 0, inbound: row.inbound ?? 0, reserved: row.reserved ?? 0, unfulfillable: row.unfulfillable ?? 0, readAt: row.read_at.toISOString() }
          : null,
      };
    });
    return { items, nextCursor: found.length > query.limit ? (page.at(-1)?.id ?? null) : null };
  }

  private rows({ channelCode, variantId, search, cursor, limit }: ListingsQuery) {
    let query = this.database
      .selectFrom('listing')
      .leftJoin('marketplace_stock as stock', (join) => join.onRef('stock.channel_code', '=', 'listing.channel_code').onRef('stock.variant_id', '=', 'listing.variant_id'))
      .selectAll('listing')
      .select(['stock.fulfillable', 'stock.inbound', 'stock.reserved', 'stock.unfulfillable', 'stock.read_at'])
      .orderBy('listing.id')
      .limit(limit + 1);
    if (channelCode) query = query.where('listing.channel_code', '=', channelCode);
    if (variantId) query = query.where('listing.variant_id', '=', variantId);
    if (search) query = query.where('listing.external_sku', 'ilike', `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`);
    if (cursor && /^[0-9a-f-]{36}$/.test(cursor)) query = query.where('listing.id', '>', cursor);
    return query.execute();
  }

  private async exposures(page: { channel_code: string; variant_id: string }[]): Promise<Map<string, ChannelExposure>> {
    const exposures = new Map<string, ChannelExposure>();
    for (const channelCode of new Set(page.map((row) => row.channel_code))) {
      const ofChannel = await this.exposure.run(channelCode, page.filter((row) => row.channel_code === channelCode).map((row) => row.variant_id));
      for (const [variantId, exposure] of ofChannel) exposures.set(`${channelCode}:${variantId}`, exposure);
    }
    return exposures;
  }
}
