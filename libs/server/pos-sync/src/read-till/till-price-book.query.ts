import { Injectable } from '@nestjs/common';
import type { PriceBook } from '@oneshelf/domain-pricing';
import type { DeviceActor } from '@oneshelf/platform';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '@oneshelf/server-pricing';

@Injectable()
export class TillPriceBookQuery {
  constructor(
    private readonly loadPriceBook: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /**
   * The live book with only what can apply in this store: other stores' and channels' books are left out, which changes
   * no quote here, because they are no candidates; so are those of other price zones and regions.
   */
  async run(device: DeviceActor): Promise<PriceBook> {
    const location = await this.organisation.location(device.locationId);
    const whole = await this.loadPriceBook.run(location.marketCode);
    const here = (code: string | null, id: string | null) => (code === null || code === location.channelCode) && (id === null || id === location.id);
    return {
      ...whole,
      books: whole.books.filter((scoped) => here(scoped.channelCode, scoped.locationId) && isOneOf(scoped.priceZone, location.priceZone) && isOneOf(scoped.region, location.region)),
      promotions: whole.promotions.filter((promotion) => promotion.channelCodes.length === 0 || promotion.channelCodes.includes(location.channelCode ?? '')),
      // A store's sale is taxed by its country; what islands and postcodes pay is for deliveries.
      taxRates: whole.taxRates.filter((rate) => rate.country === location.country && rate.region === undefined && rate.postcodes === undefined),
    };
  }
}

const isOneOf = (named: string | undefined, own: string | null): boolean => named === undefined || named === own;
