import { Injectable } from '@nestjs/common';
import type { PriceReview, PriceReviewQuery } from '@oneshelf/contracts';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { VariantDirectory, type VariantFacts } from '@oneshelf/server-catalog';
import type { SheetRefusal } from '../read-price-sheet/sheet-table.query';
import { reviewedChange, type ReviewedPrice } from './reviewed-change';
import { type ReviewedBook, type ReviewedCell, ReviewedCells } from './reviewed-cells';
import { reviewTotals } from './review-totals';

@Injectable()
export class ReviewDraftQuery {
  constructor(
    private readonly cells: ReviewedCells,
    private readonly variants: VariantDirectory,
  ) {}

  /** What a publish of the market's open drafts would change, book by book, a page of each, with margins and what to look at. */
  async run(marketCode: string, { book, check, offset, limit }: PriceReviewQuery, now: Date): Promise<Result<PriceReview, SheetRefusal>> {
    const read = await this.cells.of(marketCode, now);
    if (!read.ok) return read;
    const { market, books, derived } = read.value;
    const isShown = ({ checks }: ReviewedCell): boolean => check === undefined || checks.includes(check);
    const pageOf = ({ bookId, cells }: ReviewedBook) => {
      const shown = check === undefined ? cells : cells.filter(isShown);
      return { count: shown.length, cells: book === undefined || book === bookId ? shown.slice(offset, offset + limit) : [] };
    };
    const [own, made] = [books.map((each) => ({ ...each, ...pageOf(each) })), derived.map((each) => ({ ...each, ...pageOf(each) }))];
    const named = await this.variants.byIds([...new Set([...own, ...made].flatMap(({ cells }) => cells.map(({ variantId }) => variantId)))]);
    // The yardstick has no tax where prices contain none, so here each price counts as one that contains its tax.
    const changesOf = (cells: readonly ReviewedCell[]): ReviewedPrice[] => cells.map((cell) => reviewedChange({ ...cell.yardstick, variantId: cell.variantId, ...nameOf(cell.variantId, named.get(cell.variantId)) }, true, cell));
    return ok({
      marketCode, currency: market.currency, totals: reviewTotals(books.flatMap(({ cells }) => cells), derived.flatMap(({ cells }) => cells)),
      books: own.map(({ bookId, name, draft, count, cells }) => ({ bookId, name, ...draft, count, changes: changesOf(cells) })),
      derived: made.map(({ bookId, name, count, cells }) => ({ bookId, name, count, changes: changesOf(cells) })),
    });
  }
}

/** A product that is gone from the catalogue is shown by its id: what a publish does is never out of sight. */
const nameOf = (variantId: string, variant: VariantFacts | undefined) => ({
  sku: variant?.sku ?? variantId,
  title: variant === undefined ? '' : variant.variantTitle ? `${variant.title}, ${variant.variantTitle}` : variant.title,
});
