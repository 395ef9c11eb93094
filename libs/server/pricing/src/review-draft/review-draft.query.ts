import { Injectable } from '@nestjs/common';
import type { PriceReview } from '@oneshelf/contracts';
import { ok, type Result } from '@oneshelf/domain-kernel';
import { derivedPrice, draftOrLive } from '../read-price-sheet/derived-price';
import { PriceSheetQuery, type SheetRefusal, type SheetWithDerived } from '../read-price-sheet/price-sheet.query';
import { reviewedChange } from './reviewed-change';

type Change = PriceReview['books'][number]['changes'][number];

@Injectable()
export class ReviewDraftQuery {
  constructor(private readonly sheet: PriceSheetQuery) {}

  /** What a publish of the market's open drafts would change, book by book, with margins and what to look at. */
  async run(marketCode: string, now: Date): Promise<Result<PriceReview, SheetRefusal>> {
    const read = await this.sheet.withDerived(marketCode, now);
    if (!read.ok) return read;
    const { sheet } = read.value;
    const bookIds = [...new Set(sheet.columns.map((column) => column.bookId))];
    const columnsOf = (bookId: string) => sheet.columns.flatMap((column, index) => (column.bookId === bookId ? [index] : []));
    const books = bookIds.flatMap((bookId) => {
      const columns = columnsOf(bookId);
      const { name = '', draft = null } = sheet.columns[columns[0] ?? 0] ?? {};
      const changes = columns.flatMap((column) => changesOf(read.value, column));
      return draft && changes.length > 0 ? [{ bookId, name, ...draft, changes }] : [];
    });
    const derived = bookIds.flatMap((bookId) => {
      const columns = columnsOf(bookId);
      const changes = columns.flatMap((column) => derivedChangesOf(read.value, column));
      return changes.length > 0 ? [{ bookId, name: sheet.columns[columns[0] ?? 0]?.name ?? '', changes }] : [];
    });
    return ok({ marketCode, currency: sheet.currency, books, derived, totals: totalsOf(books.flatMap((book) => book.changes), derived.flatMap((book) => book.changes)) });
  }
}

/** Prices of formulas count where a person should look, not as changes: nobody made them one by one. */
function totalsOf(changes: Change[], derived: Change[]): PriceReview['totals'] {
  const moved = changes.map(({ beforeMinor, afterMinor }) => (beforeMinor === null || afterMinor === null ? 0 : afterMinor - beforeMinor));
  const count = (check: Change['checks'][number]) => [...changes, ...derived].filter((change) => change.checks.includes(check)).length;
  return {
    changed: changes.length,
    raised: moved.filter((difference) => difference > 0).length,
    lowered: moved.filter((difference) => difference < 0).length,
    added: changes.filter((change) => change.beforeMinor === null).length,
    removed: count('removed'),
    belowCost: count('below_cost'),
    belowMap: count('below_map'),
    large: count('large_change'),
  };
}

/** In a derived book a price set by hand takes the place of the formula's, and gives it back. */
function changesOf({ sheet, derivedLive }: SheetWithDerived, column: number): Change[] {
  return sheet.rows.flatMap((row, index) => {
    const cell = row.draft.find((change) => change.column === column);
    const beforeMinor = row.live[column] ?? derivedLive[column]?.[index] ?? null;
    return cell ? [reviewedChange(row, sheet.taxInclusive, { fromMilli: sheet.columns[column]?.fromMilli ?? 0, beforeMinor, afterMinor: cell.amountMinor ?? derivedPrice(sheet, column, index) })] : [];
  });
}

/** Where the formula makes another price than at the last release. */
function derivedChangesOf({ sheet, derivedLive }: SheetWithDerived, column: number): Change[] {
  if (!sheet.columns[column]?.derivation) return [];
  return sheet.rows.flatMap((row, index) => {
    const [beforeMinor, afterMinor] = [derivedLive[column]?.[index] ?? null, derivedPrice(sheet, column, index)];
    const isSetByHand = draftOrLive(row, column) !== null || row.draft.some((change) => change.column === column);
    return isSetByHand || beforeMinor === afterMinor ? [] : [reviewedChange(row, sheet.taxInclusive, { fromMilli: sheet.columns[column]?.fromMilli ?? 0, beforeMinor, afterMinor })];
  });
}
