import { Injectable } from '@nestjs/common';
import { isvByPlace, isvOfPlaces, type PlaceFacts, type PlaceIsv } from '@oneshelf/domain-marketplace';
import { BundleRecipes } from '@oneshelf/server-catalog/bundles';
import { LedgerFacts } from '@oneshelf/server-inventory';
import { ExposureQuery, type ListingFact, ListingFacts } from '@oneshelf/server-marketplace';
import { OrganisationDirectory } from '@oneshelf/server-organisation';

/** So many listings are read by one statement. */
const AT_A_TIME = 2000;

export interface MeasuredListing {
  listing: ListingFact;
  exposedUnits: number;
  bufferMilli: number;
  whole: Omit<PlaceIsv, 'locationId'>;
  places: PlaceIsv[];
  /** Of a bundle: by place, the component of which there is least. */
  limits: ReadonlyMap<string, string | null>;
}

/** What each channel's listings show, what is there, and what was corrected meanwhile, by place (MKT-20). */
@Injectable()
export class PoolReader {
  constructor(
    private readonly organisation: OrganisationDirectory,
    private readonly listings: ListingFacts,
    private readonly exposure: ExposureQuery,
    private readonly ledger: LedgerFacts,
    readonly recipes: BundleRecipes,
  ) {}

  /** Every listing that sells from our shelf, so many at a time. */
  async *all(since: Date): AsyncGenerator<MeasuredListing[]> {
    for (const channelCode of await this.exposure.merchantChannels()) {
      const listings = await this.listings.ofChannels([channelCode]);
      for (let from = 0; from < listings.length; from += AT_A_TIME) yield await this.measure(channelCode, listings.slice(from, from + AT_A_TIME), since);
    }
  }

  /** The listings of one product. */
  async ofVariant(variantId: string, since: Date): Promise<MeasuredListing[]> {
    const listings = await this.listings.ofVariant(variantId, await this.exposure.merchantChannels());
    return (await Promise.all(listings.map((listing) => this.measure(listing.channelCode, [listing], since)))).flat();
  }

  private async measure(channelCode: string, listings: ListingFact[], since: Date): Promise<MeasuredListing[]> {
    const variantIds = listings.map((listing) => listing.variantId);
    const locationIds = (await this.organisation.locationsOfChannel(channelCode)).map((location) => location.id);
    const [stock, exposures, corrected] = await Promise.all([this.ledger.atPlaces(variantIds, locationIds), this.exposure.run(channelCode, variantIds), this.ledger.corrected(variantIds, locationIds, since)]);
    const [stockAt, correctedAt] = [byPlace(stock), byPlace(corrected)];
    return listings.map((listing) => {
      const exposure = exposures.get(listing.variantId);
      const exposedAt = new Map(exposure?.places.map((place) => [place.locationId, place.exposedMilli]));
      const exposedUnits = exposure?.units ?? 0;
      const facts = locationIds.map((locationId): PlaceFacts => {
        const [at, change] = [stockAt.get(`${listing.variantId}:${locationId}`), correctedAt.get(`${listing.variantId}:${locationId}`)];
        return {
          locationId, onHandMilli: at?.onHandMilli ?? 0, sellableMilli: at?.sellableMilli ?? 0, physicalMilli: at?.physicalMilli ?? 0,
          countedMilli: change?.countedMilli ?? 0, shrunkMilli: change?.shrunkMilli ?? 0, exposedMilli: exposedAt.get(locationId) ?? 0,
        };
      });
      const places = isvByPlace({ places: facts, acknowledgedUnits: listing.acknowledgedUnits ?? 0, exposedUnits, push: listing.push });
      // A channel that no place feeds may show something all the same.
      const whole = isvOfPlaces(places.length > 0 ? places : isvByPlace({ places: [NOWHERE], acknowledgedUnits: listing.acknowledgedUnits ?? 0, exposedUnits, push: listing.push }));
      const limits = new Map(locationIds.flatMap((locationId) => { const limitedBy = stockAt.get(`${listing.variantId}:${locationId}`)?.limitedBy; return limitedBy === undefined ? [] : [[locationId, limitedBy] as const]; }));
      return { listing, limits, exposedUnits, bufferMilli: exposure?.bufferMilli ?? 0, whole, places };
    });
  }
}

const NOWHERE: PlaceFacts = { locationId: '', onHandMilli: 0, sellableMilli: 0, physicalMilli: 0, countedMilli: 0, shrunkMilli: 0, exposedMilli: 0 };

const byPlace = <Row extends { variantId: string; locationId: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [`${row.variantId}:${row.locationId}`, row]));
