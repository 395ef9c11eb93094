import { Injectable } from '@nestjs/common';
import type { PriceReview, PriceSheet } from '@oneshelf/contracts';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { isBelowCost, isLargeChange, marginBasisPoints } from '@oneshelf/domain-pricing';
import { PriceSheetQuery, type SheetRefusal } from '../read-price-sheet/price-sheet.query';

type Change = PriceReview['books'][number]['changes'][number];

@Injectable()
export class ReviewDraftQuery {
  constructor(private readonly sheet: PriceSheetQuery) {}

  /** What a publish of the market's open drafts would change, book by book, with margins and what to look at. */
  async run(marketCode: string, now: Date): Promise<Result<PriceReview, SheetRefusal>> {
    const read = await this.sheet.run(marketCode, now);
    if (!read.ok) return read;
    const sheet = read.value;
    const books = sheet.columns.flatMap(({ bookId, name, draft }, index) => {
      const changes = changesOf(sheet, index);
      return draft && changes.length > 0 ? [{ bookId, name, ...draft, changes }] : [];
    });
    return ok({ marketCode, currency: sheet.currency, books, totals: totalsOf(books.flatMap((book) => book.changes)) });
  }
}

function totalsOf(changes: Change[]): PriceReview['totals'] {
  const moved = changes.map(({ beforeMinor, afterMinor }) => (beforeMinor === null || afterMinor === null ? 0 : afterMinor - beforeMinor));
  const count = (check: Change['checks'][number]) => changes.filter((change) => change.checks.includes(check)).length;
  return {
    changed: changes.length,
    raised: moved.filter((difference) => difference > 0).length,
    lowered: moved.filter((difference) => difference < 0).length,
    added: changes.filter((change) => change.beforeMinor === null).length,
    removed: count('removed'),
    belowCost: count('below_cost'),
    large: count('large_change'),
  };
}

function changesOf(sheet: PriceSheet, column: number): Change[] {
  return sheet.rows.flatMap((row) => {
    const cell = row.draft.find((change) => change.column === column);
    if (!cell) return [];
    const { costMinor, taxRateBasisPoints } = row;
    const beforeMinor = row.live[column] ?? null;
    const afterMinor = cell.amountMinor;
    const input = (priceMinor: number | null) => (priceMinor === null || costMinor === null ? null : { priceMinor, costMinor, taxRateBasisPoints, taxInclusive: sheet.taxInclusive });
    const [before, after] = [input(beforeMinor), input(afterMinor)];
    const checks: Change['checks'] = afterMinor === null ? ['removed'] : [];
    if (after && isBelowCost(after)) checks.push('below_cost');
    if (beforeMinor !== null && afterMinor !== null && isLargeChange(beforeMinor, afterMinor)) checks.push('large_change');
    return [{
      variantId: row.variantId, sku: row.sku, title: row.title, beforeMinor, afterMinor, costMinor,
      marginBeforeBasisPoints: before && marginBasisPoints(before), marginAfterBasisPoints: after && marginBasisPoints(after), checks,
    }];
  });
}
