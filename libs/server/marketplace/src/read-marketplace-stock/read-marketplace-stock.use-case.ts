import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import { AmazonClient } from '../amazon/amazon-client';
import { RateBucketRepository } from '../amazon/rate-bucket.repository';
import { AmazonChannels } from '../take-amazon-orders/amazon-channels';

/** Notes what Amazon keeps for us in its own warehouses (FBA). A pool apart: our stock is not touched. */
@Injectable()
export class ReadMarketplaceStockUseCase {
  constructor(
    private readonly amazon: AmazonClient,
    private readonly bucket: RateBucketRepository,
    private readonly channels: AmazonChannels,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Answers how many of our listings Amazon has stock figures for. */
  async run(): Promise<{ read: number }> {
    const channelCode = await this.channels.byFulfilment('marketplace');
    if (channelCode === undefined) return { read: 0 };
    await this.bucket.take('getInventorySummaries');
    const summaries = (await this.amazon.getInventorySummaries()).filter((summary) => summary.sellerSku !== undefined);
    const details = summaries.map((summary) => summary.inventoryDetails);
    const { numAffectedRows } = await sql`
      INSERT INTO marketplace_stock (channel_code, variant_id, fulfillable, inbound, reserved, unfulfillable, read_at)
      SELECT ${channelCode}, listing.variant_id, s.fulfillable, s.inbound, s.reserved, s.unfulfillable, now()
      FROM unnest(${summaries.map((summary) => summary.sellerSku)}::text[], ${details.map((detail) => detail?.fulfillableQuantity ?? 0)}::int4[],
        ${details.map((detail) => (detail ? detail.inboundWorkingQuantity + detail.inboundShippedQuantity + detail.inboundReceivingQuantity : 0))}::int4[],
        ${details.map((detail) => detail?.reservedQuantity?.totalReservedQuantity ?? 0)}::int4[],
        ${details.map((detail) => detail?.unfulfillableQuantity?.totalUnfulfillableQuantity ?? 0)}::int4[]) AS s (sku, fulfillable, inbound, reserved, unfulfillable)
      JOIN listing ON listing.external_sku = s.sku AND listing.channel_code = ${channelCode}
      ON CONFLICT (channel_code, variant_id) DO UPDATE SET
        fulfillable = excluded.fulfillable, inbound = excluded.inbound, reserved = excluded.reserved, unfulfillable = excluded.unfulfillable, read_at = excluded.read_at`.execute(this.database);
    return { read: Number(numAffectedRows ?? 0n) };
  }
}
