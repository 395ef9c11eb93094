import { Inject, Injectable } from '@nestjs/common';
import { type Database, DATABASE } from '@oneshelf/platform';
import { sql } from 'kysely';
import type { DerivationFacts } from '../derive-prices/derivation-facts.query';
import { type DerivedChange, DerivePrices } from '../derive-prices/derive-prices.use-case';
import { changeColumns, forEachPrice, type PriceColumns } from '../price-columns';
import { type SheetDraft, SheetStateQuery } from '../watch-sheet/sheet-state.query';

/** A price from what is live to what a publish makes of it; null: none. */
export type PriceMove = Pick<DerivedChange, 'bookId' | 'variantId' | 'fromMilli' | 'beforeMinor' | 'amountMinor'>;

type OpenDraft = NonNullable<SheetDraft['draft']>;

export interface ReviewedMoves {
  /** By book id. */
  drafts: ReadonlyMap<string, OpenDraft>;
  /** By hand, and what formulas make of them. */
  own: readonly PriceMove[];
  derived: readonly PriceMove[];
  facts: DerivationFacts;
}

/** What the open drafts of a market change. Only prices that change are read, however many the market's books have. */
@Injectable()
export class ReviewedMovesQuery {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly sheets: SheetStateQuery,
    private readonly derive: DerivePrices,
  ) {}

  async of(marketCode: string, now: Date): Promise<ReviewedMoves> {
    // Revisions are read before the changes: a later edit is refused at a publish, it is not missed.
    const open = await this.sheets.drafts(marketCode);
    const drafts = new Map(open.flatMap(({ bookId, draft }) => (draft ? [[bookId, draft] as const] : [])));
    const [own, facts] = await Promise.all([this.drafted([...drafts.values()].map(({ versionId }) => versionId)), this.derive.factsOf(marketCode, now)]);
    const { changes: derived } = await this.derive.preview(marketCode, own, { at: now, facts });
    return { drafts, own, derived, facts };
  }

  /** A key has one live price, by hand or of a formula: that is what was before. */
  private async drafted(versionIds: readonly string[]): Promise<PriceMove[]> {
    if (versionIds.length === 0) return [];
    const { rows } = await sql<PriceColumns & { bookId: string; befores: string }>`
      SELECT v.book_id AS "bookId", ${changeColumns}, string_agg(coalesce(p.amount_minor::text, ''), ',' ORDER BY c.variant_id, c.from_milli) AS befores
      FROM price_draft_change c JOIN price_book_version v ON v.id = c.version_id
      LEFT JOIN price p ON p.book_id = v.book_id AND p.variant_id = c.variant_id AND p.from_milli = c.from_milli AND p.to_release IS NULL
      WHERE c.version_id = ANY(${[...versionIds]}::uuid[]) GROUP BY v.book_id`.execute(this.database);
    return rows.flatMap(({ bookId, befores, ...columns }) => {
      const before = befores.split(',');
      const moves: PriceMove[] = [];
      forEachPrice<number | null>(columns, (variantId, fromMilli, amountMinor) => {
        const beforeText = before[moves.length];
        moves.push({ bookId, variantId, fromMilli, beforeMinor: beforeText ? Number(beforeText) : null, amountMinor });
      });
      return moves;
    });
  }
}
