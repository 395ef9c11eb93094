import { Injectable } from '@nestjs/common';
import type { ParityPlace } from '@oneshelf/contracts';
import { driftCause } from '@oneshelf/domain-pricing';
import { ListingFacts } from '@oneshelf/server-marketplace';
import { driftRow, type FoundDrifts, type LiveSheet } from './parity-sheet';

/** Listings that ask for another price than the book of their channel says; what was never read there is unknown, not wrong. */
@Injectable()
export class MarketplaceDriftQuery {
  constructor(private readonly listings: ListingFacts) {}

  async run({ book, contexts, variants, prices }: LiveSheet): Promise<FoundDrifts> {
    const marketplaces = contexts.map(({ named }, index) => ({ named, expected: prices[index] ?? [] })).filter(({ named }) => named.kind === 'marketplace');
    const positions = new Map(variants.map(({ id }, index) => [id, index]));
    const listed = await this.listings.pricesOf(marketplaces.map(({ named }) => named.channelCode));
    const found = marketplaces.map(({ named: { channelCode }, expected }) => {
      const here = listed.filter((listing) => listing.channelCode === channelCode);
      const drifts = here.flatMap((listing) => {
        const index = positions.get(listing.variantId);
        const variant = index === undefined ? undefined : variants[index];
        if (index === undefined || !variant || listing.shownMinor === null) return [];
        // A price in another currency cannot be compared: it is no price of this book.
        const asked = listing.currency === book.currency ? listing.shownMinor : null;
        const expectedMinor = expected[index]?.priceMinor ?? null;
        const cause = driftCause({ expected: expectedMinor, asked }, { push: listing.push }, book.version);
        if (cause === null) return [];
        return [driftRow({
          id: `${channelCode}|${variant.id}`, cause, variantId: variant.id, sku: variant.sku, title: variant.title, channelCode, placeKind: 'marketplace', placeName: channelCode,
          expectedMinor, askedMinor: asked, at: listing.readAt?.toISOString() ?? null,
        })];
      });
      const read = here.flatMap(({ readAt }) => readAt ?? []).sort((a, b) => b.getTime() - a.getTime());
      const place: ParityPlace = {
        id: channelCode, kind: 'marketplace', channelCode, locationId: null, registerName: null, bookVersion: null, at: read[0]?.toISOString() ?? null,
        known: here.filter(({ shownMinor }) => shownMinor !== null).length, sold: here.length, drifts: drifts.length,
      };
      return { place, drifts };
    });
    return { places: found.map(({ place }) => place), drifts: found.flatMap(({ drifts }) => drifts) };
  }
}
