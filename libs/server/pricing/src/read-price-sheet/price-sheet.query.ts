import { Injectable } from '@nestjs/common';
import type { PriceSheet } from '@oneshelf/contracts';
import { ok, refuse, type Result } from '@oneshelf/domain-kernel';
import { unitPriceAt, type ScopedBook } from '@oneshelf/domain-pricing';
import { chooseTaxRate } from '@oneshelf/domain-tax';
import { PrismaReads } from '@oneshelf/platform';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import { OrganisationDirectory } from '@oneshelf/server-organisation';
import { PriceBookRepository } from '../price-book.repository';
import { ReleaseRepository } from '../release.repository';

type OpenDraft = NonNullable<PriceSheet['columns'][number]['draft']>;
type DraftCell = PriceSheet['rows'][number]['draft'][number];

export type SheetRefusal = { kind: 'unknown_market'; message: string };

@Injectable()
export class PriceSheetQuery {
  constructor(
    private readonly prisma: PrismaReads,
    private readonly books: PriceBookRepository,
    private readonly releases: ReleaseRepository,
    private readonly variants: VariantDirectory,
    private readonly organisation: OrganisationDirectory,
  ) {}

  /**
   * Every active product of the market's sheet: live prices of each book, and what the open drafts change. A product
   * that is no longer sold is there too while a draft changes its price: what a publish does is never out of sight.
   */
  async run(marketCode: string, now: Date): Promise<Result<PriceSheet, SheetRefusal>> {
    const market = (await this.organisation.read()).markets.get(marketCode);
    if (!market) return refuse({ kind: 'unknown_market', message: `There is no market ${marketCode}.` });
    const release = await this.releases.current(marketCode);
    const [unordered, taxRates, active] = await Promise.all([
      // Also the books that begin with the next release: their prices are written before it.
      this.books.books(marketCode, release + 1),
      this.books.taxRates(),
      this.variants.active(),
    ]);
    const books = unordered.sort((a, b) => Number(isNarrow(a)) - Number(isNarrow(b)) || a.priority - b.priority);
    const { drafts, changes } = await this.openDrafts(books.map((book) => book.bookId));
    const variants = [...active, ...(await this.noLongerSold(active, [...changes.keys()]))];
    const rateOf = new Map([...new Set(variants.map((variant) => variant.taxClass))].map((taxClass) => [taxClass, chooseTaxRate(taxRates, { country: market.country, taxClass, at: now.toISOString() })]));
    return ok({
      marketCode,
      currency: market.currency,
      taxInclusive: market.taxInclusive,
      release,
      columns: books.map(({ bookId, name, channelCode, locationId }) => ({ bookId, name, channelCode, locationId, draft: drafts.get(bookId) ?? null })),
      rows: variants.map((variant) => ({
        variantId: variant.id,
        sku: variant.sku,
        title: variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title,
        costMinor: variant.costCurrency === null || variant.costCurrency === market.currency ? variant.costMinor : null,
        taxRateBasisPoints: rateOf.get(variant.taxClass)?.rateBasisPoints ?? 0,
        live: books.map((book) => unitPriceAt(book.prices[variant.id] ?? [], 1000)),
        draft: changes.get(variant.id) ?? [],
      })),
    });
  }

  private async noLongerSold(active: VariantFacts[], changed: string[]): Promise<VariantFacts[]> {
    const known = new Set(active.map((variant) => variant.id));
    return [...(await this.variants.byIds(changed.filter((id) => !known.has(id)))).values()];
  }

  /** The open drafts by book, and their changes by variant. Revisions are read first: a later edit is refused at a publish, not missed. */
  private async openDrafts(bookIds: string[]): Promise<{ drafts: Map<string, OpenDraft>; changes: Map<string, DraftCell[]> }> {
    const versions = await this.prisma.price_book_version.findMany({ where: { status: 'draft', book_id: { in: bookIds } } });
    const columnOf = new Map(versions.map((version) => [version.id, bookIds.indexOf(version.book_id)]));
    const rows = await this.prisma.price_draft_change.findMany({ where: { version_id: { in: [...columnOf.keys()] } } });
    const changes = new Map<string, DraftCell[]>();
    for (const row of rows) {
      const cell = { column: columnOf.get(row.version_id) ?? 0, amountMinor: row.amount_minor === null ? null : Number(row.amount_minor) };
      const known = changes.get(row.variant_id);
      if (known) known.push(cell);
      else changes.set(row.variant_id, [cell]);
    }
    return { drafts: new Map(versions.map(({ book_id, id, number, revision }) => [book_id, { versionId: id, number, revision }])), changes };
  }
}

/** A market's own book stands before those of a channel or a store. */
const isNarrow = (book: ScopedBook): boolean => book.channelCode !== null || book.locationId !== null;
