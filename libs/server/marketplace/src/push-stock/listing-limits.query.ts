import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import type { ListingLimits } from '@oneshelf/server-inventory/exposure';

/** The cap of each listing, and what its marketplace took last: the memory that keeps a number from flapping at the edge. What is weighed at the counter is sold there only (INV-154). */
@Injectable()
export class ListingLimitsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly variants: VariantDirectory,
  ) {}

  async run(channelCode: string, variantIds: string[]): Promise<Map<string, ListingLimits>> {
    if (variantIds.length === 0) return new Map();
    const rows = await this.database.selectFrom('listing').select(['variant_id', 'cap_units', 'acknowledged_units']).where('channel_code', '=', channelCode).where('variant_id', 'in', variantIds).execute();
    const weighed = await this.variants.weighedAtCounter(variantIds);
    return new Map(rows.map((row) => [row.variant_id, { capUnits: weighed.has(row.variant_id) ? 0 : row.cap_units, shownUnits: row.acknowledged_units }]));
  }
}
