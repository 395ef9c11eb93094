import { Injectable } from '@nestjs/common';
import type { PriceReview, PriceSheet } from '@oneshelf/contracts';
import { PrismaReads } from '@oneshelf/platform';
import { PriceSheetQuery } from '../read-price-sheet/price-sheet.query';

type Change = PriceReview['books'][number]['changes'][number];

/** A change beyond this share of the old price is pointed out: 3000 is 30 %. */
const LARGE_CHANGE_BASIS_POINTS = 3000;

@Injectable()
export class ReviewDraftQuery {
  constructor(
    private readonly sheet: PriceSheetQuery,
    private readonly prisma: PrismaReads,
  ) {}

  /** What a publish of the market's open drafts would change, book by book, with margins and what to look at. */
  async run(marketCode: string, now: Date): Promise<PriceReview> {
    const sheet = await this.sheet.run(marketCode, now);
    const drafts = await this.prisma.price_book_version.findMany({ where: { status: 'draft', book_id: { in: sheet.columns.map((column) => column.bookId) } } });
    const books = drafts
      .map((draft) => {
        const column = sheet.columns.findIndex((candidate) => candidate.bookId === draft.book_id);
        return { bookId: draft.book_id, name: sheet.columns[column]?.name ?? '', versionId: draft.id, number: draft.number, revision: draft.revision, changes: changesOf(sheet, column) };
      })
      .filter((book) => book.changes.length > 0);
    const all = books.flatMap((book) => book.changes);
    const moved = all.filter((change) => change.beforeMinor !== null && change.afterMinor !== null);
    return {
      marketCode,
      currency: sheet.currency,
      books,
      totals: {
        changed: all.length,
        raised: moved.filter((change) => (change.afterMinor ?? 0) > (change.beforeMinor ?? 0)).length,
        lowered: moved.filter((change) => (change.afterMinor ?? 0) < (change.beforeMinor ?? 0)).length,
        added: all.filter((change) => change.beforeMinor === null).length,
        removed: all.filter((change) => change.afterMinor === null).length,
        belowCost: all.filter((change) => change.checks.includes('below_cost')).length,
      },
    };
  }
}

function changesOf(sheet: PriceSheet, column: number): Change[] {
  return sheet.rows.flatMap((row) => {
    const cell = row.draft.find((change) => change.column === column);
    if (!cell) return [];
    const rate = sheet.taxInclusive ? row.taxRateBasisPoints : 0;
    const beforeMinor = row.live[column] ?? null;
    const margins = { before: margin(beforeMinor, row.costMinor, rate), after: margin(cell.amountMinor, row.costMinor, rate) };
    return [{
      variantId: row.variantId, sku: row.sku, title: row.title, beforeMinor, afterMinor: cell.amountMinor, costMinor: row.costMinor,
      marginBeforeBasisPoints: margins.before, marginAfterBasisPoints: margins.after, checks: checksOf(beforeMinor, cell.amountMinor, margins.after),
    }];
  });
}

function checksOf(before: number | null, after: number | null, marginAfter: number | null): Change['checks'] {
  if (after === null) return ['removed'];
  const checks: Change['checks'] = [];
  if (marginAfter !== null && marginAfter < 0) checks.push('below_cost');
  if (before !== null && Math.abs(after - before) * 10_000 > before * LARGE_CHANGE_BASIS_POINTS) checks.push('large_change');
  return checks;
}

/** Share of the price without tax that stays after cost, in basis points; for a screen, so rounded to whole ones. */
function margin(priceMinor: number | null, costMinor: number | null, taxRateBasisPoints: number): number | null {
  if (!priceMinor || costMinor === null) return null;
  // (net − cost) / net with net = price × 10000 / (10000 + rate)
  return Math.round((10_000 * (priceMinor * 10_000 - costMinor * (10_000 + taxRateBasisPoints))) / (priceMinor * 10_000));
}
