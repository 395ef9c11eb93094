import { Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { PrismaReads } from '@oneshelf/platform';
import { VariantDirectory } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';
import { ReleaseRepository } from '../release.repository';

@Injectable()
export class PriceSheetQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly books: PriceBookRepository,
    private readonly releases: ReleaseRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /** Every active product of the market's sheet: live prices of each book, and what the open drafts change. */
  async run(marketCode: string, now: Date): Promise<PriceSheet> {
    const [market, release] = await Promise.all([this.organisation.market(marketCode), this.releases.current(marketCode)]);
    const [books, taxRates, variants, versions] = await Promise.all([
      this.books.books(marketCode, release),
      this.books.taxRates(),
      this.variants.active(),
      this.prisma.price_book_version.findMany({ where: { status: 'draft' } }),
    ]);
    const columnOf = new Map(books.map((book, index) => [book.bookId, index]));
    const drafts = versions.filter((version) => columnOf.has(version.book_id));
    const draftOf = await this.draftChanges(drafts.map((version) => ({ versionId: version.id, column: columnOf.get(version.book_id) ?? 0 })));
    const rateOf = new Map([...new Set(variants.map((variant) => variant.taxClass))].map((taxClass) => [taxClass, chooseTaxRate(taxRates, { country: market.country, taxClass, at: now.toISOString() })]));
    return {
      marketCode,
      currency: market.currency,
      taxInclusive: market.taxInclusive,
      release,
      columns: books.map((book) => ({ bookId: book.bookId, name: book.name, channelCode: book.channelCode, locationId: book.locationId, revision: drafts.find((version) => version.book_id === book.bookId)?.revision ?? 0 })),
      rows: variants.map((variant) => ({
        variantId: variant.id,
        sku: variant.sku,
        title: variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title,
        costMinor: variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null,
        taxRateBasisPoints: rateOf.get(variant.taxClass)?.rateBasisPoints ?? 0,
        live: books.map((book) => book.prices[variant.id] ?? null),
        draft: draftOf.get(variant.id) ?? [],
      })),
    };
  }

  private async draftChanges(drafts: { versionId: string; column: number }[]): Promise<Map<string, { column: number; amountMinor: number | null }[]>> {
    const changes = await this.prisma.price_draft_change.findMany({ where: { version_id: { in: drafts.map((draft) => draft.versionId) } } });
    const columnOf = new Map(drafts.map((draft) => [draft.versionId, draft.column]));
    const byVariant = new Map<string, { column: number; amountMinor: number | null }[]>();
    for (const change of changes) {
      const cell = { column: columnOf.get(change.version_id) ?? 0, amountMinor: change.amount_minor === null ? null : Number(change.amount_minor) };
      byVariant.set(change.variant_id, [...(byVariant.get(change.variant_id) ?? []), cell]);
    }
    return byVariant;
  }
}
