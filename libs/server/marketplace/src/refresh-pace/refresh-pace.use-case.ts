import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { SalesPaceQuery } from '@oneshelf/server-inventory/exposure';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { sql } from 'kysely';
import { PushFacts } from '../listing-facts/push-facts.query';
import { coverOf, ListingPushRepository } from '../push-stock/listing-push.repository';

const AT_A_TIME = 2000;

/** Notes what the pool of each listing sold lately: with it, a push knows which listing is in most danger without reading the past. Lets go of answers that nobody reads any more. */
@Injectable()
export class RefreshPaceUseCase {
  constructor(
    private readonly pace: SalesPaceQuery,
    private readonly listings: ListingPushRepository,
    private readonly organisation: OrganisationDirectory,
    private readonly pushes: PushFacts,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  async run(): Promise<void> {
    await this.pushes.forgetOld(new Date());
    const channels = (await this.organisation.channels()).filter((channel) => channel.kind === 'marketplace' && channel.fulfilledBy === 'merchant');
    for (const { code } of channels) {
      const locationIds = (await this.organisation.locationsOfChannel(code)).map((location) => location.id);
      for await (const variantIds of this.listings.ofChannel(code, AT_A_TIME)) await this.note(code, variantIds, await this.pace.run(variantIds, locationIds));
    }
  }

  private async note(channelCode: string, variantIds: string[], sold: Map<string, number>): Promise<void> {
    await sql`
      WITH fresh AS (
        SELECT listing.id, s.sold FROM unnest(${variantIds}::uuid[], ${variantIds.map((id) => sold.get(id) ?? 0)}::int8[]) AS s (variant_id, sold)
        JOIN listing ON listing.variant_id = s.variant_id AND listing.channel_code = ${channelCode} AND listing.sold_milli <> s.sold ORDER BY listing.id FOR UPDATE OF listing
      )
      UPDATE listing SET sold_milli = fresh.sold, cover_hours = ${coverOf(sql`listing.wanted_units`, sql`fresh.sold`)} FROM fresh WHERE listing.id = fresh.id`.execute(this.database);
  }
}
