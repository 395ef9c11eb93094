import { Injectable } from '@nestjs/common';
import type { PriceVersionDetail } from '@oneshelf/contracts';
import { invariant, ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { PrismaReads } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import type { Market } from '@oneshelf/server-organisation';
import { SheetVariantsQuery } from '../read-price-sheet/sheet-variants.query';
import { ReferencePriceRepository } from '../reference-prices/reference-price.repository';
import { reviewedChange, type ReviewedPrice } from '../review-draft/reviewed-change';
import { PastPricesRepository, type PriceDifference } from './past-prices.repository';

@Injectable()
export class ShowVersionQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly past: PastPricesRepository,
    private readonly variants: VariantDirectory,
    private readonly rates: SheetVariantsQuery,
    private readonly references: ReferencePriceRepository,
  ) {}

  /** A version with what it changed, and with what would change if it were made live again. */
  async run(versionId: string, now: Date): Promise<Result<PriceVersionDetail, { kind: 'unknown_version'; message: string }>> {
    const version = await this.prisma.price_book_version.findUnique({ where: { id: versionId } });
    const book = version && (await this.prisma.price_book.findUnique({ where: { id: version.book_id } }));
    if (!version || !book) return refuse({ kind: 'unknown_version', message: 'There is no version with this id.' });
    const market = await this.rates.market(book.market_code);
    invariant(market, `A price book is of the market ${book.market_code}, which is not there`);
    const wasLive = version.status === 'superseded' && version.release_number !== null;
    const [changed, since] = await Promise.all([
      this.past.changedBy({ id: version.id, bookId: book.id, releaseNumber: version.release_number }),
      wasLive ? this.past.since(book.id, version.release_number ?? 0) : null,
    ]);
    const review = await this.reviewer(market, [...changed, ...(since ?? [])], now);
    const back = since && review(since);
    return ok({
      book: { id: book.id, name: book.name, marketCode: book.market_code, currency: book.currency },
      version: {
        versionId: version.id, number: version.number, status: version.status as PriceVersionDetail['version']['status'], release: version.release_number,
        publishedAt: version.published_at?.toISOString() ?? null, goesLiveAt: version.goes_live_at?.toISOString() ?? null, goesLiveLocal: version.goes_live_local, authorName: version.author_name, note: version.note,
      },
      changes: review(changed),
      back: back && { changes: back, belowCost: back.filter((change) => change.checks.includes('below_cost')).length },
    });
  }

  private async reviewer(market: Market, differences: readonly PriceDifference[], now: Date): Promise<(differences: readonly PriceDifference[]) => ReviewedPrice[]> {
    const known = await this.variants.byIds([...new Set(differences.map((difference) => difference.variantId))]);
    const [rates, limits] = await Promise.all([this.rates.rates(market, [...known.values()], now), this.references.limits(market.code)]);
    return (some) => some.flatMap((difference) => {
      const variant = known.get(difference.variantId);
      if (!variant) return [];
      const costMinor = variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null;
      const title = variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title;
      return [reviewedChange({ variantId: variant.id, sku: variant.sku, title, costMinor, mapMinor: limits.get(variant.id) ?? null, taxRateBasisPoints: rates.get(variant.taxClass) ?? 0 }, market.taxInclusive, difference)];
    }).sort((a, b) => (a.sku < b.sku ? -1 : a.sku > b.sku ? 1 : a.fromMilli - b.fromMilli));
  }
}
