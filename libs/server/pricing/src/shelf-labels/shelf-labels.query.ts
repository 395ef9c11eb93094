import { Inject, Injectable } from '@nestjs/common';
import type { ShelfLabels } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { shelfPrice, unitPrice } from '@oneshelf/domain-pricing';
import { type Database, DATABASE } from '@oneshelf/platform';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { type Location, OrganisationDirectory } from '@oneshelf/server-organisation';
import { LoadPriceBook } from '../load-price-book/load-price-book.use-case';
import { LowestPriceQuery } from '../price-history/lowest-price.query';

export type LabelsRefusal = { kind: 'unknown_release' | 'unknown_location'; message: string };

/** What a person prints and carries to the shelf at once; more would be cut into several batches by hand. */
const MOST_LABELS = 1000;

@Injectable()
export class ShelfLabelsQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LoadPriceBook,
    private readonly lowest: LowestPriceQuery,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** The labels of a store that a release made wrong: what the shelf of this store asks now is compared with what it asked before. */
  async run(marketCode: string, { release, location }: { release: number; location: string }, now: Date): Promise<Result<ShelfLabels, LabelsRefusal>> {
    const store = await this.organisation.findLocation(location);
    if (!store || store.marketCode !== marketCode || store.channelCode === null) return refuse({ kind: 'unknown_location', message: `${marketCode} has no store with this id.` });
    const { unitPriceRule } = await this.organisation.market(marketCode);
    const live = await this.books.run(marketCode);
    const at = (number: number) => this.books.ofVersion(live.version.replace(/:\d+/, `:${number}`));
    const [then, before, touched] = await Promise.all([at(release), release > 1 ? at(release - 1) : null, this.touched(marketCode, release)]);
    if (!then) return refuse({ kind: 'unknown_release', message: `${marketCode} has no release ${release}.` });
    const place = placeOf(store, live.currency);
    const moment = { ...place, pricedAt: now.toISOString() };
    const found = touched.flatMap((variantId) => {
      const [price, was] = [shelfPrice(moment, variantId, then), before && shelfPrice(moment, variantId, before)];
      return price && (price.priceMinor !== was?.priceMinor || price.listMinor !== was.listMinor) ? [{ variantId, price, wasMinor: was?.priceMinor ?? null }] : [];
    });
    const known = await this.variants.byIds(found.map((label) => label.variantId));
    const ordered = found.flatMap((label) => { const variant = known.get(label.variantId); return variant?.status === 'active' ? [{ ...label, variant }] : []; }).sort((a, b) => byShelf(a.variant, b.variant));
    const printed = ordered.slice(0, MOST_LABELS);
    const reduced = printed.filter(({ price }) => price.listMinor > price.priceMinor).map(({ variantId }) => variantId);
    const lowest = reduced.length === 0 ? new Map<string, number>() : await this.lowest.run(live, place, { variantIds: reduced, at: now });
    return ok({
      store: store.name, currency: live.currency, release, total: ordered.length,
      labels: printed.map(({ variant, price, wasMinor }) => ({
        variantId: variant.id, sku: variant.sku, title: variant.title, variantTitle: variant.variantTitle, barcode: variant.barcodes.find((code) => /^\d{13}$/.test(code)) ?? null,
        priceMinor: price.priceMinor, unitPrice: variant.contents && unitPrice(price.priceMinor, variant.contents, unitPriceRule), listMinor: price.listMinor > price.priceMinor ? price.listMinor : null, lowestMinor: lowest.get(variant.id) ?? null, wasMinor,
      })),
    });
  }

  /** Variants of which some book's price began or ended with the release. */
  private async touched(marketCode: string, release: number): Promise<string[]> {
    const rows = await this.database
      .selectFrom('price as p').innerJoin('price_book as b', 'b.id', 'p.book_id').select('p.variant_id').distinct()
      .where('b.market_code', '=', marketCode).where((where) => where.or([where('p.from_release', '=', release), where('p.to_release', '=', release)])).execute();
    return rows.map((row) => row.variant_id);
  }
}

const placeOf = (store: Location, currency: string) => ({
  marketCode: store.marketCode, channelCode: store.channelCode ?? '', locationId: store.id, currency, taxCountry: store.country, timeZone: store.timeZone,
  ...(store.priceZone === null ? {} : { priceZone: store.priceZone }), ...(store.region === null ? {} : { region: store.region }),
});

/** In the order in which one walks a shop: department, product, variant. */
const byShelf = (a: VariantFacts, b: VariantFacts): number => {
  const [left, right] = [[a.department, a.title, a.sku], [b.department, b.title, b.sku]].map((parts) => parts.join('\u0000')) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
};
