import { Injectable } from '@nestjs/common';
import type { StorefrontAvailability, StorefrontCollections, StorefrontProduct, StorefrontProductPage, StorefrontProductsQuery, StorefrontShippingMethods, StorefrontStores } from '@oneshelf/contracts';
import { type PriceBook, shelfPrice, unitPrice } from '@oneshelf/domain-pricing';
import { ProductsForStorefront } from '@oneshelf/server-catalog';
import type { PromisedOffer } from '@oneshelf/server-inventory/promises';
import { type Channel, OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook, LowestPriceQuery } from '@oneshelf/server-pricing';
import { AvailableToShopper } from './available-to-shopper.query';

const PIECE = 1000;

type Facts = Awaited<ReturnType<ProductsForStorefront['page']>>['products'][number];

/** The channel's shop window: products at their prices of now, and what may be promised. */
@Injectable()
export class StorefrontCatalogue {
  constructor(
    private readonly products: ProductsForStorefront,
    private readonly books: LoadPriceBook,
    private readonly organisation: OrganisationDirectory,
    private readonly lowest: LowestPriceQuery,
    private readonly goods: AvailableToShopper,
  ) {}

  async page(channelCode: string, query: StorefrontProductsQuery): Promise<StorefrontProductPage> {
    const { products, nextCursor } = await this.products.page({
      limit: query.limit, ...(query.q ? { q: query.q } : {}), ...(query.collection ? { collection: query.collection } : {}), ...(query.cursor ? { cursor: query.cursor } : {}),
    });
    return { items: await this.priced(channelCode, products), nextCursor };
  }

  async product(channelCode: string, handle: string): Promise<StorefrontProduct | null> {
    const product = await this.products.byHandle(handle);
    const [priced] = product ? await this.priced(channelCode, [product]) : [];
    return priced ? this.withLowest(channelCode, priced) : null;
  }

  async collections(): Promise<StorefrontCollections> {
    return { items: await this.products.collections() };
  }

  async stock(channelCode: string, variantIds: string[]): Promise<StorefrontAvailability> {
    const [exposures, { locations }] = await Promise.all([this.goods.exposed(channelCode, [...new Set(variantIds)]), this.organisation.read()]);
    return {
      items: [...exposures].map(([variantId, { exposedMilli, places }]) => {
        // A share may leave half a piece at a place: nobody can collect that.
        const step = exposedMilli % PIECE === 0 ? PIECE : 1;
        const open = places.map((place) => ({ at: locations.get(place.locationId), availableMilli: place.exposedMilli - (place.exposedMilli % step) }));
        return {
          variantId,
          deliveryMilli: Math.min(exposedMilli, open.filter(({ at }) => at?.canShip).reduce((sum, { availableMilli }) => sum + availableMilli, 0)),
          stores: open.flatMap(({ at, availableMilli }) => (at?.canPickup ? [{ locationId: at.id, availableMilli }] : [])),
        };
      }),
    };
  }

  async stores(channelCode: string): Promise<StorefrontStores> {
    const locations = (await this.organisation.locationsOfChannel(channelCode)).filter((location) => location.canPickup);
    return { items: locations.map(({ id, name, address, latitude, longitude }) => ({ locationId: id, name, address: { ...address }, latitude, longitude })) };
  }

  async shippingMethods(channelCode: string): Promise<StorefrontShippingMethods> {
    const channel = await this.organisation.channel(channelCode);
    const { country, currency } = await this.organisation.market(channel.marketCode);
    const items = channel.shippingMethods.map(({ methodId, names, feeMinor, countries, minItemsMinor = null, maxItemsMinor = null }) => ({ methodId, names, feeMinor, countries, minItemsMinor, maxItemsMinor }));
    return { country, currency, items };
  }

  /** What a reduced price has to be announced with. On one product: a list of many would read the past of each. */
  private async withLowest(channelCode: string, product: StorefrontProduct): Promise<StorefrontProduct> {
    const { marketCode } = await this.organisation.channel(channelCode);
    const [book, market] = await Promise.all([this.books.run(marketCode), this.organisation.market(marketCode)]);
    const place = { marketCode, channelCode, locationId: null, currency: book.currency, taxCountry: market.country };
    const lowest = await this.lowest.run(book, place, { variantIds: product.variants.map((variant) => variant.id), at: new Date() });
    return { ...product, variants: product.variants.map((variant) => ({ ...variant, lowestLast30DaysMinor: lowest.get(variant.id) ?? null })) };
  }

  private async priced(channelCode: string, products: Facts[]): Promise<StorefrontProduct[]> {
    const channel = await this.organisation.channel(channelCode);
    const [book, { available, offers }, market] = await Promise.all([
      this.books.run(channel.marketCode), this.goods.ofWindow(channelCode, products.flatMap((product) => product.variants.map((variant) => variant.id))), this.organisation.market(channel.marketCode),
    ]);
    const at = new Date().toISOString();
    return products.map(({ variants, ...product }) => ({
      ...product, currency: market.currency,
      variants: variants.map(({ id, sku, title, optionValues, contents, unit }) => {
        const price = priceOf(id, { channel, book, country: market.country, at });
        return {
          id, sku, title, optionValues, unit, ...price, unitPrice: contents && price.priceMinor !== null ? unitPrice(price.priceMinor, contents, market.unitPriceRule) : null,
          lowestLast30DaysMinor: null, availableMilli: available.get(id) ?? 0, promise: promiseOf(offers.get(id)),
        };
      }),
    }));
  }
}

const promiseOf = (offer: PromisedOffer | undefined): StorefrontProduct['variants'][number]['promise'] => (offer ? { kind: offer.kind, expectedOn: offer.expectedOn } : null);

/** One unit through the same engine as a basket, so that window and checkout agree. */
function priceOf(variantId: string, { channel, book, country, at }: { channel: Channel; book: PriceBook; country: string; at: string }): { priceMinor: number | null; listMinor: number | null } {
  const context = { marketCode: channel.marketCode, channelCode: channel.code, locationId: null, currency: book.currency, pricedAt: at, taxCountry: country };
  return shelfPrice(context, variantId, book) ?? { priceMinor: null, listMinor: null };
}
