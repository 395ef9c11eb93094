import { Injectable } from '@nestjs/common';
import { explainIsv } from '@oneshelf/domain-marketplace';
import { LedgerFacts } from '@oneshelf/server-inventory';
import { ExposureQuery, ListingFacts } from '@oneshelf/server-marketplace';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PoolStockQuery } from '../measure-isv/pool-stock.query';
import { isvOf } from '../measure-isv/stock-views';
import type { NewSample } from './isv-sample.repository';

/** What each channel's listings show, what is there, and what was corrected meanwhile. */
@Injectable()
export class PoolReader {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly listings: ListingFacts,
    private readonly exposure: ExposureQuery,
    private readonly stock: PoolStockQuery,
    private readonly ledger: LedgerFacts,
  ) {}

  async read(since: Date): Promise<NewSample[]> {
    const channels = await this.exposure.merchantChannels();
    return (await Promise.all(channels.map((channelCode) => this.channel(channelCode, since)))).flat();
  }

  private async channel(channelCode: string, since: Date): Promise<NewSample[]> {
    const [listings, states, locations] = await Promise.all([this.listings.ofChannels([channelCode]), this.listings.pricesOf([channelCode]), this.organisation.locationsOfChannel(channelCode)]);
    const [variantIds, locationIds] = [listings.map((listing) => listing.variantId), locations.map((location) => location.id)];
    const [pools, exposures, corrected] = await Promise.all([this.stock.run(variantIds, locationIds), this.exposure.run(channelCode, variantIds), this.ledger.corrected(variantIds, locationIds, since)]);
    const pushOf = new Map(states.map((state) => [state.variantId, state.push]));
    return listings.map(({ variantId, acknowledgedUnits }) => {
      const pool = pools.get(variantId) ?? { onHandMilli: 0, sellableMilli: 0, physicalMilli: 0 };
      const exposedUnits = exposures.get(variantId)?.units ?? 0;
      const { totalMilli: _total, ...parts } = explainIsv({
        ...pool, acknowledgedUnits: acknowledgedUnits ?? 0, exposedUnits, push: pushOf.get(variantId) ?? 'acknowledged', ...(corrected.get(variantId) ?? { countedMilli: 0, shrunkMilli: 0 }),
      });
      return { variantId, channelCode, ...isvOf({ ...pool, acknowledgedUnits, exposedUnits }), ...parts };
    });
  }
}
